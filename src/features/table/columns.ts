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
  project: { sort: 'project', order: 'ascending' },
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

/**
 * Fixed widths in CSS pixels, so that columns do not jump when rows change. The width of the column `origin` is its minimum: it
 * gets the width that a wider table leaves over. The table is never narrower than the sum of its columns.
 */
const WIDTH_PX = {
  environment: 140,
  state: 232,
  project: 122,
  mode: 112,
  configuration: 146,
  deployed: 132,
  duration: 146,
  origin: 144,
  history: 98,
  cluster: 150,
  since: 136,
  checked: 72,
  actions: 44,
} as const satisfies Record<Heading | 'actions', number>;

export const widthOf = (heading: Heading | 'actions'): number | undefined =>
  heading === 'origin' ? undefined : WIDTH_PX[heading];

export const minTableWidth = (headings: readonly Heading[]): number =>
  headings.reduce<number>((sum, heading) => sum + WIDTH_PX[heading], WIDTH_PX.actions);

/** State first, because users look for it first; then the environment's name, then all other columns. */
export const headingsOf = (columns: readonly Column[]): readonly Heading[] => {
  const rest = columns.filter((column) => column !== 'state');
  return rest.length === columns.length ? ['environment', ...rest] : ['state', 'environment', ...rest];
};
