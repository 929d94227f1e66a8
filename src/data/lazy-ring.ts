import { use } from 'react';

type Ring = typeof import('./token-ring.ts');

let loaded: Ring | undefined;
let loading: Promise<Ring> | undefined;

/** Fetches what a board over several tokens needs. */
export function loadRing(): Promise<Ring> {
  loading ??= import('./token-ring.ts').then((ring) => {
    loaded = ring;
    return ring;
  });
  return loading;
}

/** The same where it is wanted; waits for it only if nobody fetched it before. */
export const useRing = (isWanted: boolean): Ring | undefined => (isWanted ? (loaded ?? use(loadRing())) : undefined);
