import { RESULTS, type Result } from '#domain/environment/deployment-result.ts';
import { isOnlyWord } from './only-words.ts';
import { packId, unpackId } from './packed-id.ts';
import { decodeWords } from './word-list-codec.ts';

/** Periods of the page Delivery, in days. */
export const PERIOD_DAYS = [7, 14, 30, 90] as const;
export type PeriodDays = (typeof PERIOD_DAYS)[number];

/** Kinds of rows of the page Delivery. */
export const ROW_KINDS = ['project', 'environment'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The options that limit the content of the pages Activity and Delivery. Undefined: not narrowed. */
export type PageOptions = {
  readonly result: Result | undefined;
  /** Qovery's word, such as `GIT`. */
  readonly origin: string | undefined;
  /** A fingerprint of the name, because no link contains a person's name. */
  readonly person: string | undefined;
  /** Id of an environment. */
  readonly environment: string | undefined;
  /** `20261126` for a day, `2026112614` for an hour, in the time zone of the page. */
  readonly moment: string | undefined;
  /** Whether Activity's chart shows hours instead of days. */
  readonly showsHours: boolean;
  readonly periodDays: PeriodDays;
  /** Id of a project. */
  readonly project: string | undefined;
  /** Qovery's word for a mode, or `all`; undefined for production, where the board has a production environment. */
  readonly mode: string | undefined;
  /** Undefined: projects, or the environments of the chosen project. */
  readonly rows: RowKind | undefined;
};

export const DEFAULT_OPTIONS: PageOptions = {
  result: undefined,
  origin: undefined,
  person: undefined,
  environment: undefined,
  moment: undefined,
  showsHours: false,
  periodDays: 30,
  project: undefined,
  mode: undefined,
  rows: undefined,
};

const HOURS = '24h';
const PERIODS: ReadonlyMap<string, PeriodDays> = new Map(PERIOD_DAYS.map((days) => [`${days}d`, days]));

const same = (text: string): string => text;

/** The options whose words begin with a letter of their own. */
const PREFIXED = {
  o: ['origin', same, same],
  p: ['person', same, same],
  e: ['environment', packId, unpackId],
  d: ['moment', same, same],
  j: ['project', packId, unpackId],
  m: ['mode', same, same],
  r: ['rows', same, (text: string) => ROW_KINDS.find((kind) => kind === text)],
} as const satisfies Record<
  string,
  readonly [keyof PageOptions, (value: string) => string, (text: string) => string | undefined]
>;

const PREFIXES = ['o', 'p', 'e', 'd', 'j', 'm', 'r'] as const satisfies readonly (keyof typeof PREFIXED)[];

/** Returns the words of the options that differ from the default, joined by `.`; empty for the default. */
export function encodeOptions(options: PageOptions): string {
  const { result, showsHours, periodDays } = options;
  const words = [
    result ?? '',
    ...PREFIXES.map((prefix) => {
      const [name, write] = PREFIXED[prefix];
      const value = options[name];
      return value === undefined ? '' : `${prefix}${write(value)}`;
    }),
    showsHours ? HOURS : '',
    periodDays === DEFAULT_OPTIONS.periodDays ? '' : `${periodDays}d`,
  ];
  return words.filter((word) => word !== '').join('.');
}

function readWord(word: string): Partial<PageOptions> | undefined {
  if (!isOnlyWord(word)) return undefined;
  const result = RESULTS.find((one) => one === word);
  if (result !== undefined) return { result };
  if (word === HOURS) return { showsHours: true };
  const periodDays = PERIODS.get(word);
  if (periodDays !== undefined) return { periodDays };
  const prefix = PREFIXES.find((one) => word.startsWith(one));
  if (prefix === undefined) return undefined;
  const [name, , read] = PREFIXED[prefix];
  const value = read(word.slice(1));
  return value === undefined ? undefined : { [name]: value };
}

/** Reads the words of any text. A word that is not an option is left out. */
export function decodeOptions(list: string): PageOptions {
  const { items } = decodeWords(list, readWord);
  return items.length === 0 ? DEFAULT_OPTIONS : Object.assign({}, DEFAULT_OPTIONS, ...items);
}
