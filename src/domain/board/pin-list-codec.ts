import { forEachSegment } from '#domain/text.ts';
import { decodePin, encodePin, MAX_PINS, type Pin, packedPart } from './pin.ts';

/** Cache of encoded lists. While the user types a filter, a board with thousands of pins is encoded at each letter. */
const encodedLists = new WeakMap<readonly Pin[], string>();

/** Encodes pins as one value of an address. Pins with an invalid id are left out. */
export function encodePins(pins: readonly Pin[]): string {
  const cached = encodedLists.get(pins);
  if (cached !== undefined) return cached;
  const text = pins.map(encodePin).filter(Boolean).join('.');
  encodedLists.set(pins, text);
  return text;
}

type ReadPins = { readonly pins: readonly Pin[]; readonly unreadablePins: number; readonly cappedPins: number };
/** Cache of the last decoded list. The pins keep their identity while the user types a filter. */
let lastRead: (ReadPins & { readonly list: string }) | undefined;

/**
 * Decodes the pins in a value of an address: each once, at most `MAX_PINS`, with the numbers of those left out.
 *
 * No pin of a link that lost the case of its letters is readable: the letters that remain name other environments.
 */
export function decodePins(list: string, isCapitalized = false): ReadPins {
  if (lastRead?.list !== list) lastRead = { list, ...unpackPins(list) };
  if (!isCapitalized && !hasNoCapitals(list)) return lastRead;
  return { pins: [], unreadablePins: lastRead.unreadablePins + lastRead.pins.length, cappedPins: 0 };
}

/** True for pins without a capital letter among so many letters that chance cannot explain it. Labels are ignored. */
function hasNoCapitals(list: string): boolean {
  if (/(?:^|\.)[^~.]*[A-Z]/.test(list)) return false;
  return list.replaceAll(/~[^.]*|[^a-z]/g, '').length >= MIN_LETTERS;
}
const MIN_LETTERS = 24;

/** Unpacks only the pins that the board uses: a hostile link may contain 45,000. */
function unpackPins(list: string): ReadPins {
  const pins: Pin[] = [];
  const seen = new Set<string>();
  let unreadablePins = 0;
  const read = (text: string) => {
    const packed = packedPart(text);
    if (packed === undefined) unreadablePins += 1;
    else if (!seen.has(packed)) {
      seen.add(packed);
      const pin = pins.length < MAX_PINS ? decodePin(text) : undefined;
      if (pin !== undefined) pins.push(pin);
    }
  };
  forEachSegment(list, '.', (written) => {
    if (packedPart(written) !== undefined) read(written);
    else for (const text of partsOf(written)) read(text);
  });
  // A list of distinct encoded pins without labels equals its encoding. Encoding it would delay the first letter of a filter.
  if (!NOT_PLAIN.test(list) && list.split('.').length === pins.length) encodedLists.set(pins, list);
  return { pins, unreadablePins, cappedPins: seen.size - pins.length };
}

/**
 * Returns the encoded pins in a part of a list, without the blanks, invisible characters and marks that a program put into
 * it. A mark between two pins stands for the dot. A label is unchanged.
 */
function partsOf(text: string): readonly string[] {
  if (text.length > MAX_MARKED_LENGTH) return [text];
  const tilde = text.indexOf('~');
  const packed = tilde < 0 ? text : text.slice(0, tilde);
  const [first = '', ...others] = packed
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .replaceAll(/%(?:25)*2E/gi, '.')
    .split(/[^\w-]+/)
    .filter((part, index) => index === 0 || part !== '');
  const parts = first === '' && others.length > 0 ? others : [first, ...others];
  if (tilde >= 0) return [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${text.slice(tilde)}`];
  // A word behind the last pin belongs to the text around the link.
  return parts.filter((part, index) => index === 0 || part.length >= MIN_PIN_LENGTH);
}

/** A character that an encoded list of pins without labels lacks. */
const NOT_PLAIN = /[^\w.-]/;
/** The length of an encoded environment pin; a project pin has one character more. */
const MIN_PIN_LENGTH = 22;
const MAX_MARKED_LENGTH = 10_000;
