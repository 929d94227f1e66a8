import { keysOf } from '#browser/storage.ts';
import { apiIdentity } from '#domain/api-identity.ts';
import type { AppConfig } from '#domain/app-config.ts';

const OURS = 'envboard.';
const AT = '@';

let scope = '';

/** The identity of the API that this page uses; see `apiIdentity`. Empty until `setApiScope` was called. */
export const apiScope = (): string => scope;

/** Sets the page's API. All data stored under `scopedKey` from then on belongs to that API alone. */
export function setApiScope(config: AppConfig): void {
  scope = apiIdentity(config, location.origin);
}

/** The storage key, lock or channel `name` of one API: by default of the page's own. */
export const scopedKey = (name: string, api: string = scope): string => `${OURS}${name}${AT}${api}`;

/** True when `key` belongs to another API: two boards of one host share its storage. */
export function isOtherApisKey(key: string): boolean {
  const at = key.indexOf(AT);
  if (!key.startsWith(OURS) || at < 0) return false;
  // A token's fingerprint and a tab's id follow a `#`.
  const [api = ''] = key.slice(at + 1).split('#');
  return api !== 'demo' && api !== scope;
}

/** True when a board of another API stores its data in this browser's storage too. */
export const isStorageShared = (): boolean => keysOf('local').some(isOtherApisKey);
