import * as v from 'valibot';
import type { ApiClient } from '#api/api-client.ts';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { keysOf, removeText } from '#browser/storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { Directory, EnvironmentInfo } from '#domain/environment/directory.ts';

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
const storedDirectory = v.object({
  version: v.literal(VERSION),
  at: v.number(),
  tokenScope: v.optional(text),
  environments: v.array(environment),
});

const NAMES = 'names';
const ANY_NAMES = scopedKey(NAMES, '');

export type StoredDirectory = { readonly at: number; readonly directory: Directory };

/**
 * Names fetched earlier, and when (epoch ms): long ago where other tokens read them, or a clock that was ahead. Undefined when there are none, or
 * storage is damaged or refused.
 */
export function loadDirectory({ source, tokenScope }: ApiClient): StoredDirectory | undefined {
  const result = v.safeParse(storedDirectory, readJson('local', scopedKey(NAMES, source)));
  if (!result.success) return undefined;
  const { at, tokenScope: by, environments } = result.output;
  return {
    at: by === tokenScope && at <= Date.now() ? at : 0,
    directory: new Map(environments.map((one) => [one.id, one])),
  };
}

/** Whether there are any, of this API or of whichever, however old: told without reading them. */
export function hasDirectory(api?: ApiClient): boolean {
  return keysOf('local').some((key) => (api ? key === scopedKey(NAMES, api.source) : key.startsWith(ANY_NAMES)));
}

/** The names of one API as they were stored, by environment id; none when there are none, or they are damaged. */
export function loadEnvironments(api: string): Directory {
  const result = v.safeParse(storedDirectory, readJson('local', scopedKey(NAMES, api)));
  return new Map(result.success ? result.output.environments.map((one) => [one.id, one]) : []);
}

export const removeDirectory = (api: string): void => void removeText('local', scopedKey(NAMES, api));

/** Keeps names over a reload. A directory too large for this browser's storage is fetched again instead. */
export function saveDirectory({ source, tokenScope }: ApiClient, directory: Directory): void {
  const environments: readonly EnvironmentInfo[] = [...directory.values()];
  writeJson('local', scopedKey(NAMES, source), { version: VERSION, at: Date.now(), tokenScope, environments });
}
