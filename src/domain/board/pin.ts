import { cleanText } from '#domain/text.ts';
import { withoutToken } from '#domain/tokens/credential.ts';

/** An environment on a board, or a whole project with all its present environments. `id` is a lower-case uuid. */
export type Pin = { readonly kind: 'environment' | 'project'; readonly id: string; readonly label?: string };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_LABEL_LENGTH = 60;

/** True for a lower-case uuid of any version: the only valid form of a pin's `id`. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** True when both pins are the same environment or project. Labels are ignored. */
export const samePin = (a: Pin, b: Pin): boolean => a.kind === b.kind && a.id === b.id;

/**
 * Encodes a pin as 22 base64url characters, with `p` before a project's, followed by `~` and the label if there is one.
 * Empty when `id` is not a uuid. Never throws.
 */
export function encodePin({ kind, id, label = '' }: Pin): string {
  const uuid = id.toLowerCase();
  if (!isUuid(uuid)) return '';
  const cleaned = withoutToken(cleanLabel(label));
  return `${kind === 'project' ? 'p' : ''}${packUuid(uuid)}${cleaned && `~${escapeLabel(cleaned)}`}`;
}

/**
 * Decodes the result of `encodePin`; undefined for any other text, such as another encoding of the same id. Never
 * throws.
 */
export function decodePin(text: string): Pin | undefined {
  const packed = packedPart(text);
  if (packed === undefined) return undefined;
  const label = packed === text ? '' : cleanLabel(unescapeLabel(text.slice(packed.length + 1)));
  const kind = packed.length > PACKED_LENGTH ? 'project' : 'environment';
  return { kind, id: unpackUuid(packed.slice(-PACKED_LENGTH)), ...(label && { label }) };
}

/** Returns an encoded pin without its label, as a key of the pin. Undefined when `decodePin` would reject the text. */
export function packedPart(text: string): string | undefined {
  if (text.length < PACKED_LENGTH) return undefined;
  const tilde = text.indexOf('~');
  const packed = tilde < 0 ? text : text.slice(0, tilde);
  return PACKED.test(packed) ? packed : undefined;
}

/** Maximum number of pins on a board. A longer link, file or pasted list is cut, and the page reports it. */
export const MAX_PINS = 8_000;

/** Returns a label without control characters and outer spaces, of at most 60 characters. Empty means no label. */
export const cleanLabel = (text: string): string =>
  cleanText(cleanText(text, text.length).trim(), MAX_LABEL_LENGTH).trim();

const ESCAPES = { '*': '*2a', '.': '*2e', '~': '*7e' } as const;

const escapeLabel = (label: string): string =>
  label.replaceAll('*', ESCAPES['*']).replaceAll('.', ESCAPES['.']).replaceAll('~', ESCAPES['~']);

const unescapeLabel = (text: string): string =>
  text.replaceAll(/\*(?:2a|2e|7e)/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PACKED_LENGTH = 22;
/** The last letter has four unused bits. They must be zero, so that an id has exactly one encoding. */
const PACKED = /^p?[A-Za-z0-9_-]{21}[AQgw]$/;

/** Encodes three hexadecimal digits as two base64url letters. 32 digits and a zero make eleven such groups. */
function packUuid(uuid: string): string {
  const digits = `${uuid.replaceAll('-', '')}0`;
  let packed = '';
  for (let at = 0; at < digits.length; at += 3) {
    const bits = Number.parseInt(digits.slice(at, at + 3), 16);
    packed += ALPHABET.charAt(bits >> 6) + ALPHABET.charAt(bits & 63);
  }
  return packed;
}

const DIGITS = '0123456789abcdef';
/** The value of each letter, by code unit: faster than a search, because a link may contain thousands of ids. */
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter.charCodeAt(0), value]));
const bitsOf = (packed: string, at: number): number => VALUES.get(packed.charCodeAt(at)) ?? 0;

function unpackUuid(packed: string): string {
  let digits = '';
  for (let at = 0; at < packed.length; at += 2) {
    const bits = (bitsOf(packed, at) << 6) | bitsOf(packed, at + 1);
    digits += DIGITS.charAt(bits >> 8) + DIGITS.charAt((bits >> 4) & 15) + DIGITS.charAt(bits & 15);
  }
  const cut = (from: number, to: number) => digits.slice(from, to);
  return `${cut(0, 8)}-${cut(8, 12)}-${cut(12, 16)}-${cut(16, 20)}-${cut(20, 32)}`;
}
