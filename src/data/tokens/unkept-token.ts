import { useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';

let unkept: string | undefined;
const emitter = createEmitter();

/** Reports, by its fingerprint, the token that this device was to remember and did not; undefined once the user knows. */
export function reportUnkept(print: string | undefined): void {
  unkept = print;
  emitter.notify();
}

/** The fingerprint of the last token that this device was to remember and did not: its storage is full or refused. */
export const useUnkept = (): string | undefined => useSyncExternalStore(emitter.subscribe, () => unkept);
