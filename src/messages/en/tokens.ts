import type { Failure } from '#domain/environment/failure.ts';
import { plural } from './common.ts';
import { failureText } from './failures.ts';

export const TITLE = 'Connect to Qovery';
export const WHAT_IT_IS = 'Envboard shows the state of your Qovery environments. Add a token that can read them.';
/** Describes the shared board that appears once a token is added. */
export function waitingText(name: string, environments: number, projects: number): string {
  const pins = [environments > 0 && plural(environments, 'environment'), projects > 0 && plural(projects, 'project')]
    .filter((part) => part !== false)
    .join(' and ');
  return `${name === '' ? 'This board' : `“${name}”`} shows ${pins}. Add a token that can read them. The board stays as it was shared.`;
}
export const NO_TOKEN = 'No token? The demo runs in this page and sends no requests to Qovery.';

export const ANOTHER_TOKEN = 'Use another token';
export const ANOTHER_TOKEN_WHY = 'The board and its last known states stay. Checks continue with the new token.';

export const TOKEN = 'Qovery token';
const serverText = (api: string): string =>
  api.startsWith('/') ? `this server (${api})` : api.replace('https://', '');
export const hintText = (api: string): string =>
  `A Viewer API token is enough. It is sent to ${serverText(api)} only. Links never hold it.`;
export const WHICH = 'Kind of token';
export const SCHEME_WORDS = { Token: 'An API token', Bearer: 'A session token of the Qovery console' } as const;
export const REMEMBER = 'Remember on this device';
export const CONNECT = 'Connect';
export const CHECKING = 'Checking…';
export const DEMO = 'Look around with demo data';

export const EMPTY = 'Paste a Qovery token first.';
export const UNUSABLE = 'This text has characters that no token has. Copy the token again.';

export function refusalText(failure: Failure): string {
  if (failure.kind === 'unauthorized')
    return 'Qovery refused this token. Check that it was copied whole and has not been revoked.';
  if (failure.kind === 'denied') return 'This token may not read the list of organizations.';
  if (failure.kind === 'unreachable' && failure.path === undefined)
    return 'Qovery could not be reached from this page: the network or the browser’s CORS rule blocked the request. To avoid CORS, serve Envboard and the API from the same origin: see “Use it with your account” in the README.';
  return `${failureText(failure)} Try again in a moment.`;
}

const MAX_NAMED = 3;

const someOf = (names: readonly string[]): string =>
  names.length <= MAX_NAMED
    ? names.join(', ')
    : `${names.slice(0, MAX_NAMED).join(', ')} and ${names.length - MAX_NAMED} more`;

/** Texts about tokens on an open board. */
export const TOKEN_WORDS = {
  tokens: 'Tokens',
  add: 'Add a token',
  dismiss: 'Dismiss',
  remove: 'Remove',
  removing: (token: string) => `Remove the ${token}`,
  onDevice: 'remembered on this device',
  inTab: 'for this tab only',
  unkept: 'This token lasts until you close this tab, because this browser’s storage is full or blocked.',
  refused: 'refused by Qovery',
  endsAt: (time: string) => `ends at ${time}`,
  several:
    'Envboard reads each organization with the token that has access to it. Each token allows 1,000 requests an hour.',
  endsSoon: (token: string, minutes: number, time: string) =>
    `The ${token} ends in ${plural(minutes, 'minute')}, at ${time}. Add another token: the board stays as it is.`,
  hasEnded: (token: string, time: string) => `The ${token} ended at ${time}. The cards show the last known states.`,
  unseen: (names: readonly string[], tokens: number) =>
    `${tokens > 1 ? 'None of the tokens can read' : 'The token cannot read'} ${plural(names.length, 'pin')}: ${someOf(names)}.`,
} as const;
