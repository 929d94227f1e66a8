import type { IncomingMessage, ServerResponse } from 'node:http';

const OWN: ReadonlySet<string> = new Set(['same-origin', 'none']);

/** The host of an `Origin` header, without its scheme; the header itself where it is no address, as `null` is none. */
const hostIn = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

/**
 * True for a request that a page of another origin makes: it could use the server's token, or spend its hour, without
 * the user's knowledge. Browsers say so in `Sec-Fetch-Site`, and over plain http on a LAN in `Origin` alone. Programs that
 * are no browser send neither, and pass.
 */
export function isForeign({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && !OWN.has(String(site))) return true;
  const { origin, host } = headers;
  return origin !== undefined && hostIn(origin) !== host;
}

/** No page may show this one in a frame, where a click on it could be led astray. */
export function refuseFrames(response: ServerResponse): void {
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
}

/** Refuses a request for the API; the answer tells a program's author why. */
export function refuseForeign(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end('{"detail":"Only pages of this server may use its API."}');
}
