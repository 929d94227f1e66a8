import { forgetToken } from './connection.ts';

const OURS = 'envboard.';
/** Forgetting spent requests would let the next hour have too many. It holds counts and times, and no secret. */
const LEDGERS = 'envboard.ledger.';

function empty(storage: () => Storage): void {
  try {
    const keys = Object.keys(storage()).filter((key) => key.startsWith(OURS) && !key.startsWith(LEDGERS));
    for (const key of keys) storage().removeItem(key);
  } catch {
    // Storage is refused, so nothing was kept.
  }
}

/** Empties all that Envboard keeps in this browser but the count of requests, and forgets the token in every tab. */
export function forgetDevice(): void {
  forgetToken();
  empty(() => localStorage);
  empty(() => sessionStorage);
  // The browser tells the other tabs; this one has to be told as well.
  dispatchEvent(new StorageEvent('storage', { key: null }));
}
