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
 * Returns the persisted names and their fetch time in epoch milliseconds. The time is 0 if another token fetched them, or
 * if it lies in the future. Returns undefined if there are none, or if storage is damaged or refused.
 */
export function loadDirectory({ source, tokenScope }: ApiClient): StoredDirectory | undefined {
  const result = v.safeParse(storedDirectory, readJson('local', scopedKey(NAMES, source)));
  if (!result.success) return undefined;
  const { at, tokenScope: storedScope, environments } = result.output;
  return {
    at: storedScope === tokenScope && at <= Date.now() ? at : 0,
    directory: new Map(environments.map((info) => [info.id, info])),
  };
}

/** Whether names of `api`, or of any API without one, are persisted, however old. It checks only the storage keys. */
export function hasDirectory(api?: ApiClient): boolean {
  return keysOf('local').some((key) => (api ? key === scopedKey(NAMES, api.source) : key.startsWith(ANY_NAMES)));
}

/** Returns the persisted names of one API by environment id; an empty map if there are none, or if they are damaged. */
export function loadEnvironments(api: string): Directory {
  const result = v.safeParse(storedDirectory, readJson('local', scopedKey(NAMES, api)));
  return new Map(result.success ? result.output.environments.map((info) => [info.id, info]) : []);
}

/** Removes the persisted names of one API. */
export const removeDirectory = (api: string): void => void removeText('local', scopedKey(NAMES, api));

/** Persists the names. After a reload, a page fetches a directory again that was too large for the storage. */
export function saveDirectory({ source, tokenScope }: ApiClient, directory: Directory): void {
  const environments: readonly EnvironmentInfo[] = [...directory.values()];
  writeJson('local', scopedKey(NAMES, source), { version: VERSION, at: Date.now(), tokenScope, environments });
}
