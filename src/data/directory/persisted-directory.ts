import * as v from 'valibot';
import type { ApiClient } from '#api/api-client.ts';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { keysOf, removeText } from '#browser/storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { Directory, Environment } from '#domain/environment/directory.ts';

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
const kept = v.object({
  version: v.literal(VERSION),
  at: v.number(),
  readers: v.optional(text),
  environments: v.array(environment),
});

const NAMES = 'names';
const ANY_NAMES = scopedKey(NAMES, '');

export type KeptNames = { readonly at: number; readonly directory: Directory };

/**
 * Names fetched earlier, and when (epoch ms): long ago where other tokens read them, or a clock that was ahead. Undefined when there are none, or
 * storage is damaged or refused.
 */
export function readKeptNames({ source, readers }: ApiClient): KeptNames | undefined {
  const result = v.safeParse(kept, readJson('local', scopedKey(NAMES, source)));
  if (!result.success) return undefined;
  const { at, readers: by, environments } = result.output;
  return {
    at: by === readers && at <= Date.now() ? at : 0,
    directory: new Map(environments.map((one) => [one.id, one])),
  };
}

/** Whether there are any, of this API or of whichever, however old: told without reading them. */
export function hasKeptNames(api?: ApiClient): boolean {
  return keysOf('local').some((key) => (api ? key === scopedKey(NAMES, api.source) : key.startsWith(ANY_NAMES)));
}

/** The names of one API as they were stored, by environment id; none when there are none, or they are damaged. */
export function keptEnvironments(api: string): Directory {
  const result = v.safeParse(kept, readJson('local', scopedKey(NAMES, api)));
  return new Map(result.success ? result.output.environments.map((one) => [one.id, one]) : []);
}

export const removeKeptNames = (api: string): void => void removeText('local', scopedKey(NAMES, api));

/** Keeps names over a reload. A directory too large for this browser's storage is fetched again instead. */
export function keepNames({ source, readers }: ApiClient, directory: Directory): void {
  const environments: readonly Environment[] = [...directory.values()];
  writeJson('local', scopedKey(NAMES, source), { version: VERSION, at: Date.now(), readers, environments });
}
