import * as v from 'valibot';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { keysOf, readText, removeText, type StorageArea, writeText } from '#browser/storage.ts';
import { apiScope, scopedKey } from '#data/api-scope.ts';

const OLD_NAMES = 'envboard.names.';
const OLD_READINGS = 'envboard.readings.';
const OLD_CONNECTION = 'envboard.connection';
const LAST_BOARD = 'envboard.last-board';

const credential = v.object({ scheme: v.string(), value: v.string() });
const oldConnection = v.variant('kind', [
  v.object({ kind: v.literal('token'), credential, others: v.optional(v.array(credential), []) }),
  v.object({ kind: v.literal('demo') }),
]);
const lastBoard = v.object({ version: v.literal(1), value: v.record(v.string(), v.string()) });

function move(area: StorageArea, from: string, to: string): void {
  const text = readText(area, from);
  if (text === undefined) return;
  // Removed first: the storage may have no room for both.
  removeText(area, from);
  if (readText(area, to) === undefined && !writeText(area, to, text)) writeText(area, from, text);
}

/** The last boards of this host's paths are stored by absolute address now; an older version stored the path. */
const isOfNewVersion = (source: string): boolean => source.startsWith(`${location.origin}/`);

/** The addresses of the APIs for which an older version stored something, as `config.json` named them. */
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

/** The tokens move only where they can have been given for one API alone: a guess could send them to another. */
function moveConnection(area: StorageArea, isOnlyApi: boolean): void {
  const result = v.safeParse(oldConnection, readJson(area, OLD_CONNECTION));
  removeText(area, OLD_CONNECTION);
  if (!result.success || !isOnlyApi || readText(area, scopedKey('connection')) !== undefined) return;
  const one = result.output;
  writeJson(
    area,
    scopedKey('connection'),
    one.kind === 'demo' ? one : { kind: 'token', credentials: [one.credential, ...one.others], seen: 0 },
  );
}

function moveLastBoard(api: string): void {
  const result = v.safeParse(lastBoard, readJson('local', LAST_BOARD));
  if (!result.success) return;
  const { [api]: id, ...rest } = result.output.value;
  if (id !== undefined) writeJson('local', LAST_BOARD, { version: 1, value: { [apiScope()]: id, ...rest } });
}

/** Forgets the token that an older version stored, whichever API it was given for. */
export function forgetOldToken(): void {
  for (const area of ['local', 'session'] as const) removeText(area, OLD_CONNECTION);
}

/**
 * Moves what an older version stored for `api`, an address as `config.json` names it, to the keys of that API, once. An
 * older version did not store which API a token, a snooze or a token's organizations belong to.
 */
export function moveOldStorage(api: string): void {
  const apis = oldApis();
  // Nothing tells which API an old token was given for: the page asks for it again.
  if (apis.size === 0) forgetOldToken();
  if (!apis.has(api)) return;
  for (const area of ['local', 'session'] as const) moveConnection(area, apis.size === 1);
  for (const name of ['token-owners', 'snoozes']) {
    if (apis.size === 1) move('local', `envboard.${name}`, scopedKey(name));
    else removeText('local', `envboard.${name}`);
  }
  move('local', OLD_NAMES + api, scopedKey('names'));
  move('local', OLD_READINGS + api, scopedKey('readings'));
  removeText('local', 'envboard.said');
  moveLastBoard(api);
}
