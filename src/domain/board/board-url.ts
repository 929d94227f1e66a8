import { TONES, type Tone } from '#domain/environment/tone.ts';
import { languageIn } from '#domain/language.ts';
import { cleanText, wellFormed } from '#domain/text.ts';
import { withoutToken } from '#domain/tokens/credential.ts';
import {
  type Board,
  COLUMNS,
  type Column,
  DEFAULT_BOARD,
  DEFAULT_HIDDEN_COLUMNS,
  GROUPINGS,
  PAGES,
  ROTATE_SECONDS,
  SORTS,
  VERSION_OPTIONS,
  VIEWS,
} from './board.ts';
import { escapeValue, type Key, keyPattern, readLink } from './link-values.ts';
import { readOnlyWords } from './only-words.ts';
import { packId, unpackId } from './packed-id.ts';
import { isUuid } from './pin.ts';
import { decodePins, encodePins } from './pin-list-codec.ts';
import { decodeWords } from './word-list-codec.ts';

/** The parts of a link that could not be decoded. `unreadable` are the keys with an invalid value. */
export type UrlProblems = {
  /** True when the guard at the end of the link is missing: the link was cut, or an older version wrote it. */
  readonly isCut: boolean;
  /** True when the link held a board and nothing of it could be decoded. */
  readonly isUnreadable: boolean;
  readonly unreadablePins: number;
  readonly newerVersion: boolean;
  readonly unreadable: readonly string[];
  readonly cappedPins: number;
};

/** True when a part of a link could not be decoded, or the guard at its end is missing. */
export const hasProblems = ({ unreadable, ...others }: UrlProblems): boolean =>
  unreadable.length > 0 || Object.values(others).some(Boolean);

const VERSION = 1;
const MAX_TEXT_LENGTH = 120;
/** Servers reject request lines above 8 to 16 kB. Browsers never send the fragment to a server. */
const MAX_SEARCH_LENGTH = 6_000;

/**
 * Returns a board's query string without `?`: only values that differ from `DEFAULT_BOARD`, and the version as a guard at
 * the end. Empty for the default board. Never throws. A token that the user typed into a name, a label or the filter is
 * left out, because an address must not carry a secret. Without the guard when the link of the board `isCut`: the next
 * user must learn it too.
 */
export function encodeBoard(board: Board, isCut = false): string {
  const entries: readonly (readonly [Key, string])[] = [
    ['name', withoutToken(cleanText(board.name, MAX_TEXT_LENGTH))],
    ['pins', encodePins(board.pins)],
    ['without', board.hidden.map(packId).join('.')],
    ['page', board.page === DEFAULT_BOARD.page ? '' : board.page],
    ['view', board.view === DEFAULT_BOARD.view ? '' : board.view],
    ['group', board.group === DEFAULT_BOARD.group ? '' : board.group],
    ['closed', board.collapsed.map(encodeKey).join('.')],
    ['sort', board.sort === DEFAULT_BOARD.sort ? '' : board.sort],
    ['order', board.isReversed ? REVERSED : ''],
    ['columns', encodeColumns(board.hiddenColumns)],
    ['tone', [...new Set([...board.tones, ...(board.snoozed ? [SNOOZED] : [])])].join('.')],
    ['configuration', board.outOfDate ? OUT_OF_DATE : ''],
    ['q', withoutToken(cleanText(board.query, MAX_TEXT_LENGTH))],
    ['env', board.details === undefined ? '' : packId(board.details)],
    ['rotate', board.rotateSeconds === undefined ? '' : String(board.rotateSeconds)],
    ['lang', board.language ?? ''],
    ['versions', board.versions.join('.')],
    ['only', readOnlyWords(board.only).items.join('.')],
  ];
  const written = entries.flatMap(([key, value]) => (value === '' ? [] : `${key}=${escapeValue(wellFormed(value))}`));
  return (written.length === 0 || isCut ? written : [...written, `v=${VERSION}`]).join('&');
}

