import type { Column, Sort } from '#domain/board/board.ts';

/** What has a heading: the columns that may be left out, and the one that may not. */
export type Heading = Column | 'environment';

type Order = 'ascending' | 'descending';

/**
 * The order that a heading gives, and which way its column then runs from top to bottom. Descending: the greatest need
 * of attention, the latest deployment, the longest duration come first. Modes run from production on, moments from the
 * earliest, words from A.
 */
export const SORTING: Readonly<Partial<Record<Heading, { readonly sort: Sort; readonly order: Order }>>> = {
  environment: { sort: 'name', order: 'ascending' },
  state: { sort: 'attention', order: 'descending' },
  mode: { sort: 'mode', order: 'ascending' },
  configuration: { sort: 'configuration', order: 'ascending' },
  deployed: { sort: 'deployed', order: 'descending' },
  duration: { sort: 'duration', order: 'descending' },
  origin: { sort: 'origin', order: 'ascending' },
  cluster: { sort: 'cluster', order: 'ascending' },
  since: { sort: 'since', order: 'ascending' },
};

/** The way a column runs; undefined when the table is not sorted by it. */
export function orderOf(heading: Heading, sort: Sort, isReversed: boolean): Order | undefined {
  const sorting = SORTING[heading];
  if (sorting?.sort !== sort) return undefined;
  if (!isReversed) return sorting.order;
  return sorting.order === 'ascending' ? 'descending' : 'ascending';
}

/** Fixed, so that columns do not jump while rows come and go. A wider table shares out what is left. */
export const WIDTH = {
  environment: 'w-[164px] sm:w-[230px]',
  state: 'w-[164px] sm:w-[204px]',
  mode: 'w-[116px]',
  configuration: 'w-[158px]',
  deployed: 'w-[136px]',
  duration: 'w-[148px]',
  origin: 'w-[160px]',
  history: 'w-[98px]',
  cluster: 'w-[150px]',
  since: 'w-[136px]',
  checked: 'w-[80px]',
  actions: 'w-[48px]',
} as const satisfies Record<Heading | 'actions', string>;

/** State first, as the eye looks for it; then who it is, then the rest. */
export const headingsOf = (columns: readonly Column[]): readonly Heading[] => {
  const rest = columns.filter((column) => column !== 'state');
  return rest.length === columns.length ? ['environment', ...rest] : ['state', 'environment', ...rest];
};
