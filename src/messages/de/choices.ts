import type { Grouping, Page, Sort, View } from '#domain/board/board.ts';
import type { Settings } from '#domain/settings.ts';

/** Names of the pages of a board. */
export const PAGE_WORDS = {
  board: 'Board',
  versions: 'Versionen',
  activity: 'Aktivität',
  delivery: 'Lieferung',
} as const satisfies Record<Page, string>;

/** Names of the views of a board. */
export const VIEW_WORDS = {
  cards: 'Karten',
  compact: 'Kompakt',
  table: 'Tabelle',
  wall: 'Wand',
} as const satisfies Record<View, string>;

export const GROUPING_WORDS = {
  none: 'keine',
  project: 'Projekt',
  organization: 'Organisation',
  mode: 'Modus',
  cluster: 'Cluster',
  tone: 'Lage',
} as const satisfies Record<Grouping, string>;

export const SORT_WORDS = {
  attention: 'Handlungsbedarf',
  name: 'Name',
  project: 'Projekt',
  deployed: 'letztes Deployment',
  since: 'am längsten im Status',
  manual: 'manuell',
  mode: 'Modus',
  configuration: 'Konfiguration',
  duration: 'Dauer',
  origin: 'Auslöser',
  cluster: 'Cluster',
} as const satisfies Record<Sort, string>;

export const THEME_WORDS = {
  system: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',
} as const satisfies Record<Settings['theme'], string>;

export const DENSITY_WORDS = {
  automatic: 'Automatisch',
  comfortable: 'Geräumig',
  compact: 'Kompakt',
} as const satisfies Record<Settings['density'], string>;
