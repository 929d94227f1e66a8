import type { HeldToken } from '#domain/tokens/held-token.ts';

const KIND = {
  api: 'API-Token',
  policy: 'Policy-Token',
  session: 'Sitzungstoken der Konsole',
} as const satisfies Record<HeldToken['kind'], string>;

/** Describes a token by its organizations, never by its value: `API-Token für acme, globex`. */
export const tokenText = ({ kind, organizations }: HeldToken): string =>
  organizations.length === 0 ? KIND[kind] : `${KIND[kind]} für ${organizations.join(', ')}`;

export const tokenTitle = (token: HeldToken): string => tokenText(token);

/** Reports a refused token, and the reason when the token itself holds its end. */
export const refusedText = (token: HeldToken, now: number): string =>
  token.endsAt !== undefined && token.endsAt <= now
    ? `Das ${tokenText(token)} ist abgelaufen.`
    : `Qovery hat das ${tokenText(token)} abgelehnt.`;
