import { removeByPrefix } from '#browser/json-storage.ts';
import { keysOf, removeText } from '#browser/storage.ts';
import { isOtherApisKey, scopedKey } from '#data/api-scope.ts';
import { forgetAllTokens } from './credential-store.ts';

const OURS = 'envboard.';
/**
 * The counts of requests stay, or the next hour could have too many; and so do the numbers by which tabs learn later
 * which tokens were forgotten. They hold counts, times and fingerprints, and no secret.
 */
const STAYING = ['envboard.ledger', scopedKey('forgotten', '')];

/**
 * Removes what Envboard stores in this browser for the page's API, and the boards and settings, which the boards of other
 * APIs on this host share. Forgets the tokens of this API in every tab.
 */
export function clearDeviceData(): void {
  forgetAllTokens();
  for (const key of keysOf('local')) {
    const isStaying = STAYING.some((prefix) => key.startsWith(prefix)) || isOtherApisKey(key);
    if (key.startsWith(OURS) && !isStaying) removeText('local', key);
  }
  removeByPrefix('session', OURS, STAYING[0]);
  // The browser notifies the other tabs; this one is notified here.
  dispatchEvent(new StorageEvent('storage', { key: null }));
}
