import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { openChannel } from '#browser/channel.ts';
import { readJson, removeByPrefix, writeJson } from '#browser/json-storage.ts';
import { onStorageChange, removeText, type StorageArea } from '#browser/storage.ts';
import { fingerprint } from '#domain/fingerprint.ts';
import type { Credential } from '#domain/token.ts';
import { NAMES } from './kept-names.ts';
import { endEra, READINGS } from './kept-readings.ts';

/** How this tab reaches Qovery: pasted tokens, at least one, or the demo. */
export type Choice =
  | { readonly kind: 'token'; readonly credentials: readonly Credential[] }
  | { readonly kind: 'demo' };

/** Where a choice is kept: until this tab is closed, or on this device. */
export type Place = 'tab' | 'device';

const KEY = 'envboard.connection';
const FORGET = 'forget-token';
const credential = v.object({
  scheme: v.picklist(['Token', 'Bearer']),
  value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
});
/** `others` came later: what wrote the form without it goes on reading the first token of this one. */
const kept = v.variant('kind', [
  v.object({ kind: v.literal('token'), credential, others: v.optional(v.array(credential)) }),
  v.object({ kind: v.literal('demo') }),
]);

const areaOf = (place: Place): StorageArea => (place === 'tab' ? 'session' : 'local');

function readFrom(place: Place): Choice | undefined {
  const result = v.safeParse(kept, readJson(areaOf(place), KEY));
  if (!result.success) return undefined;
  const one = result.output;
  return one.kind === 'demo' ? one : { kind: 'token', credentials: [one.credential, ...(one.others ?? [])] };
}

export const tokenChoice = (credentials: readonly Credential[]): Choice | undefined =>
  credentials.length > 0 ? { kind: 'token', credentials } : undefined;

const listeners = new Set<() => void>();
const channel = openChannel('envboard');
/** What is kept, and where storage is refused what would be. */
let held: Readonly<Record<Place, Choice | undefined>> = { tab: readFrom('tab'), device: readFrom('device') };
let current = choiceOf();

/** The tokens kept in one place. */
export function tokensIn(place: Place): readonly Credential[] {
  const choice = held[place];
  return choice?.kind === 'token' ? choice.credentials : [];
}

/** The tokens of both places count together; the demo is for this tab, whatever the device holds. */
function choiceOf(): Choice | undefined {
  if (held.tab?.kind === 'demo') return held.tab;
  const all = new Map([...tokensIn('device'), ...tokensIn('tab')].map((one) => [one.value, one]));
  return tokenChoice([...all.values()]);
}

function hold(next: typeof held): void {
  held = next;
  const choice = choiceOf();
  // A new object would begin a new connection.
  if (JSON.stringify(choice) === JSON.stringify(current)) return;
  current = choice;
  for (const listener of listeners) listener();
}

/** Where storage is refused, the choice lasts until the page is closed. */
function write(place: Place): void {
  const choice = held[place];
  const [first, ...others] = tokensIn(place);
  if (choice) writeJson(areaOf(place), KEY, first ? { kind: 'token', credential: first, others } : choice);
  else removeText(areaOf(place), KEY);
}

/** Keeps both at once, so that nobody sees the one without the other. */
export function keep(next: typeof held): void {
  hold(next);
  write('tab');
  write('device');
}

/** Drops what `print` is the fingerprint of, in this tab and on the device. */
export function dropToken(print: unknown): void {
  const rest = (place: Place) =>
    held[place]?.kind === 'demo'
      ? held[place]
      : tokenChoice(tokensIn(place).filter(({ value }) => fingerprint(value) !== print));
  keep({ tab: rest('tab'), device: rest('device') });
}

/** Names and readings belong to the tokens that brought them. */
export function forgetKept(...prefixes: readonly string[]): void {
  for (const prefix of prefixes) removeByPrefix('local', prefix);
}

function forgetHere(): void {
  endEra();
  keep({ tab: undefined, device: undefined });
  forgetKept(NAMES, READINGS);
}

/** Tells every other tab. No token goes through it, only what tells tokens apart. */
export const tellTabs = (message: unknown): void => void channel.post(message);

channel.onMessage((message) => (message === FORGET ? forgetHere() : dropToken(message)));
onStorageChange((key) => {
  if (key === KEY || key === null) hold({ ...held, device: readFrom('device') });
});

/** Forgets the tokens in every tab of this browser. */
export function forgetToken(): void {
  forgetHere();
  tellTabs(FORGET);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What this tab has chosen now. */
export const connectionNow = (): Choice | undefined => current;

export const useConnection = (): Choice | undefined => useSyncExternalStore(subscribe, connectionNow);
