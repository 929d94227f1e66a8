import { removeByPrefix } from '#browser/json-storage.ts';
import { forgetToken } from './connection.ts';

const OURS = 'envboard.';
/** Forgetting spent requests would let the next hour have too many. It holds counts and times, and no secret. */
const LEDGERS = 'envboard.ledger.';

/** Empties all that Envboard keeps in this browser but the count of requests, and forgets the token in every tab. */
export function forgetDevice(): void {
  forgetToken();
  removeByPrefix('local', OURS, LEDGERS);
  removeByPrefix('session', OURS, LEDGERS);
  // The browser tells the other tabs; this one has to be told as well.
  dispatchEvent(new StorageEvent('storage', { key: null }));
}
