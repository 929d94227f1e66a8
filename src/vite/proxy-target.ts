import { isThisMachine } from '#domain/board/share-link.ts';

const QOVERY = 'https://api.qovery.com';

/** URL parsing strips tabs and line breaks, so that an address could name another host than it seems to. */
const hasControl = (text: string): boolean => /[\p{Cc}\s]/u.test(text);

/** The API's address that QOVERY_API_URL asks for, Qovery's own by default. Throws one clear sentence. */
export function targetOf(given: string = QOVERY): string {
  const url = URL.canParse(given) && !hasControl(given) ? new URL(given) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username + url.password + url.search + url.hash !== ''
  )
    throw new Error('QOVERY_API_URL is not an http or https address (a host, a port, a path; no user, no query).');
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    throw new Error('QOVERY_API_URL must start with https://, or the token crosses the network unencrypted.');
  return given;
}
