import type { Column } from '#domain/board/board.ts';

export const COLUMN_WORDS = {
  state: 'État',
  project: 'Projet',
  mode: 'Mode',
  configuration: 'Configuration',
  deployed: 'Déploiement',
  duration: 'Durée',
  origin: 'Origine',
  history: 'Historique',
  cluster: 'Cluster',
  since: 'Dans l’état depuis',
  checked: 'Vérifié',
} as const satisfies Record<Column, string>;

export const ENVIRONMENT = 'Environnement';
export const ACTIONS = 'Actions';
/** Opens the list of columns. */
export const CHOOSE_COLUMNS = 'Colonnes';
export const TABLE = 'Liste des environnements';

export const SNOOZED = 'en sourdine';
export const WAITING = 'en attente';
export const NO_HISTORY = 'aucun';
/** A label, followed by the name from Qovery. */
export const labelText = (label: string, name: string): string => `${label}, dans Qovery ${name}`;
export const startedAgoText = (age: string): string => `démarré il y a ${age}`;
export const startedText = (moment: string): string => `démarré : ${moment}`;
/** The result of the last deployment where it differs from the state. The tooltip has the full text. */
export const lastText = (state: string): string => `, dernier : ${state}`;
export const stateAndLast = (state: string, last: string): string => `${state}, dernier déploiement : ${last}`;
