import { plural } from './common.ts';

export const NOTHING_PINNED = 'Noch nichts angeheftet';
export const NOTHING_PINNED_WHY = 'Heften Sie die Umgebungen an, die Ihnen wichtig sind.';
export const NOTHING_MATCHES = 'Keine Umgebung passt';
export const CLEAR_FILTERS = 'Filter löschen';
export const noneMatchesText = (all: number): string =>
  `Die Filter blenden ${plural(all, 'Umgebung', 'Umgebungen')} auf diesem Board aus.`;
