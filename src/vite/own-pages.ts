import type { IncomingMessage, ServerResponse } from 'node:http';

const OWN: ReadonlySet<string> = new Set(['same-origin', 'none']);

/** The host of an `Origin` header; the header itself when it is no address, such as `null`. */
const hostIn = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

/**
 * Returns whether a page of another origin sent the request. Such a page could use the server's token and its hourly
 * budget without the user's knowledge.
 *
 * Browsers send `Sec-Fetch-Site`; over plain http on a LAN they send only `Origin`. Programs other than browsers send
 * neither, and are allowed.
 */
export function isForeign({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && !OWN.has(String(site))) return true;
  const { origin, host } = headers;
  return origin !== undefined && hostIn(origin) !== host;
}

/** Forbids pages to show this one in a frame, where a click could be redirected to it (clickjacking). */
export function refuseFrames(response: ServerResponse): void {
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
}

/** Refuses a request for the API with 403 and the reason. */
export function refuseForeign(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end('{"detail":"Only pages of this server may use its API."}');
}
