import type { AppConfig } from './app-config.ts';

/**
 * The name under which a browser keeps everything that belongs to one API: its absolute address, without credentials,
 * query or closing slash. Simulated data has a name of its own, so that it never mixes with real data of one address.
 *
 * `pageOrigin` is the origin that a relative address belongs to.
 */
export function apiIdentity({ api, auth }: AppConfig, pageOrigin: string): string {
  const { origin, pathname } = new URL(api, pageOrigin);
  const address = `${origin}${pathname.replace(/\/+$/, '')}`;
  return auth === 'demo' ? `demo ${address}` : address;
}
