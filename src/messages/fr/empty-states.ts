import { counted } from './common.ts';

export const NOTHING_PINNED = 'Rien d’épinglé pour l’instant';
export const NOTHING_PINNED_WHY = 'Épinglez les environnements qui comptent pour vous.';
export const NOTHING_MATCHES = 'Aucun environnement ne correspond';
export const CLEAR_FILTERS = 'Effacer les filtres';
export const noneMatchesText = (all: number): string =>
  counted(all, {
    one: 'Les filtres masquent # environnement de ce tableau.',
    other: 'Les filtres masquent # environnements de ce tableau.',
  });
