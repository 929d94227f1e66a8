import type { Grouping, Page, Sort, View } from '#domain/board/board.ts';
import type { Settings } from '#domain/settings.ts';

/** Names of the pages of a board. */
export const PAGE_WORDS = {
  board: 'Board',
  versions: 'Versions',
  activity: 'Activity',
  delivery: 'Delivery',
} as const satisfies Record<Page, string>;

/** Names of the views of a board. */
export const VIEW_WORDS = {
  cards: 'Cards',
  compact: 'Compact',
  table: 'Table',
  wall: 'Wall',
} as const satisfies Record<View, string>;

export const GROUPING_WORDS = {
  none: 'none',
  project: 'project',
  organization: 'organization',
  mode: 'mode',
  cluster: 'cluster',
  tone: 'tone',
} as const satisfies Record<Grouping, string>;

export const SORT_WORDS = {
  attention: 'needs attention',
  name: 'name',
  project: 'project',
  deployed: 'last deployment',
  since: 'longest in state',
  manual: 'manual',
  mode: 'mode',
  configuration: 'configuration',
  duration: 'duration',
  origin: 'origin',
  cluster: 'cluster',
} as const satisfies Record<Sort, string>;

export const THEME_WORDS = {
  system: 'Same as the system',
  light: 'Light',
  dark: 'Dark',
} as const satisfies Record<Settings['theme'], string>;

export const DENSITY_WORDS = {
  automatic: 'Automatic',
  comfortable: 'Comfortable',
  compact: 'Compact',
} as const satisfies Record<Settings['density'], string>;
