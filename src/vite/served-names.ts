import { isIP } from 'node:net';

/** Returns the name in a request's `Host` header, without its port; undefined when the header is no host. */
function nameOf(header: string): string | undefined {
  return /^(\[[\d:a-f.]+\]|[^:@/?#\s]+)(?::\d+)?$/i.exec(header)?.[1]?.toLowerCase();
}

/**
 * True for a `Host` that the server answers. On loopback these are the names of this machine. On another address they are
 * any IP address, `localhost` and the given host: an address cannot be pointed elsewhere, as another name can.
 */
export function isServedName(header: string, host: string, isLocal: boolean): boolean {
  const name = nameOf(header);
  if (name === undefined) return false;
  if (isLocal) return name === 'localhost' || name === '127.0.0.1' || name === '[::1]';
  return name === 'localhost' || name === host || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
