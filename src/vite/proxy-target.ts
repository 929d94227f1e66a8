import { isThisMachine } from '#domain/board/share-link.ts';

const QOVERY = 'https://api.qovery.com';

/** URL parsing removes tabs and line breaks, so an address with them could name another host than it shows. */
const hasControl = (text: string): boolean => /[\p{Cc}\s]/u.test(text);

/** Returns the API's address in QOVERY_API_URL, by default Qovery's own. Throws an `Error` whose message is one sentence. */
export function targetOf(address: string = QOVERY): string {
  const url = URL.canParse(address) && !hasControl(address) ? new URL(address) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username + url.password + url.search + url.hash !== ''
  )
    throw new Error('QOVERY_API_URL is not an http or https address (a host, a port, a path; no user, no query).');
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    throw new Error('QOVERY_API_URL must start with https://, or the token crosses the network unencrypted.');
  return address;
}
