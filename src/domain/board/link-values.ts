import { forEachSegment } from '#domain/text.ts';

/** The keys of an address, in the order in which an address holds them: `board` names a team board, `v` guards the end. */
const KEYS = [
  'board',
  'name',
  'pins',
  'without',
  'page',
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
  'lang',
  'versions',
  'only',
  'v',
] as const;
export type Key = (typeof KEYS)[number];

/** The content of a link, however another program spelled it. */
export type LinkValues = {
  /** The decoded value of each key. Keys behind the guard are left out. */
  readonly values: ReadonlyMap<Key, string>;
  /** Board keys behind the guard, which the link's own board does not hold. */
  readonly behind: readonly Key[];
  /** True when the link holds a part of a board and its guard is missing. */
  readonly isCut: boolean;
  /** True when the link holds no board that can be read, and looks as if it once held one. */
  readonly isUnreadable: boolean;
  /** True when a program turned the whole link into capital letters. Ids then name other environments. */
  readonly isCapitalized: boolean;
};

/** Maximum encoded length of a value that is not a list of ids. An encoded text of 120 characters has at most 1,080. */
const MAX_ENCODED_LENGTH = 10_000;
/** Marks and blanks before the first key, as an editor or a browser writes them. */
const BEFORE_KEY = /^(?:%20|%C2%A0|%EF%BB%BF|%E2%80%8B|[^\w%])+/i;
/** A link that passed through more programs than this, each of which encoded it once more, is unreadable. */
const MAX_DECODINGS = 5;

const IS_KEY = `(?:${KEYS.join('|')})=`;
/** The marks before a key, with what HTML and a second encoding make of them. Values hold no plain `=`. */
const SEPARATOR = new RegExp(`(?:[?#&]|%3F|%23|%26)(?:amp;|#38;|#x26;)*(?=${IS_KEY})`, 'gi');
const HAS_KEY = new RegExp(`(?:^|\\W|%3F|%23|%26)${IS_KEY}`, 'i');
/** An id, or a key that no other program uses. */
const LOOKS_LIKE_BOARD = /pins|without|columns|configuration|rotate|(?:^|[^\w-])p?[\w-]{21}[AQgw](?![\w-])/i;

/** Decodes escapes of ASCII characters once. A link holds no others, so this is the inverse of encoding it once more. */
const decodeOnce = (text: string): string =>
  text.replaceAll(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Writes `&` before each key. Counting comes first, because a link with thousands of ids is decoded at each typed letter. */
function withPlainMarks(text: string): string {
  const marked = `&${text.replace(/^[?#]/, '')}`;
  const isPlain = !marked.includes(';') && marked.split('=').length === marked.split(/&\w+=/).length;
  return isPlain ? marked : marked.replaceAll(SEPARATOR, '&');
}

/** Returns a pattern for one of these keys in a link, however a program encoded the marks around it. */
export const keyPattern = (...keys: readonly Key[]): RegExp =>
  new RegExp(`(?:^|[^\\w%]|%(?:25)*(?:26|3F|23))(?:${keys.join('|')})(?:=|%(?:25)*3D)`, 'i');

/** Decodes a link until it shows a key. */
function withKeys(text: string): string {
  let decoded = text;
  for (let times = 0; times < MAX_DECODINGS && !HAS_KEY.test(decoded) && decoded.includes('%'); times += 1)
    decoded = decodeOnce(decoded);
  return decoded;
}

/** `encodeBoard` never writes `%25` before two hexadecimal digits: programs encoded the percent signs again. */
const decodePercents = (value: string): string =>
  value.includes('%25') ? value.replaceAll(/%(?:25)+(?=[0-9a-f]{2})/gi, '%') : value;

/** `URLSearchParams` accepts damaged escapes; `decodeURIComponent` throws. */
const decodeValue = (value: string): string => new URLSearchParams(`value=${value}`).get('value') ?? '';

/** True when a link was cut inside its first key. */
const isStartOfKey = (text: string): boolean => text.length > 0 && KEYS.some((key) => `${key}=`.startsWith(text));

/** Reads any text. Each key keeps its first value. Never throws. */
export function readLink(text: string): LinkValues {
  const raw = new Map<Key, string>();
  const behind: Key[] = [];
  let isUpper = false;
  let hasStray = false;
  forEachSegment(withPlainMarks(withKeys(text)), '&', (pair) => {
    const equals = pair.indexOf('=');
    const written = pair.slice(0, Math.max(0, equals));
    const lower = written.replace(BEFORE_KEY, '').toLowerCase();
    const key = KEYS.find((name) => name === lower);
    if (key === undefined && !raw.has('v')) hasStray ||= LOOKS_LIKE_BOARD.test(pair);
    if (key === undefined || raw.has(key)) return;
    // A user may write a language behind a link. Every other key there is another board's.
    if (raw.has('v') && key !== 'lang') return void behind.push(key);
    if (written !== key && written !== written.toLowerCase()) isUpper = true;
    const isLong = key === 'pins' || key === 'without' || key === 'closed';
    raw.set(key, pair.slice(equals + 1, isLong ? undefined : equals + 1 + MAX_ENCODED_LENGTH));
  });
  const isNamed = raw.has('board');
  const hasContent = [...raw.keys()].some((key) => key !== 'v' && key !== 'lang');
  const hasGuard = /^[^\s%+]/.test(raw.get('v') ?? '');
  const values = new Map(
    [...raw].map(([key, value]) => [key, decodeValue(hasGuard ? decodePercents(value) : value)] as const),
  );
  return {
    values,
    behind,
    // An address of a language alone is no board, and a user may type the name of a team board.
    isCut: hasContent && !isNamed && !hasGuard,
    isUnreadable: hasContent
      ? hasStray && !raw.has('pins') && !isNamed
      : LOOKS_LIKE_BOARD.test(text) || isStartOfKey(text.toLowerCase()) || (raw.has('v') && !raw.has('lang')),
    isCapitalized: isUpper && !/[a-z]/.test(values.get('pins') ?? ''),
  };
}

/**
 * Characters at which programs end a link, or which they take for marks of their own: doubled dots and hyphens, and an
 * underscore beside another mark. A digit after an escaped percent sign, so that `decodePercents` never matches.
 */
const UNSAFE = /[!'()*~]|\.(?=\.)|-(?=-)|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_|(?<=%25)[0-9A-Fa-f](?=[0-9A-Fa-f])/g;
const SPACE_IN_WORDS = /(?<=[A-Za-z0-9])%20(?=[A-Za-z0-9])/g;
/** Some mail programs link nothing where seven dots stand in a row, with only letters and digits between them. */
const DOT_RUN = /((?:\.[^.%+]*){6})\./g;

/** Writes a value so that chats, mails and documents carry it unchanged. `value` is well-formed Unicode. */
export const escapeValue = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll(SPACE_IN_WORDS, '+')
    .replaceAll(UNSAFE, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll(DOT_RUN, '$1%2E');
