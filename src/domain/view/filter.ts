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

/** Cache of the searchable texts: they stay the same while the user types. */
const texts = new WeakMap<BoardEnvironment, string>();

/** Returns the text of a card in lower case. */
function textOf(environment: BoardEnvironment): string {
  const cached = texts.get(environment);
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
  ]
    .join(' ')
    .toLowerCase();
  texts.set(environment, text);
  return text;
}

/** True when the card's text contains every word of the query. */
function containsAllWords(environment: BoardEnvironment, query: string): boolean {
  if (query === '') return true;
  const text = textOf(environment);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * True when an environment passes all filters. A snoozed environment passes no filter by tone or configuration, because
 * it counts as snoozed only; the filter `snoozed` adds it to the chosen tones.
 */
export const matches = (environment: BoardEnvironment, { tones, outOfDate, snoozed, query }: Filter): boolean =>
  (environment.isSnoozed === true
    ? snoozed || (tones.length === 0 && !outOfDate)
    : (tones.length === 0 ? !snoozed : tones.includes(environment.tone)) &&
      (!outOfDate || environment.status?.configuration === 'OUT_OF_DATE')) && containsAllWords(environment, query);

/** True when at least one filter is active. A query of spaces is none. */
export const isFiltering = ({ tones, outOfDate, snoozed, query }: Filter): boolean =>
  tones.length > 0 || outOfDate || snoozed || query.trim() !== '';