/** Decodes any text. Invalid parts are left out and reported, so that a damaged link still opens. Never throws. */
export function decodeBoard(text: string): { readonly board: Board; readonly problems: UrlProblems } {
  const { values, behind, isCut, isUnreadable, isCapitalized } = readLink(text);
  const value = (key: Key): string => values.get(key) ?? '';
  const unreadable: Key[] = [];
  const oneOf = <Word extends string>(key: Key, words: readonly Word[]): Word | undefined => {
    const word = words.find((candidate) => candidate === value(key));
    if (word === undefined && value(key) !== '') unreadable.push(key);
    return word;
  };

  const { pins, unreadablePins, cappedPins } = decodePins(value('pins'), isCapitalized);
  const tones = readTones(value('tone'));
  const hidden = decodeWords(value('without'), unpackId);
  const collapsed = decodeWords(value('closed'), decodeKey);
  const columns = readColumns(value('columns'));
  const details = unpackId(value('env'));
  const rotateSeconds = readRotation(value('rotate'));
  const language = languageIn(value('lang'));
  const versions = decodeWords(value('versions'), (word) => VERSION_OPTIONS.find((option) => option === word));
  const only = readOnlyWords(value('only'));
  // A single digit: a sentence or a chat may add any text after it.
  const version = /^[1-9]/.test(value('v')) ? Number(value('v').charAt(0)) : undefined;
  const board: Board = {
    name: cleanText(value('name'), MAX_TEXT_LENGTH),
    pins,
    hidden: hidden.items,
    page: oneOf('page', PAGES) ?? DEFAULT_BOARD.page,
    only: only.items.join('.'),
    view: oneOf('view', VIEWS) ?? DEFAULT_BOARD.view,
    group: oneOf('group', GROUPINGS) ?? DEFAULT_BOARD.group,
    collapsed: collapsed.items,
    sort: oneOf('sort', SORTS) ?? DEFAULT_BOARD.sort,
    isReversed: oneOf('order', [REVERSED]) !== undefined,
    hiddenColumns: columns.hidden,
    tones: tones.items.filter((word) => word !== SNOOZED),
    outOfDate: oneOf('configuration', [OUT_OF_DATE]) !== undefined,
    snoozed: tones.items.includes(SNOOZED),
    query: cleanText(value('q'), MAX_TEXT_LENGTH),
    details,
    rotateSeconds,
    language,
    versions: versions.items,
  };
  if (tones.hasUnknown) unreadable.push('tone');
  if (hidden.hasUnknown) unreadable.push('without');
  if (collapsed.hasUnknown) unreadable.push('closed');
  if (columns.hasUnknown) unreadable.push('columns');
  if (versions.hasUnknown) unreadable.push('versions');
  if (details === undefined && value('env') !== '') unreadable.push('env');
  if (rotateSeconds === undefined && value('rotate') !== '') unreadable.push('rotate');
  if (language === undefined && value('lang') !== '') unreadable.push('lang');
  if (only.hasUnknown) unreadable.push('only');
  if (version === undefined && !isCut && value('v') !== '') unreadable.push('v');
  unreadable.push(...behind);
  const newerVersion = version !== undefined && version > VERSION;
  return { board, problems: { isCut, isUnreadable, unreadablePins, newerVersion, unreadable, cappedPins } };
}

/** Returns the search of a board's link, or its fragment when the search would be too long for some servers. */
export function boardLocation(board: Board, isCut = false): { readonly search: string; readonly hash: string } {
  const encoded = encodeBoard(board, isCut);
  if (encoded.length > MAX_SEARCH_LENGTH) return { search: '', hash: `#${encoded}` };
  return { search: encoded && `?${encoded}`, hash: '' };
}

/** Returns the part of a location that contains the board, as input for `decodeBoard`. */
export function readLocation({ search, hash }: { readonly search: string; readonly hash: string }): string {
  // The browser takes the `#` of an escaped `&` for the start of the fragment.
  const [query = '', ...fragments] = `${search}${hash}`.replaceAll(/&#(?:38|x26);/gi, '&').split('#');
  const fragment = fragments.join('#');
  // Other programs add fragments of their own: only pins are content that a board in the query does not override.
  const isFragment = HAS_PINS.test(fragment) || (HAS_NAME.test(fragment) && !HAS_NAME.test(query));
  return isFragment ? fragment : query.replace(/^\?/, '');
}

const HAS_PINS = keyPattern('pins');
const HAS_NAME = keyPattern('name', 'pins', 'board');

const OUT_OF_DATE = 'OUT_OF_DATE';
/** In the list of tones: the board shows snoozed environments. */
const SNOOZED = 'snoozed' as const;
const TONE_WORDS: readonly (Tone | typeof SNOOZED)[] = [...TONES, SNOOZED];
const REVERSED = 'reversed';
const readTones = (list: string) => decodeWords(list, (word) => TONE_WORDS.find((tone) => tone === word));

/** Encodes the key of a group: a packed id, or one of Qovery's words; `-` is the group of ungrouped environments. */
const encodeKey = (key: string): string => (key === '' ? '-' : isUuid(key) ? packId(key) : WORD.test(key) ? key : '');
const decodeKey = (text: string): string | undefined => (text === '-' ? '' : WORD.test(text) ? text : unpackId(text));
/** A word is shorter than a packed id, so that the two cannot be confused. */
const WORD = /^[A-Za-z_]{1,21}$/;

/** Encodes the visible columns: empty for the default ones, `none` when no column is visible. */
function encodeColumns(hidden: readonly Column[]): string {
  const isDefault = COLUMNS.every((column) => hidden.includes(column) === DEFAULT_HIDDEN_COLUMNS.includes(column));
  if (isDefault) return '';
  return COLUMNS.filter((column) => !hidden.includes(column)).join('.') || NO_COLUMNS;
}
const NO_COLUMNS = 'none';

function readColumns(list: string) {
  if (list === '') return { hidden: DEFAULT_HIDDEN_COLUMNS, hasUnknown: false };
  const { items, hasUnknown } = decodeWords(list, (word) => COLUMNS.find((column) => column === word));
  return { hidden: COLUMNS.filter((column) => !items.includes(column)), hasUnknown: hasUnknown && list !== NO_COLUMNS };
}

function readRotation(text: string): number | undefined {
  const seconds = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
  return seconds !== undefined && seconds >= ROTATE_SECONDS.min && seconds <= ROTATE_SECONDS.max ? seconds : undefined;
}
