import type { Pin } from '#domain/board/pin.ts';
import { type Failure, isSessionEnd } from '#domain/environment/failure.ts';
import type { PastedRow, Project } from '#domain/picker/picker-index.ts';
import { figures, plural } from './common.ts';
import { projectPathText } from './environment.ts';
import { failureText } from './failures.ts';

export const FIELD_LABEL =
  'Suchen Sie, oder fügen Sie eine oder mehrere Umgebungs-IDs oder Links der Qovery-Konsole ein.';
export const KEYS_HINT =
  '↑ ↓ bewegt · Leertaste oder Eingabe wählt · Umschalt ↑ ↓ wählt einen Bereich · Strg Eingabe heftet an · Esc schließt';
export const READING = 'Umgebungen werden geladen…';
export const PICK_TITLE = 'Umgebungen anheften';
/** Pins what is chosen, then opens the dialog of its labels. */
export const PIN_AND_LABEL = 'Anheften und bezeichnen…';
export const PICK_LIST = 'Umgebungen und Projekte';
export const OPEN_CONSOLE = 'Qovery-Konsole öffnen';
export const PROJECT_ON_BOARD = 'Auf diesem Board, samt neuen Umgebungen';
/** Reasons why an environment cannot be chosen. */
export const BY_PROJECT = 'mit dem Projekt angeheftet';
export const ON_BOARD = 'auf diesem Board';

export const MAY_NOT_LIST = 'Kein Zugriff auf die Liste der Umgebungen.';
export const SLOW = 'Qovery antwortet langsam. Sie können inzwischen IDs oder Links der Konsole einfügen.';
export const NO_ORGANIZATION = 'Es kann keine Organisation gelesen werden.';
export const noneInText = (organizations: readonly string[]): string =>
  `Noch keine Umgebung in ${organizations.join(', ')}.`;
export const CREATE_FIRST = 'Legen Sie die erste in Qovery an.';
export const NONE_YET = 'Noch keine Umgebung. Ein angeheftetes Projekt zeigt seine Umgebungen, sobald es welche hat.';
export const waitingText = (organizations: number, isSlow: boolean): string =>
  `${plural(organizations, 'Organisation wird', 'Organisationen werden')} geladen…${isSlow ? ' Sie können schon aus der Liste wählen.' : ''}`;
export const savedListText = (why: string): string => `${why} Die Liste wurde früher geladen.`;
export const LINK_NAMES_NOTHING = 'Dieser Link nennt weder eine Umgebung noch ein Projekt.';
export const COPY_ADDRESS = 'Kopieren Sie die Adresse der Seite einer Umgebung.';
export const nothingCalledText = (query: string): string => `Keine Umgebung und kein Projekt heißt „${query}“.`;
export const PASTE_ONE = 'Fügen Sie stattdessen eine ID oder einen Link der Konsole ein.';

export const PASTE_INSTEAD = 'Fügen Sie stattdessen IDs oder Links der Konsole ein.';

export const projectText = ({ organizationName, name }: Project): string =>
  projectPathText({ organizationName, projectName: name });

/** Describes the choice of a whole project. `total` is the number of its environments today. */
export function wholeProjectText(total: number): string {
  if (total === 0) return 'Neue Umgebungen anheften, sobald sie entstehen';
  return total === 1
    ? 'Die Umgebung anheften, und neue, sobald sie entstehen'
    : `Alle ${figures(total)} anheften, und neue, sobald sie entstehen`;
}

const pinsText = (environments: number, projects: number): string =>
  [
    environments > 0 && plural(environments, 'Umgebung', 'Umgebungen'),
    projects > 0 && plural(projects, 'Projekt', 'Projekte'),
  ]
    .filter((part) => part !== false)
    .join(' und ');

export function pinButtonText(pins: readonly Pin[]): string {
  const projects = pins.filter(({ kind }) => kind === 'project').length;
  return pins.length === 0 ? 'Anheften' : `${pinsText(pins.length - projects, projects)} anheften`;
}

/** The footer: how many rows are on the board already, and how many chosen ones the list does not show. */
export function footText(onBoard: number, elsewhere: number): string {
  const parts = [
    onBoard > 0 && `${figures(onBoard)} schon auf diesem Board`,
    elsewhere > 0 && `${figures(elsewhere)} weitere gewählt, nicht in dieser Liste`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** The number of rows in the list, for screen readers. */
export const countText = (environments: number, projects: number): string =>
  projects === 0
    ? plural(environments, 'Umgebung', 'Umgebungen')
    : `${plural(environments, 'Umgebung', 'Umgebungen')} in ${plural(projects, 'Projekt', 'Projekten')}`;

const MAX_NAMED = 3;

const MAX_NAMED_LENGTH = 120;

/** The parts of a pasted text that name no environment and no project, in one short line. */
export const passedOverText = (parts: readonly string[]): string => {
  const named = parts.slice(0, MAX_NAMED).join(', ');
  const rest = parts.length > MAX_NAMED ? ` und ${figures(parts.length - MAX_NAMED)} weitere` : '';
  return `Übergangen, weil keine Umgebung genannt ist: ${shortened(named)}${rest}`;
};

const shortened = (text: string): string =>
  text.length > MAX_NAMED_LENGTH ? `${text.slice(0, MAX_NAMED_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** Shown when a user pastes more pins than a board can hold. */
export const cappedText = (pins: number): string =>
  `${plural(pins, 'Pin', 'Pins')} weggelassen: Ein Board fasst höchstens ${figures(8_000)} Pins.`;

/** Shown under a pasted id without a name. Claims "cannot read" only after all names are loaded. */
export function unknownText({ pin }: PastedRow, isComplete: boolean, isLoading: boolean): string {
  if (isLoading) return 'Name wird gesucht…';
  if (!isComplete) return 'Der Name konnte nicht geladen werden. Anheften können Sie trotzdem.';
  const kind = pin.kind === 'project' ? 'dieses Projekt' : 'diese Umgebung';
  return `Envboard kann ${kind} nicht lesen. Anheften können Sie trotzdem: Die Karte nennt den Grund.`;
}

function organizationFailureText(name: string, failure: Failure): string {
  const why = `${name}: ${failureText(failure).replace(/\.$/, '')}`;
  if (isSessionEnd(failure)) return why;
  switch (failure.kind) {
    case 'server':
    case 'refused':
      return `${name} hat mit ${failure.status} geantwortet`;
    case 'denied':
    case 'unauthorized':
      return `kein Zugriff auf die Liste von ${name}`;
    case 'timeout':
      return `${name} hat nicht innerhalb von ${failure.afterMs / 1_000} s geantwortet`;
    default:
      return why;
  }
}

type Failed = { readonly name: string; readonly failure: Failure };

/** `2 von 3 Organisationen konnten gelesen werden; globex hat mit 503 geantwortet.` */
export function failedText(failed: readonly Failed[], count: number): string {
  const named = failed.slice(0, MAX_NAMED).map(({ name, failure }) => organizationFailureText(name, failure));
  const rest = failed.length > MAX_NAMED ? ` und ${figures(failed.length - MAX_NAMED)} weitere` : '';
  const read = count - failed.length;
  return `${figures(read)} von ${plural(count, 'Organisation', 'Organisationen')} ${read === 1 ? 'konnte' : 'konnten'} gelesen werden; ${named.join(', ')}${rest}.`;
}

/** Advice for a board with many single pins. `many` is the number above which it appears. */
export const projectsAdvice = (many: number): string =>
  `Heften Sie bei mehr als ${figures(many)} Umgebungen ganze Projekte an: Das braucht weniger Anfragen, und neue Umgebungen erscheinen von selbst.`;
