import type { Grouping, Page, Sort, View } from '#domain/board/board.ts';
import type { Settings } from '#domain/settings.ts';

/** Names of the pages of a board. */
export const PAGE_WORDS = {
  board: 'Tableau',
  versions: 'Versions',
  activity: 'Activité',
  delivery: 'Livraison',
} as const satisfies Record<Page, string>;

/** Names of the views of a board. */
export const VIEW_WORDS = {
  cards: 'Cartes',
  compact: 'Compact',
  table: 'Liste',
  wall: 'Mural',
} as const satisfies Record<View, string>;

export const GROUPING_WORDS = {
  none: 'aucun',
  project: 'projet',
  organization: 'organisation',
  mode: 'mode',
  cluster: 'cluster',
  tone: 'statut',
} as const satisfies Record<Grouping, string>;

export const SORT_WORDS = {
  attention: 'à surveiller',
  name: 'nom',
  project: 'projet',
  deployed: 'dernier déploiement',
  since: 'ancienneté de l’état',
  manual: 'manuel',
  mode: 'mode',
  configuration: 'configuration',
  duration: 'durée',
  origin: 'origine',
  cluster: 'cluster',
} as const satisfies Record<Sort, string>;

export const THEME_WORDS = {
  system: 'Comme le système',
  light: 'Clair',
  dark: 'Sombre',
} as const satisfies Record<Settings['theme'], string>;

export const DENSITY_WORDS = {
  automatic: 'Automatique',
  comfortable: 'Confortable',
  compact: 'Compacte',
} as const satisfies Record<Settings['density'], string>;
