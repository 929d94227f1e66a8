import * as v from 'valibot';
import type { Directory, Environment } from '#domain/directory.ts';

const VERSION = 2;
const text = v.string();
const environment = v.object({
  id: text,
  name: text,
  mode: text,
  projectId: text,
  projectName: text,
  organizationId: text,
  organizationName: text,
  clusterId: v.optional(text),
  clusterName: v.optional(text),
});
const kept = v.object({ version: v.literal(VERSION), at: v.number(), environments: v.array(environment) });

const keyOf = (source: string): string => `envboard.names.${source}`;

export type KeptNames = { readonly at: number; readonly directory: Directory };

/** Names fetched earlier, and when (epoch ms); undefined when there are none, or storage is damaged or refused. */
export function readKeptNames(source: string): KeptNames | undefined {
  try {
    const result = v.safeParse(kept, JSON.parse(localStorage.getItem(keyOf(source)) ?? 'null'));
    if (!result.success) return undefined;
    return { at: result.output.at, directory: new Map(result.output.environments.map((one) => [one.id, one])) };
  } catch {
    return undefined;
  }
}

/** Keeps names over a reload. A directory too large for this browser's storage is fetched again instead. */
export function keepNames(source: string, directory: Directory): void {
  const environments: readonly Environment[] = [...directory.values()];
  try {
    localStorage.setItem(keyOf(source), JSON.stringify({ version: VERSION, at: Date.now(), environments }));
  } catch {
    // Storage is full or refused.
  }
}

/** Forgets the names of every API: they belong to the token that is forgotten. */
export function forgetNames(): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyOf('')));
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // Storage is refused, so nothing was kept.
  }
}
