import type { Column } from '#domain/board/board.ts';

export const COLUMN_WORDS = {
  state: 'Estado',
  project: 'Proyecto',
  mode: 'Modo',
  configuration: 'Configuración',
  deployed: 'Despliegue',
  duration: 'Duración',
  origin: 'Origen',
  history: 'Historial',
  cluster: 'Clúster',
  since: 'En el estado desde',
  checked: 'Comprobado',
} as const satisfies Record<Column, string>;

export const ENVIRONMENT = 'Entorno';
export const ACTIONS = 'Acciones';
/** Opens the list of columns. */
export const CHOOSE_COLUMNS = 'Columnas';
export const TABLE = 'Tabla de entornos';

export const SNOOZED = 'silenciado';
export const WAITING = 'en espera';
export const NO_HISTORY = 'aún ninguno';
/** A label, followed by the name from Qovery. */
export const labelText = (label: string, name: string): string => `${label}, en Qovery ${name}`;
export const startedAgoText = (age: string): string => `iniciado hace ${age}`;
export const startedText = (moment: string): string => `iniciado: ${moment}`;
/** The result of the last deployment where it differs from the state. The tooltip has the full text. */
export const lastText = (state: string): string => `, último: ${state}`;
export const stateAndLast = (state: string, last: string): string => `${state}, último despliegue: ${last}`;
