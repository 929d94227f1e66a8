import { keysOf, removeText } from '#browser/storage.ts';
import { isOtherApisKey, scopedKey } from '#data/api-scope.ts';
import { forgetAllTokens } from './credential-store.ts';

const OURS = 'envboard.';
/**
 * Prefixes of the storage keys that stay. Without the request counts, the next hour could have too many requests. Without
 * the removal numbers, a frozen tab would not drop removed tokens. They contain counts, times and fingerprints, no secret.
 */
const STAYING = ['envboard.ledger', scopedKey('forgotten', '')];

/**
 * Removes the data of the page's API from this browser, and the boards and settings, which the boards of other APIs on
 * this host share. Removes the tokens of this API in every tab.
 */
export function clearDeviceData(): void {
  forgetAllTokens();
  for (const area of ['local', 'session'] as const) {
    for (const key of keysOf(area)) {
      const isStaying = STAYING.some((prefix) => key.startsWith(prefix)) || isOtherApisKey(key);
      if (key.startsWith(OURS) && !isStaying) removeText(area, key);
    }
  }
  // The browser notifies the other tabs. This call notifies this tab.
  dispatchEvent(new StorageEvent('storage', { key: null }));
}
