import type { Column } from '#domain/board/board.ts';

export const COLUMN_WORDS = {
  state: 'Status',
  project: 'Projekt',
  mode: 'Modus',
  configuration: 'Konfiguration',
  deployed: 'Deployment',
  duration: 'Dauer',
  origin: 'Auslöser',
  history: 'Verlauf',
  cluster: 'Cluster',
  since: 'Im Status seit',
  checked: 'Geprüft',
} as const satisfies Record<Column, string>;

export const ENVIRONMENT = 'Umgebung';
export const ACTIONS = 'Aktionen';
/** Opens the list of columns. */
export const CHOOSE_COLUMNS = 'Spalten';
export const TABLE = 'Tabelle der Umgebungen';

export const SNOOZED = 'stumm';
export const WAITING = 'wartet';
export const NO_HISTORY = 'noch keine';
/** A label, followed by the name from Qovery. */
export const labelText = (label: string, name: string): string => `${label}, in Qovery ${name}`;
export const startedAgoText = (age: string): string => `vor ${age} gestartet`;
export const startedText = (moment: string): string => `gestartet: ${moment}`;
/** The result of the last deployment where it differs from the state. The tooltip has the full text. */
export const lastText = (state: string): string => `, zuletzt: ${state}`;
export const stateAndLast = (state: string, last: string): string => `${state}, letztes Deployment: ${last}`;
