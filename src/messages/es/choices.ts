import type { Grouping, Page, Sort, View } from '#domain/board/board.ts';
import type { Settings } from '#domain/settings.ts';

/** Names of the pages of a board. */
export const PAGE_WORDS = {
  board: 'Tablero',
  versions: 'Versiones',
  activity: 'Actividad',
  delivery: 'Entrega',
} as const satisfies Record<Page, string>;

/** Names of the views of a board. */
export const VIEW_WORDS = {
  cards: 'Tarjetas',
  compact: 'Compacta',
  table: 'Tabla',
  wall: 'Mural',
} as const satisfies Record<View, string>;

export const GROUPING_WORDS = {
  none: 'ninguno',
  project: 'proyecto',
  organization: 'organización',
  mode: 'modo',
  cluster: 'clúster',
  tone: 'situación',
} as const satisfies Record<Grouping, string>;

export const SORT_WORDS = {
  attention: 'requiere atención',
  name: 'nombre',
  project: 'proyecto',
  deployed: 'último despliegue',
  since: 'más tiempo en su estado',
  manual: 'manual',
  mode: 'modo',
  configuration: 'configuración',
  duration: 'duración',
  origin: 'origen',
  cluster: 'clúster',
} as const satisfies Record<Sort, string>;

export const THEME_WORDS = {
  system: 'Como el sistema',
  light: 'Claro',
  dark: 'Oscuro',
} as const satisfies Record<Settings['theme'], string>;

export const DENSITY_WORDS = {
  automatic: 'Automático',
  comfortable: 'Amplio',
  compact: 'Compacto',
} as const satisfies Record<Settings['density'], string>;
