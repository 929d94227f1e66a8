import * as v from 'valibot';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { keysOf, readText, removeText, type StorageArea, writeText } from '#browser/storage.ts';
import { apiScope, scopedKey } from '#data/api-scope.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { forgetOldToken, LAST_BOARD, OLD_CONNECTION, STORAGE_AREAS } from './old-keys.ts';

const OLD_NAMES = 'envboard.names.';
const OLD_READINGS = 'envboard.readings.';

const credential = v.object({ scheme: v.string(), value: v.string() });
const oldConnection = v.variant('kind', [
  v.object({ kind: v.literal('token'), credential, others: v.optional(v.array(credential), []) }),
  v.object({ kind: v.literal('demo') }),
]);
/** `readers` holds the fingerprints of the tokens that an API answered with these names, separated by spaces. */
const oldNames = v.object({ readers: v.string() });
const lastBoard = v.object({ version: v.literal(1), value: v.record(v.string(), v.string()) });

function move(area: StorageArea, from: string, to: string): void {
  const text = readText(area, from);
  if (text === undefined) return;
  // The old key is removed first: the storage may have no room for both.
  removeText(area, from);
  if (readText(area, to) === undefined && !writeText(area, to, text)) writeText(area, from, text);
}

/** True for an absolute address, as this version stores it. An older version stored the path. */
const isOfNewVersion = (source: string): boolean => source.startsWith(`${location.origin}/`);

/** Returns the APIs for which an older version stored data, by the address in `config.json`. */
function oldApis(): ReadonlySet<string> {
  const boards = v.safeParse(lastBoard, readJson('local', LAST_BOARD));
  const sources = [
    ...keysOf('local')
      .filter((key) => key.startsWith(OLD_NAMES) || key.startsWith(OLD_READINGS))
      .map((key) => key.slice(key.startsWith(OLD_NAMES) ? OLD_NAMES.length : OLD_READINGS.length)),
    ...(boards.success ? Object.keys(boards.output.value).filter((source) => !isOfNewVersion(source)) : []),
  ].filter((source) => /^(\/|https:)/.test(source));
  return new Set(sources);
}

/** Returns the fingerprints of the tokens with which `api` returned the persisted names. */
function printsAcceptedBy(api: string): readonly string[] {
  const names = v.safeParse(oldNames, readJson('local', OLD_NAMES + api));
  return names.success ? names.output.readers.split(' ') : [];
}

/**
 * Moves the tokens that this API has accepted, and removes the others: the user must enter them again. An older version
 * stored one token for all APIs of a host, and not the API of the token. The only proof is a persisted list of names that
 * the API returned for that token, on a host where no other API has stored data: the token must not reach an API that has
 * not accepted it. Readings or a last board prove nothing, as an older version also stored them without that token.
 */
function moveConnection(area: StorageArea, accepted: readonly string[]): void {
  const result = v.safeParse(oldConnection, readJson(area, OLD_CONNECTION));
  removeText(area, OLD_CONNECTION);
  if (!result.success || readText(area, scopedKey('connection')) !== undefined) return;
  const one = result.output;
  if (one.kind === 'demo') return void writeJson(area, scopedKey('connection'), one);
  const credentials = [one.credential, ...one.others].filter(({ value }) => accepted.includes(fingerprint(value)));
  if (credentials.length > 0) writeJson(area, scopedKey('connection'), { kind: 'token', credentials, seen: 0 });
}

function moveLastBoard(api: string): void {
  const result = v.safeParse(lastBoard, readJson('local', LAST_BOARD));
  if (!result.success) return;
  const { [api]: id, ...rest } = result.output.value;
  if (id !== undefined) writeJson('local', LAST_BOARD, { version: 1, value: { [apiScope()]: id, ...rest } });
}

/**
 * Moves the data that an older version stored for `api` to the keys of that API, once. `api` is its address in
 * `config.json`. An older version did not store the API of a token, a snooze or a token's organizations.
 */
export function moveStorage(api: string): void {
  const apis = oldApis();
  // The API of the old token is unknown, so the user must enter the token again.
  if (apis.size === 0) forgetOldToken();
  if (!apis.has(api)) return;
  const accepted = apis.size === 1 ? printsAcceptedBy(api) : [];
  for (const area of STORAGE_AREAS) moveConnection(area, accepted);
  for (const name of ['token-owners', 'snoozes']) {
    if (apis.size === 1) move('local', `envboard.${name}`, scopedKey(name));
    else removeText('local', `envboard.${name}`);
  }
  move('local', OLD_NAMES + api, scopedKey('names'));
  move('local', OLD_READINGS + api, scopedKey('readings'));
  removeText('local', 'envboard.said');
  moveLastBoard(api);
}
