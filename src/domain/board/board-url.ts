import { TONES } from '#domain/environment/tone.ts';
import { cleanText, forEachSegment, wellFormed } from '#domain/text.ts';
import { withoutToken } from '#domain/tokens/credential.ts';
import {
  type Board,
  COLUMNS,
  type Column,
  DEFAULT_BOARD,
  DEFAULT_HIDDEN_COLUMNS,
  GROUPINGS,
  ROTATE_SECONDS,
  SORTS,
  VIEWS,
} from './board.ts';
import { decodePin, encodePin, isUuid, MAX_PINS } from './pin.ts';
import { decodePins, encodePins } from './pin-list-codec.ts';

/** What a link said that could not be used. `unreadable` names the keys whose value was not understood. */
export type UrlProblems = {
  readonly unreadablePins: number;
  readonly newerVersion: boolean;
  readonly unreadable: readonly string[];
  readonly cappedPins: number;
};

const VERSION = 1;
const TEXT_LENGTH = 120;
/** Of a value other than pins. 120 characters take 1,080 at most; what lies far beyond is not worth decoding. */
const MAX_WRITTEN_LENGTH = 10_000;
/** Servers cut request lines at 8 to 16 kB; the fragment is never sent to one. */
const SEARCH_LENGTH = 6_000;

/**
 * The query string of a board, without `?`: only what differs from `DEFAULT_BOARD`, and no token that was typed into a
 * name, a label or the filter. Never throws.
 */
export function encodeBoard(board: Board): string {
  const written: readonly (readonly [Key, string])[] = [
    ['name', withoutToken(cleanText(board.name, TEXT_LENGTH))],
    ['pins', encodePins(board.pins)],
    ['without', board.hidden.map(packId).join('.')],
    ['view', board.view === DEFAULT_BOARD.view ? '' : board.view],
    ['group', board.group === DEFAULT_BOARD.group ? '' : board.group],
    ['closed', board.collapsed.map(encodeKey).join('.')],
    ['sort', board.sort === DEFAULT_BOARD.sort ? '' : board.sort],
    ['order', board.isReversed ? REVERSED : ''],
    ['columns', encodeColumns(board.hiddenColumns)],
    ['tone', [...new Set(board.tones)].join('.')],
    ['configuration', board.outOfDate ? OUT_OF_DATE : ''],
    ['q', withoutToken(cleanText(board.query, TEXT_LENGTH))],
    ['env', board.details === undefined ? '' : packId(board.details)],
    ['rotate', board.rotateSeconds === undefined ? '' : String(board.rotateSeconds)],
  ];
  return written.flatMap(([key, value]) => (value === '' ? [] : `${key}=${escapeValue(value)}`)).join('&');
}

/** Reads any text. What it cannot read it leaves out and reports: an old or damaged link still opens. Never throws. */
export function decodeBoard(text: string): { readonly board: Board; readonly problems: UrlProblems } {
  const values = readValues(text);
  const value = (key: Key): string => values.get(key) ?? '';
  const unreadable: Key[] = [];
  const oneOf = <Word extends string>(key: Key, words: readonly Word[]): Word | undefined => {
    const word = words.find((candidate) => candidate === value(key));
    if (word === undefined && value(key) !== '') unreadable.push(key);
    return word;
  };

  const { pins, unreadablePins, cappedPins } = decodePins(value('pins'));
  const tones = readTones(value('tone'));
  const hidden = readList(value('without'), unpackId);
  const collapsed = readList(value('closed'), decodeKey);
  const columns = readColumns(value('columns'));
  const details = unpackId(value('env'));
  const rotateSeconds = readRotation(value('rotate'));
  const version = /^[1-9]\d*$/.test(value('v')) ? Number(value('v')) : undefined;
  const board: Board = {
    name: cleanText(value('name'), TEXT_LENGTH),
    pins,
    hidden: hidden.known,
    view: oneOf('view', VIEWS) ?? DEFAULT_BOARD.view,
    group: oneOf('group', GROUPINGS) ?? DEFAULT_BOARD.group,
    collapsed: collapsed.known,
    sort: oneOf('sort', SORTS) ?? DEFAULT_BOARD.sort,
    isReversed: oneOf('order', [REVERSED]) !== undefined,
    hiddenColumns: columns.hidden,
    tones: tones.known,
    outOfDate: oneOf('configuration', [OUT_OF_DATE]) !== undefined,
    query: cleanText(value('q'), TEXT_LENGTH),
    details,
    rotateSeconds,
  };
  if (tones.hasUnknown) unreadable.push('tone');
  if (hidden.hasUnknown) unreadable.push('without');
  if (collapsed.hasUnknown) unreadable.push('closed');
  if (columns.hasUnknown) unreadable.push('columns');
  if (details === undefined && value('env') !== '') unreadable.push('env');
  if (rotateSeconds === undefined && value('rotate') !== '') unreadable.push('rotate');
  if (version === undefined && value('v') !== '') unreadable.push('v');
  const newerVersion = version !== undefined && version > VERSION;
  return { board, problems: { unreadablePins, newerVersion, unreadable, cappedPins } };
}

