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
 * Minimum widths in CSS pixels. No word of a heading, a mode or a configuration is cut in any language; longer texts use
 * the two lines of a row. Together they fit into a window of 1440 pixels, without the two columns that are hidden
 * at first. The column of the origin holds a person's full name there.
 */
const WIDTH_PX = {
  environment: 123,
  state: 157,
  project: 142,
  mode: 124,
  configuration: 136,
  deployed: 124,
  duration: 108,
  origin: 233,
  history: 104,
  cluster: 146,
  since: 132,
  checked: 91,
  actions: 48,
} as const satisfies Record<Heading | 'actions', number>;

/** Width of the page beside the table: its padding and the table's borders. */
const BESIDE_PX = 50;
/** The share of the free width that all columns but the origin get, in proportion to their widths. */
const SHARED = 0.5;

export const minTableWidth = (headings: readonly Heading[]): number =>
  headings.reduce<number>((sum, heading) => sum + WIDTH_PX[heading], WIDTH_PX.actions);

/**
 * Returns a column's width as CSS. It depends on the window alone, so that columns do not jump when rows change. The
 * column of the origin has none: it gets the width that the others leave.
 */
export function widthOf(heading: Heading | 'actions', headings: readonly Heading[]): string | undefined {
  if (heading === 'origin') return undefined;
  const px = WIDTH_PX[heading];
  const minPx = minTableWidth(headings);
  const share = (SHARED * px) / minPx;
  return `calc(${px}px + max(0px, 100vw - ${minPx + BESIDE_PX}px) * ${share.toFixed(4)})`;
}

/** State first, because users look for it first; then the environment's name, then all other columns. */
export const headingsOf = (columns: readonly Column[]): readonly Heading[] => {
  const rest = columns.filter((column) => column !== 'state');
  return rest.length === columns.length ? ['environment', ...rest] : ['state', 'environment', ...rest];
};
