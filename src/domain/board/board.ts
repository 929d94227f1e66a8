import type { Tone } from '#domain/environment/tone.ts';
import type { Pin } from './pin.ts';

export const VIEWS = ['cards', 'compact', 'table', 'wall'] as const;
export type View = (typeof VIEWS)[number];

/** The table's columns that may be left out, in the order shown; the environment's name always stays. */
export const COLUMNS = [
  'state',
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

/** Everything about a board that its link carries. */
export type Board = {
  readonly name: string;
  readonly pins: readonly Pin[];
  /** Environments that a project pin would show, and this board does not. */
  readonly hidden: readonly string[];
  readonly view: View;
  readonly group: Grouping;
  /** Keys of the groups that are folded away. */
  readonly collapsed: readonly string[];
  readonly sort: Sort;
  readonly isReversed: boolean;
  readonly hiddenColumns: readonly Column[];
  readonly tones: readonly Tone[];
  readonly outOfDate: boolean;
  readonly query: string;
  /** The environment whose details are open. */
  readonly details: string | undefined;
  /** The wall shows my boards in turn, each for so many seconds; undefined when it stays. */
  readonly rotateSeconds: number | undefined;
};

export const DEFAULT_HIDDEN_COLUMNS: readonly Column[] = ['cluster', 'since'];

export const DEFAULT_BOARD: Board = {
  name: '',
  pins: [],
  hidden: [],
  view: 'cards',
  group: 'project',
  collapsed: [],
  sort: 'attention',
  isReversed: false,
  hiddenColumns: DEFAULT_HIDDEN_COLUMNS,
  tones: [],
  outOfDate: false,
  query: '',
  details: undefined,
  rotateSeconds: undefined,
};

/** The quickest and the slowest pace at which a wall turns its boards, in seconds. */
export const ROTATE_SECONDS = { min: 5, max: 3_600 } as const;
