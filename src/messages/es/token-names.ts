import type { HeldToken } from '#domain/tokens/held-token.ts';

const KIND = {
  api: 'token de API',
  policy: 'token de política',
  session: 'token de sesión de la consola',
} as const satisfies Record<HeldToken['kind'], string>;

/** Describes a token by its organizations, never by its value: `token de API para acme, globex`. */
export const tokenText = ({ kind, organizations }: HeldToken): string =>
  organizations.length === 0 ? KIND[kind] : `${KIND[kind]} para ${organizations.join(', ')}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const tokenTitle = (token: HeldToken): string => capital(tokenText(token));

/** Reports a refused token, and the reason when the token itself holds its end. */
export const refusedText = (token: HeldToken, now: number): string =>
  token.endsAt !== undefined && token.endsAt <= now
    ? `El ${tokenText(token)} ha caducado.`
    : `Qovery rechazó el ${tokenText(token)}.`;
