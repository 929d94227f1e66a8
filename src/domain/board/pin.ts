import { cleanText } from '#domain/text.ts';
import { withoutToken } from '#domain/tokens/credential.ts';

/** One thing on a board: an environment, or a whole project whose environments come and go. `id` is a lower-case uuid. */
export type Pin = { readonly kind: 'environment' | 'project'; readonly id: string; readonly label?: string };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LABEL_LENGTH = 60;

/** True for a lower-case uuid of any version: the only spelling a pin's `id` may have. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** True when both name the same thing. Labels do not count. */
export const samePin = (a: Pin, b: Pin): boolean => a.kind === b.kind && a.id === b.id;

/** 22 base64url characters, `p` before a project's, `~` and the label after. Empty when `id` is no uuid; never throws. */
export function encodePin({ kind, id, label = '' }: Pin): string {
  const uuid = id.toLowerCase();
  if (!isUuid(uuid)) return '';
  const cleaned = withoutToken(cleanLabel(label));
  return `${kind === 'project' ? 'p' : ''}${packUuid(uuid)}${cleaned && `~${escapeLabel(cleaned)}`}`;
}

/** Reads what `encodePin` wrote. Undefined for anything else, a second spelling of the same id included; never throws. */
export function decodePin(text: string): Pin | undefined {
  const packed = packedPart(text);
  if (packed === undefined) return undefined;
  const label = packed === text ? '' : cleanLabel(unescapeLabel(text.slice(packed.length + 1)));
  const kind = packed.length > PACKED_LENGTH ? 'project' : 'environment';
  return { kind, id: unpackUuid(packed.slice(-PACKED_LENGTH)), ...(label && { label }) };
}

/** A written pin without its label: equal for the same pins and no others. Undefined when `decodePin` would refuse it. */
export function packedPart(text: string): string | undefined {
  if (text.length < PACKED_LENGTH) return undefined;
  const tilde = text.indexOf('~');
  const packed = tilde < 0 ? text : text.slice(0, tilde);
  return PACKED.test(packed) ? packed : undefined;
}

/** As many as a board holds: beyond that, a link, a file or a pasted list is cut, and says so. */
export const MAX_PINS = 8_000;

/** A label as a board keeps it; the empty string is no label. */
export const cleanLabel = (text: string): string => cleanText(cleanText(text, text.length).trim(), LABEL_LENGTH).trim();

const ESCAPES = { '*': '*2a', '.': '*2e', '~': '*7e' } as const;

const escapeLabel = (label: string): string =>
  label.replaceAll('*', ESCAPES['*']).replaceAll('.', ESCAPES['.']).replaceAll('~', ESCAPES['~']);

const unescapeLabel = (text: string): string =>
  text.replaceAll(/\*(?:2a|2e|7e)/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PACKED_LENGTH = 22;
/** The last letter leaves four bits over. They must be zero, so that one id has one spelling. */
const PACKED = /^p?[A-Za-z0-9_-]{21}[AQgw]$/;

/** Three hexadecimal digits are two base64url letters. 32 digits and a zero make eleven such groups. */
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
/** By code unit: a link may name thousands. */
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
