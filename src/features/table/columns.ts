import type { Column, Sort } from '#domain/board/board.ts';

/** The columns with a heading: the optional columns and the mandatory column. */
export type Heading = Column | 'environment';

type Order = 'ascending' | 'descending';

/**
 * The order that a heading applies, and the direction of its column. Descending columns start with the greatest need of
 * attention, the latest deployment or the longest duration. Modes start with production, times with the earliest, and
 * texts with A.
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

/** Returns the column's direction; undefined when the table is not sorted by it. */
export function orderOf(heading: Heading, sort: Sort, isReversed: boolean): Order | undefined {
  const sorting = SORTING[heading];
  if (sorting?.sort !== sort) return undefined;
  if (!isReversed) return sorting.order;
  return sorting.order === 'ascending' ? 'descending' : 'ascending';
}

/** Fixed widths, so that columns do not jump when rows change. A wider table distributes the remaining width. */
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

/** State first, because users look for it first; then the environment's name, then all other columns. */
export const headingsOf = (columns: readonly Column[]): readonly Heading[] => {
  const rest = columns.filter((column) => column !== 'state');
  return rest.length === columns.length ? ['environment', ...rest] : ['state', 'environment', ...rest];
};
