import { configurationText } from './qovery-terms.ts';

/** Read before a running time, for screen readers only. */
export const LONGER_THAN_USUAL = 'más de lo habitual, ';
/** Text before and after an age, or a date, for screen readers only. */
export const aroundTime = (
  isRunning: boolean,
  isDate: boolean,
): { readonly before: string; readonly after: string } => ({
  before: `${isRunning ? 'iniciado' : 'desplegado'} ${isDate ? 'el' : 'hace'} `,
  after: '',
});
export const SNOOZED = 'silenciado';

/** Lines of a tile's tooltip: facts for which the tile has no room. */
export const stateAndConfiguration = (state: string, configuration: string | undefined): string =>
  configuration === undefined ? state : `${state}, ${configurationText(configuration).toLowerCase()}`;
export const startedText = (moment: string): string => `Iniciado: ${moment}`;
export const TAKES_LONGER = 'Tarda más de lo habitual';
export const deployedText = (moment: string): string => `Último despliegue: ${moment}`;
export const notReachedText = (moment: string): string => `Inaccesible desde: ${moment}`;
