import { useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';

let unkept: string | undefined;
const emitter = createEmitter();

/**
 * Reports the fingerprint of a token that this device could not store, as its storage is full or refused. Undefined after
 * the user has dismissed the notice.
 */
export function reportUnkept(print: string | undefined): void {
  unkept = print;
  emitter.notify();
}

/** Returns the reported fingerprint. */
export const useUnkept = (): string | undefined => useSyncExternalStore(emitter.subscribe, () => unkept);
