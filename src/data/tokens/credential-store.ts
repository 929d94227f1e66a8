import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { type Channel, openChannel } from '#browser/channel.ts';
import { readJson } from '#browser/json-storage.ts';
import { isStorageRefused, onStorageChange, removeText, type StorageArea } from '#browser/storage.ts';
import { writeUserText } from '#browser/user-data-storage.ts';
import { apiScope, scopedKey, setApiScope } from '#data/api-scope.ts';
import { startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { forgettingsAfter, isForgotten, NOTHING_FORGOTTEN } from '#domain/tokens/token-removals.ts';
import { clearTokenData } from './clear-token-data.ts';
import { forgetOldToken, moveOldStorage } from './migrate-storage.ts';

/** How this tab reaches Qovery: pasted tokens, at least one, or the demo. */
export type StoredAccess =
  | { readonly kind: 'token'; readonly credentials: readonly Credential[] }
  | { readonly kind: 'demo' };

/** Where a choice is kept: until this tab is closed, or on this device. */
export type StorageScope = 'tab' | 'device';

type Held = Readonly<Record<StorageScope, StoredAccess | undefined>>;

const CONNECTION = 'connection';
const FORGOTTEN = 'forgotten';
const ALL = 'all';

/** Sent to the other tabs. `print` is the fingerprint of a token, or `ALL`; another token may have replaced it. */
const dropMessage = v.object({ print: v.string(), isReplaced: v.boolean() });
type DropMessage = v.InferOutput<typeof dropMessage>;

const credential = v.object({
  scheme: v.picklist(['Token', 'Bearer']),
  value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
});
/** `seen` is the number of the latest forgetting when the tokens were stored. */
const storedChoice = v.variant('kind', [
  v.object({ kind: v.literal('token'), credentials: v.array(credential), seen: v.number() }),
  v.object({ kind: v.literal('demo') }),
]);
const count = v.pipe(v.number(), v.integer());
const storedForgettings = v.object({ latest: count, all: count, tokens: v.record(v.string(), count) });

const areaOf = (place: StorageScope): StorageArea => (place === 'tab' ? 'session' : 'local');

function forgettings() {
  const result = v.safeParse(storedForgettings, readJson('local', scopedKey(FORGOTTEN)));
  return result.success ? result.output : NOTHING_FORGOTTEN;
}

/** Reads a stored choice without the tokens that another tab has forgotten since. */
function readFrom(place: StorageScope): StoredAccess | undefined {
  const result = v.safeParse(storedChoice, readJson(areaOf(place), scopedKey(CONNECTION)));
  if (!result.success) return undefined;
  const one = result.output;
  if (one.kind === 'demo') return one;
  const forgotten = forgettings();
  return accessOf(one.credentials.filter(({ value }) => !isForgotten(forgotten, fingerprint(value), one.seen)));
}

export const accessOf = (credentials: readonly Credential[]): StoredAccess | undefined =>
  credentials.length > 0 ? { kind: 'token', credentials } : undefined;

const emitter = createEmitter();
const dropEmitter = createEmitter();
let channel: Channel | undefined;
/** The stored choices, and where storage is refused the choices that last until the page is closed. */
let held: Held = { tab: undefined, device: undefined };
let current: StoredAccess | undefined;
/** The number of the latest forgetting that this page has followed. */
let seen = 0;

/** The tokens kept in one place. */
export function credentialsIn(place: StorageScope): readonly Credential[] {
  const choice = held[place];
  return choice?.kind === 'token' ? choice.credentials : [];
}

/** The tokens of both places count together; the demo is for this tab, whatever the device holds. */
function choiceOf(): StoredAccess | undefined {
  if (held.tab?.kind === 'demo') return held.tab;
  const all = new Map([...credentialsIn('device'), ...credentialsIn('tab')].map((one) => [one.value, one]));
  return accessOf([...all.values()]);
}

function hold(next: Held): void {
  held = next;
  const choice = choiceOf();
  // A new object would begin a new connection.
  if (JSON.stringify(choice) === JSON.stringify(current)) return;
  current = choice;
  emitter.notify();
}

/** Returns false when the storage is refused or full: then the choice lasts until the page is closed. */
function write(place: StorageScope): boolean {
  const key = scopedKey(CONNECTION);
  const choice = held[place];
  if (!choice) return removeText(areaOf(place), key);
  return writeUserText(areaOf(place), key, JSON.stringify(choice.kind === 'token' ? { ...choice, seen } : choice));
}

/** Stores both places at once, so that no listener sees the one without the other. */
export function saveCredentials(next: Held): void {
  hold(next);
  if (!write('device') && credentialsIn('device').length > 0) {
    // The device does not keep the tokens, and the list of tokens must not say so.
    held = { tab: accessOf([...credentialsIn('tab'), ...credentialsIn('device')]), device: undefined };
  }
  write('tab');
}

/** Returns what is held without a token, by its fingerprint, or without all tokens. */
function drop({ print, isReplaced }: DropMessage): Held {
  const rest = (place: StorageScope): StoredAccess | undefined => {
    if (held[place]?.kind === 'demo') return print === ALL ? undefined : held[place];
    return accessOf(credentialsIn(place).filter(({ value }) => print !== ALL && fingerprint(value) !== print));
  };
  if (!isReplaced) {
    // What this page knows by the token must not be stored again.
    startReadingsGeneration();
    dropEmitter.notify();
  }
  return { tab: rest('tab'), device: rest('device') };
}

/** Follows a forgetting of another tab, which has changed the device's storage itself. */
function follow(message: DropMessage): void {
  if (!isStorageRefused('local')) held = { ...held, device: readFrom('device') };
  hold(drop(message));
  write('tab');
}

/** Forgets tokens in every tab that uses this API: tabs that are frozen or away follow when they come back. */
function forget(message: DropMessage): void {
  const after = forgettingsAfter(forgettings(), message.print === ALL ? undefined : message.print);
  // First, for a full storage has no room for the number.
  if (!message.isReplaced) clearTokenData(message.print === ALL ? undefined : message.print);
  writeUserText('local', scopedKey(FORGOTTEN), JSON.stringify(after));
  seen = after.latest;
  saveCredentials(drop(message));
  // No token goes through the channel, only the fingerprint.
  channel?.post(message);
}

/** Forgets all tokens, and all that was read with them. */
export function forgetAllTokens(): void {
  forgetOldToken();
  forget({ print: ALL, isReplaced: false });
}

/** Forgets one token, by its fingerprint, and all that it alone may read. */
export const forgetTokenOf = (print: string): void => forget({ print, isReplaced: false });

/** Forgets a token that another one has replaced: its readings stay, for the new token may read the same. */
export const forgetReplacedToken = (print: string): void => forget({ print, isReplaced: true });

/** Follows what other tabs did while this one was frozen or away. */
function catchUp(): void {
  const forgotten = forgettings();
  const gone = [...credentialsIn('tab'), ...credentialsIn('device')]
    .map(({ value }) => fingerprint(value))
    .filter((print) => isForgotten(forgotten, print, seen));
  seen = forgotten.latest;
  for (const print of gone) follow({ print, isReplaced: false });
  if (!isStorageRefused('local')) hold({ ...held, device: readFrom('device') });
}

let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  onStorageChange((key) => {
    if (key === null || key === scopedKey(CONNECTION) || key === scopedKey(FORGOTTEN)) catchUp();
  });
  addEventListener('pageshow', catchUp);
  document.addEventListener('visibilitychange', catchUp);
  document.addEventListener('resume', catchUp);
}

/**
 * Reads the tokens that were given for the page's API. Call it once `config.json` is read, before anything is requested:
 * a token that was given for another API of this host is left alone.
 */
export function enterApi(config: AppConfig): void {
  const before = apiScope();
  setApiScope(config);
  if (apiScope() === before) return;
  moveOldStorage(config.api);
  channel?.close();
  channel = openChannel(scopedKey('tokens'));
  channel.onMessage((message) => {
    const result = v.safeParse(dropMessage, message);
    if (!result.success) return;
    seen = forgettings().latest;
    follow(result.output);
  });
  seen = forgettings().latest;
  hold({ tab: readFrom('tab'), device: readFrom('device') });
  // Without the tokens that were forgotten while this tab was away.
  write('tab');
  listen();
}

/** Calls `listener` before a token is dropped, here or in another tab. Returns a function that ends the subscription. */
export const onTokenDrop = dropEmitter.subscribe;

/** What this tab has chosen now. */
export const currentAccess = (): StoredAccess | undefined => current;

export const useStoredAccess = (): StoredAccess | undefined => useSyncExternalStore(emitter.subscribe, currentAccess);
