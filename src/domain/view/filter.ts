import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import type { Tone } from '#domain/environment/tone.ts';

export type Filter = {
  readonly tones: readonly Tone[];
  readonly outOfDate: boolean;
  /** True to show snoozed environments only. */
  readonly snoozed: boolean;
  readonly query: string;
};

/** Shows every environment. */
export const NO_FILTER: Filter = { tones: [], outOfDate: false, snoozed: false, query: '' };

/** Returns the words that a card shows for the values of an environment, in the page's language. */
type WordsOf = (environment: BoardEnvironment) => string;

/** Caches the searchable texts of one language: they stay the same while the user types. */
const texts = new WeakMap<WordsOf, WeakMap<BoardEnvironment, string>>();
const NO_WORDS: WordsOf = () => '';

/** Returns the text of a card in lower case. */
function textOf(environment: BoardEnvironment, wordsOf: WordsOf): string {
  const cache = texts.get(wordsOf) ?? new WeakMap<BoardEnvironment, string>();
  texts.set(wordsOf, cache);
  const cached = cache.get(environment);
  if (cached !== undefined) return cached;
  const { info, status, id } = environment;
  const text = [
    nameOf(environment),
    info?.name,
    info?.projectName,
    info?.organizationName,
    info?.mode,
    status?.state.replaceAll('_', ' '),
    status?.origin,
    status?.triggeredBy,
    id,
    wordsOf(environment),
  ]
    .join(' ')
    .toLowerCase();
  cache.set(environment, text);
  return text;
}

/** True when the card's text contains every word of the query. */
function containsAllWords(environment: BoardEnvironment, query: string, wordsOf: WordsOf): boolean {
  if (query === '') return true;
  const text = textOf(environment, wordsOf);
  // Two spaces leave an empty word, which every text includes.
  return query
    .toLowerCase()
    .split(/\s/)
    .every((word) => text.includes(word));
}

/** True when the counts that the user chose count the environment. A snoozed one counts as snoozed only. */
function isCounted({ isSnoozed, tone, status }: BoardEnvironment, { tones, outOfDate, snoozed }: Filter): boolean {
  if (isSnoozed) return snoozed || (tones.length === 0 && !outOfDate);
  const hasTone = tones.length === 0 ? !snoozed : tones.includes(tone);
  return hasTone && (!outOfDate || status?.configuration === 'OUT_OF_DATE');
}

/** True when an environment passes all filters. The query finds what `wordsOf` returns, too. */
export const matches = (environment: BoardEnvironment, filter: Filter, wordsOf = NO_WORDS): boolean =>
  isCounted(environment, filter) && containsAllWords(environment, filter.query, wordsOf);

/** True when at least one filter is active. A query of spaces is none. */
export const isFiltering = ({ tones, outOfDate, snoozed, query }: Filter): boolean =>
  tones.length > 0 || outOfDate || snoozed || query.trim() !== '';
