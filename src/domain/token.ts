/** A credential as Qovery wants it in the `Authorization` header. */
export type Credential = { readonly scheme: 'Token' | 'Bearer'; readonly value: string };

export type PastedToken =
  | { readonly kind: 'credential'; readonly credential: Credential }
  | { readonly kind: 'empty' }
  /** Characters that no header may carry: a broken copy. */
  | { readonly kind: 'unusable' };

const PREFIX = /^(token|bearer)\s+/i;
const HEADER_SAFE = /^[\x21-\x7e]+$/;
const JWT = /^eyJ[^.]*\.[^.]+\.[^.]*$/;

/**
 * Reads what was pasted into the token field. Line breaks inside are from wrapped copies and go; a `Token ` or
 * `Bearer ` in front wins over the form. A form that is neither is taken for an API token, the usual case.
 */
export function readPastedToken(text: string): PastedToken {
  const trimmed = text.trim();
  const prefix = PREFIX.exec(trimmed)?.[1]?.toLowerCase();
  const value = trimmed.replace(PREFIX, '').replace(/\s+/g, '');
  if (value === '') return { kind: 'empty' };
  if (!HEADER_SAFE.test(value)) return { kind: 'unusable' };
  const scheme = prefix === 'bearer' || (prefix === undefined && JWT.test(value)) ? 'Bearer' : 'Token';
  return { kind: 'credential', credential: { scheme, value } };
}

/**
 * Eight hexadecimal digits that tell tokens apart in this browser's ledger (FNV-1a, 32 bits). They say nothing useful
 * of a token of over 100 random bits.
 */
export function fingerprint(value: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
