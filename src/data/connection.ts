import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import type { Credential } from '#domain/token.ts';
import { forgetNames } from './kept-names.ts';
import { forgetReadings } from './kept-readings.ts';

/** How this tab reaches Qovery: a pasted token, or the demo. Undefined before either was chosen. */
export type Choice = { readonly kind: 'token'; readonly credential: Credential } | { readonly kind: 'demo' };

const KEY = 'envboard.connection';
const CHANNEL = 'envboard';
const FORGET = 'forget-token';
const choice = v.variant('kind', [
  v.object({
    kind: v.literal('token'),
    credential: v.object({
      scheme: v.picklist(['Token', 'Bearer']),
      value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
    }),
  }),
  v.object({ kind: v.literal('demo') }),
]);

function readFrom(storage: () => Storage): Choice | undefined {
  try {
    const result = v.safeParse(choice, JSON.parse(storage().getItem(KEY) ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

const listeners = new Set<() => void>();
let current = readFrom(() => sessionStorage) ?? readFrom(() => localStorage);
const channel = new BroadcastChannel(CHANNEL);

function set(next: Choice | undefined): void {
  current = next;
  for (const listener of listeners) listener();
}

function drop(storage: () => Storage): void {
  try {
    storage().removeItem(KEY);
  } catch {
    // Storage is refused, so nothing was kept.
  }
}

function forgetHere(): void {
  drop(() => sessionStorage);
  drop(() => localStorage);
  forgetNames();
  forgetReadings();
  set(undefined);
}

channel.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (data === FORGET) forgetHere();
};

/** Kept for this tab only, or on this device when the reader asked for that. */
export function connect(next: Choice, remember: boolean): void {
  try {
    (remember ? localStorage : sessionStorage).setItem(KEY, JSON.stringify(next));
  } catch {
    // Storage is refused: the choice lasts until the page is closed.
  }
  set(next);
}

/** Forgets the token in every tab of this browser. */
export function forgetToken(): void {
  forgetHere();
  channel.postMessage(FORGET);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnection = (): Choice | undefined => useSyncExternalStore(subscribe, () => current);
