import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { type Channel, openChannel } from '#browser/channel.ts';
import { isStorageRefused, onStorageChange, removeText } from '#browser/storage.ts';
import { writeUserText } from '#browser/user-data-storage.ts';
import { apiScope, scopedKey, setApiScope } from '#data/api-scope.ts';
import { startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { forgettingsAfter, isForgotten } from '#domain/tokens/token-removals.ts';
import { clearTokenData } from './clear-token-data.ts';
import { forgetOldToken } from './old-keys.ts';
import { moveOldStorage } from './old-storage.ts';
import {
  type AccessByScope,
  accessOf,
  areaOf,
  CONNECTION,
  FORGOTTEN,
  readAccess,
  readRemovals,
  type StorageScope,
  type StoredAccess,
} from './stored-access.ts';

const ALL = 'all';

/** The message to other tabs. `print` is a token's fingerprint, or `ALL`; `isReplaced` when another token replaces it. */
const dropMessage = v.object({ print: v.string(), isReplaced: v.boolean() });
type DropMessage = v.InferOutput<typeof dropMessage>;

const emitter = createEmitter();
const dropEmitter = createEmitter();
let channel: Channel | undefined;
/** The access of both scopes, as stored. If the browser refuses storage, it lasts until the page is closed. */
let held: AccessByScope = { tab: undefined, device: undefined };
let current: StoredAccess | undefined;
/** The number of the latest token removal that this page has applied. */
let seen = 0;

/** Returns the tokens of one scope. */
export function credentialsIn(scope: StorageScope): readonly Credential[] {
  const access = held[scope];
  return access?.kind === 'token' ? access.credentials : [];
}

/** Returns the demo if this tab shows it, otherwise the tokens of both scopes. */
function mergeScopes(): StoredAccess | undefined {
  if (held.tab?.kind === 'demo') return held.tab;
  const all = new Map([...credentialsIn('device'), ...credentialsIn('tab')].map((token) => [token.value, token]));
  return accessOf([...all.values()]);
}

function setHeld(next: AccessByScope): void {
  held = next;
  const access = mergeScopes();
  // A new object would open a new connection.
  if (JSON.stringify(access) === JSON.stringify(current)) return;
  current = access;
  emitter.notify();
}

/** Stores the access of one scope. Returns false when the storage is refused or full. */
function write(scope: StorageScope): boolean {
  const key = scopedKey(CONNECTION);
  const access = held[scope];
  if (!access) return removeText(areaOf(scope), key);
  return writeUserText(areaOf(scope), key, JSON.stringify(access.kind === 'token' ? { ...access, seen } : access));
}

/** Stores the access of both scopes, and notifies listeners once, so that none reads one scope without the other. */
export function saveCredentials(next: AccessByScope): void {
  setHeld(next);
  if (!write('device') && credentialsIn('device').length > 0) {
    // The device did not store the tokens, so the list of tokens must not show them as stored.
    held = { tab: accessOf([...credentialsIn('tab'), ...credentialsIn('device')]), device: undefined };
  }
  write('tab');
}

/** Returns the held access without the message's token, or without all tokens. Notifies unless a token replaces it. */
function drop({ print, isReplaced }: DropMessage): AccessByScope {
  const accessLeft = (scope: StorageScope): StoredAccess | undefined => {
    if (held[scope]?.kind === 'demo') return print === ALL ? undefined : held[scope];
    return accessOf(credentialsIn(scope).filter(({ value }) => print !== ALL && fingerprint(value) !== print));
  };
  if (!isReplaced) {
    // This page must not persist the token's readings again.
    startReadingsGeneration();
    dropEmitter.notify();
  }
  return { tab: accessLeft('tab'), device: accessLeft('device') };
}

/** Applies a removal by another tab, which has changed the device's storage itself. */
function applyRemoval(message: DropMessage): void {
  if (!isStorageRefused('local')) held = { ...held, device: readAccess('device') };
  setHeld(drop(message));
  write('tab');
}

/** Removes tokens in every tab that uses this API. A frozen tab applies the removal when it resumes. */
function forget(message: DropMessage): void {
  const after = forgettingsAfter(readRemovals(), message.print === ALL ? undefined : message.print);
  // Data first: a full storage has no room for the number until then.
  if (!message.isReplaced) clearTokenData(message.print === ALL ? undefined : message.print);
  writeUserText('local', scopedKey(FORGOTTEN), JSON.stringify(after));
  seen = after.latest;
  saveCredentials(drop(message));
  // The channel transports the fingerprint, never the token.
  channel?.post(message);
}

/** Removes all tokens of this API and all data that was read with them, in every tab. */
export function forgetAllTokens(): void {
  forgetOldToken();
  forget({ print: ALL, isReplaced: false });
}

/** Removes the token with this fingerprint and the data that only this token may read, in every tab. */
export const forgetTokenOf = (print: string): void => forget({ print, isReplaced: false });

/** Removes a token that another token replaces. Its readings stay: the new token may read the same environments. */
export const forgetReplacedToken = (print: string): void => forget({ print, isReplaced: true });

/** Applies the removals and the stored access of other tabs, after this tab was frozen or closed. */
function catchUp(): void {
  const forgotten = readRemovals();
  const removed = [...credentialsIn('tab'), ...credentialsIn('device')]
    .map(({ value }) => fingerprint(value))
    .filter((print) => isForgotten(forgotten, print, seen));
  seen = forgotten.latest;
  for (const print of removed) applyRemoval({ print, isReplaced: false });
  if (!isStorageRefused('local')) setHeld({ ...held, device: readAccess('device') });
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
 * Reads the tokens that the user entered for the page's API. Call it after `config.json` is read and before the first
 * request. Tokens for other APIs on this host stay unread.
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
    seen = readRemovals().latest;
    applyRemoval(result.output);
  });
  seen = readRemovals().latest;
  setHeld({ tab: readAccess('tab'), device: readAccess('device') });
  // Removes the tokens from session storage that another tab removed while this tab was closed.
  write('tab');
  listen();
}

/** Calls `listener` before a token is removed, here or in another tab. Returns a function that ends the subscription. */
export const onTokenDrop = dropEmitter.subscribe;

/** Returns the access of this tab; undefined before the user entered a token or opened the demo. */
export const currentAccess = (): StoredAccess | undefined => current;

/** Returns the access of this tab, and re-renders when it changes; undefined as for `currentAccess`. */
export const useStoredAccess = (): StoredAccess | undefined => useSyncExternalStore(emitter.subscribe, currentAccess);
