import { use } from 'react';
import { LazyFile } from '#browser/lazy-component.tsx';

type MultiToken = typeof import('./multi-token-connection.ts');

const file = new LazyFile(() => import('./multi-token-connection.ts'));

/** Fetches the chunk that a board with several tokens needs. Rejects with a `FileFailure` if it cannot be fetched. */
export async function loadMultiToken(): Promise<MultiToken> {
  await file.failure?.retry();
  return file.content ?? file.load();
}

/** Returns that chunk if `isWanted`; suspends while it is being fetched. Throws a `FileFailure`. */
export function useMultiToken(isWanted: boolean): MultiToken | undefined {
  if (!isWanted) return undefined;
  if (file.failure) throw file.failure;
  return file.content ?? use(file.load());
}