/** Where the board goes: into the search, or whole into the fragment once a server might cut it. */
export function boardLocation(board: Board): { readonly search: string; readonly hash: string } {
  const encoded = encodeBoard(board);
  if (encoded.length > SEARCH_LENGTH) return { search: '', hash: `#${encoded}` };
  return { search: encoded && `?${encoded}`, hash: '' };
}

/** The part of a location that holds the board, as `decodeBoard` wants it. */
export const readLocation = ({ search, hash }: { readonly search: string; readonly hash: string }): string =>
  hash.includes('pins=') ? hash.replace(/^#/, '') : search.replace(/^\?/, '');

const OUT_OF_DATE = 'OUT_OF_DATE';
const REVERSED = 'reversed';
const KEYS = [
  'name',
  'pins',
  'without',
  'view',
  'group',
  'closed',
  'sort',
  'order',
  'columns',
  'tone',
  'configuration',
  'q',
  'env',
  'rotate',
  'v',
] as const;
type Key = (typeof KEYS)[number];

/** `encodeURIComponent`, and the marks at which chat programs end a link. */
const escapeValue = (value: string): string =>
  encodeURIComponent(wellFormed(value))
    .replaceAll('%20', '+')
    .replaceAll(/[!'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** The first value of each key we know. The browser's own decoder reads damaged escapes without throwing. */
function readValues(text: string): ReadonlyMap<Key, string> {
  const values = new Map<Key, string>();
  forEachSegment(text.replace(/^[?#]/, ''), '&', (pair) => {
    const equals = pair.indexOf('=');
    const key = equals < 0 ? undefined : KEYS.find((known) => known.length === equals && pair.startsWith(known));
    if (key === undefined || values.has(key)) return;
    const isLong = key === 'pins' || key === 'without' || key === 'closed';
    const value = pair.slice(equals + 1, isLong ? undefined : equals + 1 + MAX_WRITTEN_LENGTH);
    values.set(key, new URLSearchParams(`value=${value}`).get('value') ?? '');
  });
  return values;
}

type ReadList<Item> = { readonly known: readonly Item[]; readonly hasUnknown: boolean };
/** One object, so that what is not in the address stays the same from letter to letter. */
const EMPTY: ReadList<never> = { known: [], hasUnknown: false };

/** A list in the order of the link, each item once, so that a board survives its trip unchanged. */
function readList<Item>(list: string, read: (word: string) => Item | undefined): ReadList<Item> {
  if (list === '') return EMPTY;
  const words = new Set<string>();
  forEachSegment(list, '.', (word) => words.size < MAX_PINS && words.add(word));
  const known = [...words].map(read).filter((item) => item !== undefined);
  return { known, hasUnknown: known.length < words.size };
}

const readTones = (list: string) => readList(list, (word) => TONES.find((tone) => tone === word));

const packId = (id: string): string => encodePin({ kind: 'environment', id });

/** Undefined for a project, for a label and for anything that is no packed id. */
function unpackId(text: string): string | undefined {
  const pin = decodePin(text);
  return pin?.kind === 'environment' && packId(pin.id) === text ? pin.id : undefined;
}

/** Groups are named by ids or by words of Qovery's; `-` is the group of what has none. */
const encodeKey = (key: string): string => (key === '' ? '-' : isUuid(key) ? packId(key) : WORD.test(key) ? key : '');
const decodeKey = (text: string): string | undefined => (text === '-' ? '' : WORD.test(text) ? text : unpackId(text));
/** Shorter than a packed id, so that the two cannot be mistaken for each other. */
const WORD = /^[A-Za-z_]{1,21}$/;

/** The columns shown, where they are not the usual ones; `none` when there are none. */
function encodeColumns(hidden: readonly Column[]): string {
  const isUsual = COLUMNS.every((column) => hidden.includes(column) === DEFAULT_HIDDEN_COLUMNS.includes(column));
  if (isUsual) return '';
  return COLUMNS.filter((column) => !hidden.includes(column)).join('.') || NO_COLUMNS;
}
const NO_COLUMNS = 'none';

function readColumns(list: string) {
  if (list === '') return { hidden: DEFAULT_HIDDEN_COLUMNS, hasUnknown: false };
  const { known, hasUnknown } = readList(list, (word) => COLUMNS.find((column) => column === word));
  return { hidden: COLUMNS.filter((column) => !known.includes(column)), hasUnknown: hasUnknown && list !== NO_COLUMNS };
}

function readRotation(text: string): number | undefined {
  const seconds = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
  return seconds !== undefined && seconds >= ROTATE_SECONDS.min && seconds <= ROTATE_SECONDS.max ? seconds : undefined;
}
