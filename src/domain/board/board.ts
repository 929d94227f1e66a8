import type { Tone } from '#domain/environment/tone.ts';
import type { Language } from '#domain/language.ts';
import type { Pin } from './pin.ts';

/** The pages of one board, which have its pins and its filters in common. The keys `1` to `4` open them in this order. */
export const PAGES = ['board', 'versions', 'activity', 'delivery'] as const;
export type Page = (typeof PAGES)[number];

export const VIEWS = ['cards', 'compact', 'table', 'wall'] as const;
export type View = (typeof VIEWS)[number];

/** The table's optional columns in display order. The column of the environment's name is always visible. */
export const COLUMNS = [
  'state',
  'project',
  'mode',
  'configuration',
  'deployed',
  'duration',
  'origin',
  'history',
  'cluster',
  'since',
  'checked',
] as const;
export type Column = (typeof COLUMNS)[number];

export const GROUPINGS = ['none', 'project', 'organization', 'mode', 'cluster', 'tone'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const SORTS = [
  'attention',
  'name',
  'project',
  'deployed',
  'since',
  'manual',
  'mode',
  'configuration',
  'duration',
  'origin',
  'cluster',
] as const;
export type Sort = (typeof SORTS)[number];

/**
 * Options of the page of versions. `last` compares each cell with the last column in place of its left neighbour, `name`
 * sorts the rows by name, and `previews` shows preview environments.
 */
export const VERSION_OPTIONS = ['last', 'name', 'previews'] as const;
export type VersionOption = (typeof VERSION_OPTIONS)[number];

/** A board: its name, its pins and its display options. A link contains all of it. */
export type Board = {
  readonly name: string;
  readonly pins: readonly Pin[];
  /** Ids of environments of pinned projects that the board does not show. */
  readonly hidden: readonly string[];
  readonly page: Page;
  /** The words that narrow the pages Activity and Delivery; `delivery-options.ts` decodes them when such a page is opened. */
  readonly only: string;
  readonly view: View;
  readonly group: Grouping;
  /** Keys of the collapsed groups. */
  readonly collapsed: readonly string[];
  readonly sort: Sort;
  readonly isReversed: boolean;
  readonly hiddenColumns: readonly Column[];
  readonly tones: readonly Tone[];
  readonly outOfDate: boolean;
  /** True when the board shows snoozed environments only, or beside the chosen tones. */
  readonly snoozed: boolean;
  readonly query: string;
  /** Id of the environment whose details are open. */
  readonly details: string | undefined;
  /** Seconds for which the wall shows each saved board; undefined without rotation. */
  readonly rotateSeconds: number | undefined;
  /** The language of the page, where the link chooses one. */
  readonly language: Language | undefined;
  readonly versions: readonly VersionOption[];
};

export const DEFAULT_HIDDEN_COLUMNS: readonly Column[] = ['cluster', 'since'];

export const DEFAULT_BOARD: Board = {
  name: '',
  pins: [],
  hidden: [],
  page: 'board',
  only: '',
  view: 'cards',
  group: 'project',
  collapsed: [],
  sort: 'attention',
  isReversed: false,
  hiddenColumns: DEFAULT_HIDDEN_COLUMNS,
  tones: [],
  outOfDate: false,
  snoozed: false,
  query: '',
  details: undefined,
  rotateSeconds: undefined,
  language: undefined,
  versions: [],
};

/** True when a board shows the clusters of its environments: as groups, in its order or in a column. */
export const hasClusters = ({ group, sort, view, hiddenColumns }: Board): boolean =>
  group === 'cluster' || sort === 'cluster' || (view === 'table' && !hiddenColumns.includes('cluster'));

/** The shortest and the longest time for which a rotation shows a board, in seconds. */
export const ROTATE_SECONDS = { min: 5, max: 3_600 } as const;
