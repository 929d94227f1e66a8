import type { Column } from '#domain/board/board.ts';

export const COLUMN_WORDS = {
  state: 'State',
  project: 'Project',
  mode: 'Mode',
  configuration: 'Configuration',
  deployed: 'Last deployed',
  duration: 'Duration',
  origin: 'Origin',
  history: 'History',
  cluster: 'Cluster',
  since: 'In state since',
  checked: 'Checked',
} as const satisfies Record<Column, string>;

export const ENVIRONMENT = 'Environment';
export const ACTIONS = 'Actions';
/** Opens the list of columns. */
export const CHOOSE_COLUMNS = 'Columns';
export const TABLE = 'Table of environments';

export const SNOOZED = 'snoozed';
export const WAITING = 'waiting';
export const NO_HISTORY = 'none yet';
/** A label, followed by the name from Qovery. */
export const labelText = (label: string, name: string): string => `${label}, in Qovery ${name}`;
export const startedAgoText = (age: string): string => `started ${age} ago`;
export const startedText = (moment: string): string => `started ${moment}`;
/** The result of the last deployment where it differs from the state. The tooltip has the full text. */
export const lastText = (state: string): string => `, last: ${state}`;
export const stateAndLast = (state: string, last: string): string => `${state}, last deployment: ${last}`;
