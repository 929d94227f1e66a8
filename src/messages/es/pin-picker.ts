import type { Pin } from '#domain/board/pin.ts';
import { type Failure, isSessionEnd } from '#domain/environment/failure.ts';
import type { PastedRow, Project } from '#domain/picker/picker-index.ts';
import { counted, figures, plural } from './common.ts';
import { projectPathText } from './environment.ts';
import { failureText } from './failures.ts';

export const FIELD_LABEL = 'Busque, o pegue uno o varios ID de entorno o enlaces de la consola de Qovery.';
export const KEYS_HINT = '↑ ↓ mueve · Espacio o Intro elige · Mayús ↑ ↓ elige un rango · Ctrl Intro fija · Esc cierra';
export const READING = 'Cargando los entornos…';
export const PICK_TITLE = 'Fijar entornos';
/** Pins what is chosen, then opens the dialog of its labels. */
export const PIN_AND_LABEL = 'Fijar y etiquetar…';
export const PICK_LIST = 'Entornos y proyectos';
export const OPEN_CONSOLE = 'Abrir la consola de Qovery';
export const PROJECT_ON_BOARD = 'En este tablero, con sus entornos nuevos';
/** Reasons why an environment cannot be chosen. */
export const BY_PROJECT = 'fijado con su proyecto';
export const ON_BOARD = 'en este tablero';

export const MAY_NOT_LIST = 'Sin acceso a la lista de entornos.';
export const SLOW = 'Qovery tarda en responder. Mientras tanto puede pegar ID o enlaces de la consola.';
export const NO_ORGANIZATION = 'No se puede leer ninguna organización.';
export const noneInText = (organizations: readonly string[]): string =>
  `Aún no hay entornos en ${organizations.join(', ')}.`;
export const CREATE_FIRST = 'Cree el primero en Qovery.';
export const NONE_YET = 'Aún no hay entornos. Un proyecto fijado muestra sus entornos en cuanto los tiene.';
export const waitingText = (organizations: number, isSlow: boolean): string =>
  `Cargando ${plural(organizations, 'organización', 'organizaciones')}…${isSlow ? ' Ya puede elegir de la lista.' : ''}`;
export const savedListText = (why: string): string => `${why} La lista se cargó antes.`;
export const LINK_NAMES_NOTHING = 'Este enlace no nombra ningún entorno ni proyecto.';
export const COPY_ADDRESS = 'Copie la dirección de la página de un entorno.';
export const nothingCalledText = (query: string): string => `Ningún entorno ni proyecto se llama «${query}».`;
export const PASTE_ONE = 'Pegue en su lugar un ID o un enlace de la consola.';

export const PASTE_INSTEAD = 'Pegue en su lugar ID o enlaces de la consola.';

export const projectText = ({ organizationName, name }: Project): string =>
  projectPathText({ organizationName, projectName: name });

/** Describes the choice of a whole project. `total` is the number of its environments today. */
export function wholeProjectText(total: number): string {
  if (total === 0) return 'Fijar los entornos nuevos cuando aparezcan';
  return total === 1
    ? 'Fijar su entorno, y los nuevos cuando aparezcan'
    : `Fijar los ${figures(total)}, y los nuevos cuando aparezcan`;
}

const pinsText = (environments: number, projects: number): string =>
  [environments > 0 && plural(environments, 'entorno'), projects > 0 && plural(projects, 'proyecto')]
    .filter((part) => part !== false)
    .join(' y ');

export function pinButtonText(pins: readonly Pin[]): string {
  const projects = pins.filter(({ kind }) => kind === 'project').length;
  return pins.length === 0 ? 'Fijar' : `Fijar ${pinsText(pins.length - projects, projects)}`;
}

/** The footer: how many rows are on the board already, and how many chosen ones the list does not show. */
export function footText(onBoard: number, elsewhere: number): string {
  const parts = [
    onBoard > 0 && `${figures(onBoard)} ya en este tablero`,
    elsewhere > 0 &&
      counted(elsewhere, { one: '# más elegido, fuera de esta lista', other: '# más elegidos, fuera de esta lista' }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** The number of rows in the list, for screen readers. */
export const countText = (environments: number, projects: number): string =>
  projects === 0
    ? plural(environments, 'entorno')
    : `${plural(environments, 'entorno')} en ${plural(projects, 'proyecto')}`;

const MAX_NAMED = 3;

const MAX_NAMED_LENGTH = 120;

/** The parts of a pasted text that name no environment and no project, in one short line. */
export const passedOverText = (parts: readonly string[]): string => {
  const named = parts.slice(0, MAX_NAMED).join(', ');
  const rest = parts.length > MAX_NAMED ? ` y ${figures(parts.length - MAX_NAMED)} más` : '';
  return `Omitido, porque no nombra ningún entorno: ${shortened(named)}${rest}`;
};

const shortened = (text: string): string =>
  text.length > MAX_NAMED_LENGTH ? `${text.slice(0, MAX_NAMED_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** Shown when a user pastes more pins than a board can hold. */
export const cappedText = (pins: number): string =>
  `${counted(pins, { one: '# elemento omitido', other: '# elementos omitidos' })}: un tablero admite ${figures(8_000)} como máximo.`;

/** Shown under a pasted id without a name. Claims "cannot read" only after all names are loaded. */
export function unknownText({ pin }: PastedRow, isComplete: boolean, isLoading: boolean): string {
  if (isLoading) return 'Buscando su nombre…';
  if (!isComplete) return 'No se pudo cargar su nombre. Aun así puede fijarlo.';
  const kind = pin.kind === 'project' ? 'este proyecto' : 'este entorno';
  return `Envboard no puede leer ${kind}. Aun así puede fijarlo: su tarjeta indica el motivo.`;
}

function organizationFailureText(name: string, failure: Failure): string {
  const why = `${name}: ${failureText(failure).replace(/\.$/, '')}`;
  if (isSessionEnd(failure)) return why;
  switch (failure.kind) {
    case 'server':
    case 'refused':
      return `${name} respondió ${failure.status}`;
    case 'denied':
    case 'unauthorized':
      return `sin acceso a la lista de ${name}`;
    case 'timeout':
      return `${name} no respondió en ${failure.afterMs / 1_000} s`;
    default:
      return why;
  }
}

type Failed = { readonly name: string; readonly failure: Failure };

/** `Se pudieron leer 2 de 3 organizaciones; globex respondió 503.` */
export function failedText(failed: readonly Failed[], count: number): string {
  const named = failed.slice(0, MAX_NAMED).map(({ name, failure }) => organizationFailureText(name, failure));
  const rest = failed.length > MAX_NAMED ? ` y ${figures(failed.length - MAX_NAMED)} más` : '';
  const read = counted(count - failed.length, { one: 'Se pudo leer #', other: 'Se pudieron leer #' });
  return `${read} de ${plural(count, 'organización', 'organizaciones')}; ${named.join(', ')}${rest}.`;
}

/** Advice for a board with many single pins. `many` is the number above which it appears. */
export const projectsAdvice = (many: number): string =>
  `Con más de ${figures(many)} entornos, fije proyectos enteros: requiere menos solicitudes y los entornos nuevos aparecen solos.`;
