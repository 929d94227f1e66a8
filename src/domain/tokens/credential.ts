/** A credential as Qovery wants it in the `Authorization` header. */
export type Credential = { readonly scheme: 'Token' | 'Bearer'; readonly value: string };

export type PastedToken =
  /** `isCertain`: its form, or a prefix, says the scheme. Otherwise ask; API tokens are the usual case. */
  | { readonly kind: 'credential'; readonly credential: Credential; readonly isCertain: boolean }
  | { readonly kind: 'empty' }
  /** Characters that no header may carry: a broken copy. */
  | { readonly kind: 'unusable' };

const PREFIX = /^(token|bearer)\s+/i;
const HEADER_SAFE = /^[\x21-\x7e]+$/;
const API_TOKEN = /^(sk-)?qov[-_]/;
const JWT = /^eyJ[^.]*\.[^.]+\.[^.]*$/;

/** A word that begins as Qovery's tokens and JWTs do, wherever it stands, from its first secret letters on. */
const TOKEN_WORD = /(?:^|[^\w-])(?:(?:sk-)?qov_|sk-qov-|eyJ[\w-]{5})/;
/** What a header holds: a scheme, and a word too long for a name. */
const HEADER_VALUE = /(?:^|\s)(?:token|bearer)\s+[\x21-\x7e]{16}/i;

/** True for text that holds a token, or the beginning of one: it must not reach an address, a title or the history. */
export const holdsToken = (text: string): boolean => TOKEN_WORD.test(text) || HEADER_VALUE.test(text);

/** The text itself; nothing in place of one that holds a token. */
export const withoutToken = (text: string): string => (holdsToken(text) ? '' : text);

/**
 * Reads what was pasted into the token field. Line breaks inside are from wrapped copies and go; a `Token ` or
 * `Bearer ` in front wins over the form. A form that is neither is taken for an API token, and said to be uncertain.
 */
export function parseCredential(text: string): PastedToken {
  const trimmed = text.trim();
  const prefix = PREFIX.exec(trimmed)?.[1]?.toLowerCase();
  const value = trimmed.replace(PREFIX, '').replace(/\s+/g, '');
  if (value === '') return { kind: 'empty' };
  if (!HEADER_SAFE.test(value)) return { kind: 'unusable' };
  const scheme = prefix === 'bearer' || (prefix === undefined && JWT.test(value)) ? 'Bearer' : 'Token';
  const isCertain = prefix !== undefined || JWT.test(value) || API_TOKEN.test(value);
  return { kind: 'credential', credential: { scheme, value }, isCertain };
}
