import { plural } from './common.ts';

export const NOTHING_PINNED = 'Aún no hay nada fijado';
export const NOTHING_PINNED_WHY = 'Fije los entornos que le interesan.';
export const NOTHING_MATCHES = 'Ningún entorno coincide';
export const CLEAR_FILTERS = 'Borrar los filtros';
export const noneMatchesText = (all: number): string =>
  `Los filtros ocultan ${plural(all, 'entorno')} de este tablero.`;
