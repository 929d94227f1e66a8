/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build: 'Hay una versión nueva de Envboard. Recargue esta página para usarla. Su tablero queda como está.',
  settings: 'Los ajustes de este servidor han cambiado. Recargue esta página para usarlos. Su tablero queda como está.',
} as const;
export const LATER = 'Más tarde';
