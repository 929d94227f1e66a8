import { useSyncExternalStore } from 'react';

let unkept: string | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reports, by its fingerprint, the token that this device was to remember and did not; undefined once the user knows. */
export function reportUnkept(print: string | undefined): void {
  unkept = print;
  for (const listener of listeners) listener();
}

/** The fingerprint of the last token that this device was to remember and did not: its storage is full or refused. */
export const useUnkept = (): string | undefined => useSyncExternalStore(subscribe, () => unkept);
