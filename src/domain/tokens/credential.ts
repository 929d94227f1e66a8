/** A credential for Qovery's `Authorization` header. */
export type Credential = { readonly scheme: 'Token' | 'Bearer'; readonly value: string };

export type PastedToken =
  /** `isCertain`: a prefix or the token's form determines the scheme. Otherwise it is assumed to be an API token. */
  | { readonly kind: 'credential'; readonly credential: Credential; readonly isCertain: boolean }
  | { readonly kind: 'empty' }
  /** The text contains characters that are invalid in a header, as after a damaged copy. */
  | { readonly kind: 'unusable' };

const PREFIX = /^(token|bearer)\s/i;
const HEADER_SAFE = /^[\x21-\x7e]+$/;
const API_TOKEN = /^(sk-)?qov[-_]/;
const JWT = /^eyJ[^.]*\.[^.]+\.[^.]*$/;

/** A word that starts like a Qovery token or a JWT, anywhere in the text. */
const TOKEN_WORD = /(?:^|[^\w-])(?:(?:sk-)?qov_|sk-qov-|eyJ[\w-]{5})/;
/** The value of an `Authorization` header: a scheme, and a word that is too long for a name. */
const HEADER_VALUE = /(?:^|\s)(?:token|bearer)\s+[\x21-\x7e]{16}/i;

/** True for text with a token or its beginning: it must not reach an address, a title or the browser's history. */
export const holdsToken = (text: string): boolean => TOKEN_WORD.test(text) || HEADER_VALUE.test(text);

/** Returns the text, or an empty string when it contains a token. */
export const withoutToken = (text: string): string => (holdsToken(text) ? '' : text);

/**
 * Parses the text of the token field. White space is removed, because a copy from a terminal may contain line breaks.
 *
 * A prefix `Token ` or `Bearer ` determines the scheme; without one, a JWT is a `Bearer` token. Any other text is
 * assumed to be an API token, with `isCertain` false unless it starts like one.
 */
export function parseCredential(text: string): PastedToken {
  const trimmed = text.trim();
  const prefix = PREFIX.exec(trimmed)?.[1]?.toLowerCase();
  const value = trimmed.replace(PREFIX, '').replace(/\s/g, '');
  if (value === '') return { kind: 'empty' };
  if (!HEADER_SAFE.test(value)) return { kind: 'unusable' };
  const scheme = prefix === 'bearer' || (prefix === undefined && JWT.test(value)) ? 'Bearer' : 'Token';
  const isCertain = prefix !== undefined || JWT.test(value) || API_TOKEN.test(value);
  return { kind: 'credential', credential: { scheme, value }, isCertain };
}
