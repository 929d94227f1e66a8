import type { HeldToken } from '#domain/tokens/held-token.ts';

const KIND = {
  api: 'jeton d’API',
  policy: 'jeton de politique',
  session: 'jeton de session de la console',
} as const satisfies Record<HeldToken['kind'], string>;

/** Describes a token by its organizations, never by its value: `jeton d’API pour acme, globex`. */
export const tokenText = ({ kind, organizations }: HeldToken): string =>
  organizations.length === 0 ? KIND[kind] : `${KIND[kind]} pour ${organizations.join(', ')}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const tokenTitle = (token: HeldToken): string => capital(tokenText(token));

/** Reports a refused token, and the reason when the token itself holds its end. */
export const refusedText = (token: HeldToken, now: number): string =>
  token.endsAt !== undefined && token.endsAt <= now
    ? `Le ${tokenText(token)} a expiré.`
    : `Qovery a refusé le ${tokenText(token)}.`;
