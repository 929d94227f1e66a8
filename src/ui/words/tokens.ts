import type { HeldToken } from '#domain/held-token.ts';
import { plural } from './plural.ts';

const MOST_NAMED = 3;

const someOf = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`;

/** Every word about tokens on a board that stands. */
export const TOKEN_WORDS = {
  tokens: 'Tokens',
  add: 'Add a token',
  dismiss: 'Dismiss',
  remove: 'Remove',
  removing: (token: string) => `Remove the ${token}`,
  onDevice: 'kept on this device',
  inTab: 'for this tab only',
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
