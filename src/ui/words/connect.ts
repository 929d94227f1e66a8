import type { Failure } from '#domain/failure.ts';
import { failureText } from './failures.ts';
import { plural } from './plural.ts';

export const TITLE = 'Connect to Qovery';
export const WHAT_IT_IS = 'Envboard shows the state of your Qovery environments. Add a token that can read them.';
/** What waits behind the page: a board that was shared. */
export function waitingText(name: string, environments: number, projects: number): string {
  const watched = [environments > 0 && plural(environments, 'environment'), projects > 0 && plural(projects, 'project')]
    .filter((part) => part !== false)
    .join(' and ');
  return `${name === '' ? 'This board' : `“${name}”`} watches ${watched}. Add a token that can read them; the board itself stays as it was shared.`;
}
export const NO_TOKEN = 'No token at hand? The demo runs in this page and asks nobody.';

export const ANOTHER_TOKEN = 'Use another token';
export const ANOTHER_TOKEN_WHY = 'The board and its readings stay. Checking goes on with the new token.';

export const TOKEN = 'Qovery token';
const placeText = (api: string): string => (api.startsWith('/') ? `this server (${api})` : api.replace('https://', ''));
export const hintText = (api: string): string =>
  `A Viewer API token is enough. It is sent to ${placeText(api)} only, and never put in a link.`;
export const WHICH = 'What is it?';
export const SCHEME_WORDS = { Token: 'An API token', Bearer: 'A session token of the Qovery console' } as const;
export const REMEMBER = 'Remember on this device';
export const CONNECT = 'Connect';
export const CHECKING = 'Checking…';
export const DEMO = 'Look around with demo data';

export const EMPTY = 'Paste a Qovery token first.';
export const UNUSABLE = 'This holds characters that no token has. Copy the token again.';

export function refusalText(failure: Failure): string {
  if (failure.kind === 'unauthorized')
    return 'Qovery refused this token. Check that it was copied whole and has not been revoked.';
  if (failure.kind === 'unreachable')
    return 'Qovery could not be reached from this page: the network or the browser’s CORS rule blocked it. Run Envboard on the same origin instead: see “Use it with your account” in the README.';
  return `${failureText(failure)} Try again in a moment.`;
}
