import { use } from 'react';
import { LazyFile } from '#browser/lazy-component.tsx';

type MultiToken = typeof import('./multi-token-connection.ts');

const file = new LazyFile(() => import('./multi-token-connection.ts'));

/** Fetches what a board over several tokens needs. */
export async function loadMultiToken(): Promise<MultiToken> {
  await file.failure?.retry();
  return file.content ?? file.load();
}

/** The same where it is wanted; suspends only if the file was not fetched before. Throws a `FileFailure`. */
export function useMultiToken(isWanted: boolean): MultiToken | undefined {
  if (!isWanted) return undefined;
  if (file.failure) throw file.failure;
  return file.content ?? use(file.load());
}
