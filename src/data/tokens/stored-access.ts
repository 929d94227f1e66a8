import * as v from 'valibot';
import { readJson } from '#browser/json-storage.ts';
import type { StorageArea } from '#browser/storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { isForgotten, NOTHING_FORGOTTEN } from '#domain/tokens/token-removals.ts';

/** How this tab reaches Qovery: with at least one token that the user entered, or as the demo. */
export type StoredAccess =
  | { readonly kind: 'token'; readonly credentials: readonly Credential[] }
  | { readonly kind: 'demo' };

/** The storage of an access: until this tab is closed, or on this device. */
export type StorageScope = 'tab' | 'device';

export type AccessByScope = Readonly<Record<StorageScope, StoredAccess | undefined>>;

/** Names of storage keys, for `scopedKey`: the access, and the numbers of token removals. */
export const CONNECTION = 'connection';
export const FORGOTTEN = 'forgotten';

const credential = v.object({
  scheme: v.picklist(['Token', 'Bearer']),
  value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
});
/** `seen` is the number of the latest removal when the tokens were stored. */
const storedAccess = v.variant('kind', [
  v.object({ kind: v.literal('token'), credentials: v.array(credential), seen: v.number() }),
  v.object({ kind: v.literal('demo') }),
]);
const count = v.pipe(v.number(), v.integer());
const storedRemovals = v.object({ latest: count, all: count, tokens: v.record(v.string(), count) });

/** Returns the browser's storage of a scope. */
export const areaOf = (scope: StorageScope): StorageArea => (scope === 'tab' ? 'session' : 'local');

/** Returns access with these tokens; undefined without any. */
export const accessOf = (credentials: readonly Credential[]): StoredAccess | undefined =>
  credentials.length > 0 ? { kind: 'token', credentials } : undefined;

/** Reads the numbers of token removals, which all tabs share. */
export function readRemovals() {
  const result = v.safeParse(storedRemovals, readJson('local', scopedKey(FORGOTTEN)));
  return result.success ? result.output : NOTHING_FORGOTTEN;
}

/** Reads stored access without the tokens that a tab has removed since. Undefined when it is missing or damaged. */
export function readAccess(scope: StorageScope): StoredAccess | undefined {
  const result = v.safeParse(storedAccess, readJson(areaOf(scope), scopedKey(CONNECTION)));
  if (!result.success) return undefined;
  const stored = result.output;
  if (stored.kind === 'demo') return stored;
  const removals = readRemovals();
  return accessOf(stored.credentials.filter(({ value }) => !isForgotten(removals, fingerprint(value), stored.seen)));
}
