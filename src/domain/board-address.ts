import { cleanText, decodePin, encodePin, type Pin, packedPart, wellFormed } from './pin.ts';
import { TONES, type Tone } from './tone.ts';

const GROUPS = ['none', 'project'] as const;
const SORTS = ['attention', 'name', 'deployed', 'manual'] as const;

/** Everything about a board that its link carries. */
export type BoardAddress = {
  readonly name: string;
  readonly pins: readonly Pin[];
  readonly group: (typeof GROUPS)[number];
  readonly sort: (typeof SORTS)[number];
  readonly tones: readonly Tone[];
  readonly outOfDate: boolean;
  readonly query: string;
};

/** What a link said that could not be used. `unreadable` names the keys whose value was not understood. */
export type AddressProblems = {
  readonly unreadablePins: number;
  readonly newerVersion: boolean;
  readonly unreadable: readonly string[];
  readonly cappedPins: number;
};

export const DEFAULT_BOARD: BoardAddress = {
  name: '',
  pins: [],
  group: 'project',
  sort: 'attention',
  tones: [],
  outOfDate: false,
  query: '',
};

const VERSION = 1;
const MAX_PINS = 8_000;
const TEXT_LENGTH = 120;
/** Of a value other than pins. 120 characters take 1,080 at most; what lies far beyond is not worth decoding. */
const MAX_WRITTEN_LENGTH = 10_000;
/** Servers cut request lines at 8 to 16 kB; the fragment is never sent to one. */
const SEARCH_LENGTH = 6_000;

/** The query string of a board, without `?`: only what differs from `DEFAULT_BOARD`. Never throws. */
export function encodeBoard(board: BoardAddress): string {
  const pins = board.pins.map(encodePin).filter((pin) => pin !== '');
  const written: readonly (readonly [Key, string])[] = [
    ['name', cleanText(board.name, TEXT_LENGTH)],
    ['pins', pins.join('.')],
    ['group', board.group === DEFAULT_BOARD.group ? '' : board.group],
    ['sort', board.sort === DEFAULT_BOARD.sort ? '' : board.sort],
    ['tone', [...new Set(board.tones)].join('.')],
    ['configuration', board.outOfDate ? OUT_OF_DATE : ''],
    ['q', cleanText(board.query, TEXT_LENGTH)],
  ];
  return written.flatMap(([key, value]) => (value === '' ? [] : `${key}=${escapeValue(value)}`)).join('&');
}

/** Reads any text. What it cannot read it leaves out and reports: an old or damaged link still opens. Never throws. */
export function decodeBoard(text: string): { readonly board: BoardAddress; readonly problems: AddressProblems } {
  const values = readValues(text);
  const value = (key: Key): string => values.get(key) ?? '';
  const unreadable: Key[] = [];
  const oneOf = <Word extends string>(key: Key, words: readonly Word[]): Word | undefined => {
    const word = words.find((candidate) => candidate === value(key));
    if (word === undefined && value(key) !== '') unreadable.push(key);
    return word;
  };

  const { pins, unreadablePins, cappedPins } = readPins(value('pins'));
  const tones = readTones(value('tone'));
  const version = /^[1-9]\d*$/.test(value('v')) ? Number(value('v')) : undefined;
  const board: BoardAddress = {
    name: cleanText(value('name'), TEXT_LENGTH),
    pins,
    group: oneOf('group', GROUPS) ?? DEFAULT_BOARD.group,
    sort: oneOf('sort', SORTS) ?? DEFAULT_BOARD.sort,
    tones: tones.known,
    outOfDate: oneOf('configuration', [OUT_OF_DATE]) !== undefined,
    query: cleanText(value('q'), TEXT_LENGTH),
  };
  if (tones.hasUnknown) unreadable.push('tone');
  if (version === undefined && value('v') !== '') unreadable.push('v');
  const newerVersion = version !== undefined && version > VERSION;
  return { board, problems: { unreadablePins, newerVersion, unreadable, cappedPins } };
}

/** Where the board goes: into the search, or whole into the fragment once a server might cut it. */
export function boardLocation(board: BoardAddress): { readonly search: string; readonly hash: string } {
  const encoded = encodeBoard(board);
  if (encoded.length > SEARCH_LENGTH) return { search: '', hash: `#${encoded}` };
  return { search: encoded && `?${encoded}`, hash: '' };
}

/** The part of a location that holds the board, as `decodeBoard` wants it. */
export const readLocation = ({ search, hash }: { readonly search: string; readonly hash: string }): string =>
  hash.includes('pins=') ? hash.replace(/^#/, '') : search.replace(/^\?/, '');

const OUT_OF_DATE = 'OUT_OF_DATE';
const KEYS = ['name', 'pins', 'group', 'sort', 'tone', 'configuration', 'q', 'v'] as const;
type Key = (typeof KEYS)[number];

/** `encodeURIComponent`, and the marks at which chat programs end a link. */
const escapeValue = (value: string): string =>
  encodeURIComponent(wellFormed(value))
    .replaceAll('%20', '+')
    .replaceAll(/[!'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** The first value of each key we know. The browser's own decoder reads damaged escapes without throwing. */
function readValues(text: string): ReadonlyMap<Key, string> {
  const values = new Map<Key, string>();
  forEachPiece(text.replace(/^[?#]/, ''), '&', (pair) => {
    const equals = pair.indexOf('=');
    const key = equals < 0 ? undefined : KEYS.find((known) => known.length === equals && pair.startsWith(known));
    if (key === undefined || values.has(key)) return;
    const value = pair.slice(equals + 1, key === 'pins' ? undefined : equals + 1 + MAX_WRITTEN_LENGTH);
    values.set(key, new URLSearchParams(`value=${value}`).get('value') ?? '');
  });
  return values;
}

/** Only the pins that are kept are unpacked: a hostile link may name 45,000. */
function readPins(list: string) {
  const pins: Pin[] = [];
  const seen = new Set<string>();
  let unreadablePins = 0;
  forEachPiece(list, '.', (text) => {
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

/** The tones stay in the order of the link, so that a board survives its trip unchanged. */
function readTones(list: string) {
  const words = new Set<string>();
  forEachPiece(list, '.', (word) => words.add(word));
  const known = [...words].flatMap((word) => TONES.find((tone) => tone === word) ?? []);
  return { known, hasUnknown: known.length < words.size };
}

/** `split` without its list, which for a megabyte of separators is slow to build. Empty pieces are passed over. */
function forEachPiece(text: string, separator: '&' | '.', visit: (piece: string) => void): void {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(separator, start);
    const end = found < 0 ? text.length : found;
    if (end > start) visit(text.slice(start, end));
    start = end + 1;
  }
}
