import type { Failure } from '#domain/environment/failure.ts';
import type { HeldToken } from '#domain/tokens/held-token.ts';
import { plural } from './common.ts';
import { failureText } from './failures.ts';

export const TITLE = 'Connect to Qovery';
export const WHAT_IT_IS = 'Envboard shows the state of your Qovery environments. Add a token that can read them.';
/** What waits behind the page: a board that was shared. */
export function waitingText(name: string, environments: number, projects: number): string {
  const environment = [
    environments > 0 && plural(environments, 'environment'),
    projects > 0 && plural(projects, 'project'),
  ]
    .filter((part) => part !== false)
    .join(' and ');
  return `${name === '' ? 'This board' : `“${name}”`} watches ${environment}. Add a token that can read them; the board itself stays as it was shared.`;
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

const MAX_NAMED = 3;

const someOf = (names: readonly string[]): string =>
  names.length <= MAX_NAMED
    ? names.join(', ')
    : `${names.slice(0, MAX_NAMED).join(', ')} and ${names.length - MAX_NAMED} more`;

/** Every word about tokens on a board that stands. */
export const TOKEN_WORDS = {
  tokens: 'Tokens',
  add: 'Add a token',
  dismiss: 'Dismiss',
  remove: 'Remove',
  removing: (token: string) => `Remove the ${token}`,
  onDevice: 'kept on this device',
  inTab: 'for this tab only',
  unkept: 'This token is kept for this tab only, because this browser’s storage is full or blocked.',
  refused: 'refused by Qovery',
  endsAt: (time: string) => `ends at ${time}`,
  several:
    'Each organization is asked with the token that may read it, and each token has 1,000 requests an hour of its own.',
  endsSoon: (token: string, minutes: number, time: string) =>
    `The ${token} ends in ${plural(minutes, 'minute')}, at ${time}. The board stays as it is with another token.`,
  hasEnded: (token: string, time: string) => `The ${token} ended at ${time}. The cards keep their last readings.`,
  unseen: (names: readonly string[], tokens: number) =>
    `${tokens > 1 ? 'None of the tokens can see' : 'The token cannot see'} ${plural(names.length, 'pin')}: ${someOf(names)}.`,
} as const;

const KIND = {
  api: 'API token',
  policy: 'policy token',
  session: 'console session',
} as const satisfies Record<HeldToken['kind'], string>;

/** `API token for acme, globex`: a token is named by what it is for, and never by itself. */
export const tokenText = ({ kind, organizations }: HeldToken): string =>
  organizations.length === 0 ? KIND[kind] : `${KIND[kind]} for ${organizations.join(', ')}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const tokenTitle = (token: HeldToken): string => capital(tokenText(token));

/** Says of a token that Qovery refused it, and why, where it says so itself. */
export const refusedText = (token: HeldToken, now: number): string =>
  token.endsAt !== undefined && token.endsAt <= now
    ? `The ${tokenText(token)} has expired.`
    : `Qovery refused the ${tokenText(token)}.`;
