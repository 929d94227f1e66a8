import type { AppConfig } from './app-config.ts';

/**
 * Returns the name under which the browser persists the data of one API: its absolute address without credentials,
 * query and trailing slash. Simulated data has another name, so that it never mixes with real data of the same address.
 *
 * `pageOrigin` is the origin for a relative address. Throws a TypeError when the address is not a URL.
 */
export function apiIdentity({ api, auth }: AppConfig, pageOrigin: string): string {
  const { origin, pathname } = new URL(api, pageOrigin);
  const address = `${origin}${pathname.replace(/\/+$/, '')}`;
  return auth === 'demo' ? `demo ${address}` : address;
}
