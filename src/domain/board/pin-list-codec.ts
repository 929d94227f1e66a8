import { forEachSegment } from '#domain/text.ts';
import { decodePin, encodePin, MAX_PINS, type Pin, packedPart } from './pin.ts';

/** What was written of an array of pins: a board of thousands is written several times for each letter of a filter. */
const written = new WeakMap<readonly Pin[], string>();

/** Pins as one value of an address, without those that cannot be written. */
export function encodePins(pins: readonly Pin[]): string {
  const known = written.get(pins);
  if (known !== undefined) return known;
  const text = pins
    .map(encodePin)
    .filter((pin) => pin !== '')
    .join('.');
  written.set(pins, text);
  return text;
}

type ReadPins = { readonly pins: readonly Pin[]; readonly unreadablePins: number; readonly cappedPins: number };
/** The long list read last. The pins stay while a filter is typed: so does their array, and all that is made of it. */
let lastRead: (ReadPins & { readonly list: string }) | undefined;
const LONG_LIST = 1_000;

/** Pins out of a value of an address, each once, as many as a board holds; counted are those that were left out. */
export function decodePins(list: string): ReadPins {
  if (list.length < LONG_LIST) return unpackPins(list);
  if (lastRead?.list !== list) lastRead = { list, ...unpackPins(list) };
  return lastRead;
}

/** Only the pins that are kept are unpacked: a hostile link may name 45,000. */
function unpackPins(list: string): ReadPins {
  const pins: Pin[] = [];
  const seen = new Set<string>();
  let unreadablePins = 0;
  forEachSegment(list, '.', (text) => {
    const packed = packedPart(text);
    if (packed === undefined) unreadablePins += 1;
    else if (!seen.has(packed)) {
      seen.add(packed);
      const pin = pins.length < MAX_PINS ? decodePin(text) : undefined;
      if (pin !== undefined) pins.push(pin);
    }
  });
  return { pins, unreadablePins, cappedPins: seen.size - pins.length };
}
