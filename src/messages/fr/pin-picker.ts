import type { Pin } from '#domain/board/pin.ts';
import { type Failure, isSessionEnd } from '#domain/environment/failure.ts';
import type { PastedRow, Project } from '#domain/picker/picker-index.ts';
import { counted, figures, plural } from './common.ts';
import { projectPathText } from './environment.ts';
import { failureText } from './failures.ts';

export const FIELD_LABEL =
  'Cherchez, ou collez un ou plusieurs identifiants d’environnement ou liens de la console Qovery.';
export const KEYS_HINT =
  '↑ ↓ déplace · Espace ou Entrée choisit · Maj ↑ ↓ choisit une plage · Ctrl Entrée épingle · Échap ferme';
export const READING = 'Chargement des environnements…';
export const PICK_TITLE = 'Épingler des environnements';
/** Pins what is chosen, then opens the dialog of its labels. */
export const PIN_AND_LABEL = 'Épingler et nommer…';
export const PICK_LIST = 'Environnements et projets';
export const OPEN_CONSOLE = 'Ouvrir la console Qovery';
export const PROJECT_ON_BOARD = 'Sur ce tableau, avec ses nouveaux environnements';
/** Reasons why an environment cannot be chosen. */
export const BY_PROJECT = 'épinglé avec son projet';
export const ON_BOARD = 'sur ce tableau';

export const MAY_NOT_LIST = 'Pas d’accès à la liste des environnements.';
export const SLOW = 'Qovery tarde à répondre. Vous pouvez déjà coller des identifiants ou des liens de la console.';
export const NO_ORGANIZATION = 'Aucune organisation ne peut être lue.';
export const noneInText = (organizations: readonly string[]): string =>
  `Aucun environnement dans ${organizations.join(', ')}.`;
export const CREATE_FIRST = 'Créez le premier dans Qovery.';
export const NONE_YET =
  'Aucun environnement pour l’instant. Un projet épinglé affiche ses environnements dès qu’il en a.';
export const waitingText = (organizations: number, isSlow: boolean): string =>
  `Chargement de ${plural(organizations, 'organisation')}…${isSlow ? ' Vous pouvez déjà choisir dans la liste.' : ''}`;
export const savedListText = (why: string): string => `${why} La liste date d’un chargement précédent.`;
export const LINK_NAMES_NOTHING = 'Ce lien ne désigne ni environnement ni projet.';
export const COPY_ADDRESS = 'Copiez l’adresse de la page d’un environnement.';
export const nothingCalledText = (query: string): string => `Aucun environnement ni projet ne s’appelle « ${query} ».`;
export const PASTE_ONE = 'Collez plutôt un identifiant ou un lien de la console.';

export const PASTE_INSTEAD = 'Collez plutôt des identifiants ou des liens de la console.';

export const projectText = ({ organizationName, name }: Project): string =>
  projectPathText({ organizationName, projectName: name });

/** Describes the choice of a whole project. `total` is the number of its environments today. */
export function wholeProjectText(total: number): string {
  if (total === 0) return 'Épingler les nouveaux environnements dès leur création';
  return total === 1
    ? 'Épingler son environnement, et les nouveaux dès leur création'
    : `Épingler les ${figures(total)}, et les nouveaux dès leur création`;
}

const pinsText = (environments: number, projects: number): string =>
  [environments > 0 && plural(environments, 'environnement'), projects > 0 && plural(projects, 'projet')]
    .filter((part) => part !== false)
    .join(' et ');

export function pinButtonText(pins: readonly Pin[]): string {
  const projects = pins.filter(({ kind }) => kind === 'project').length;
  return pins.length === 0 ? 'Épingler' : `Épingler ${pinsText(pins.length - projects, projects)}`;
}

/** The footer: how many rows are on the board already, and how many chosen ones the list does not show. */
export function footText(onBoard: number, elsewhere: number): string {
  const parts = [
    onBoard > 0 && `${figures(onBoard)} déjà sur ce tableau`,
    elsewhere > 0 &&
      counted(elsewhere, {
        one: '# autre choisi, hors de cette liste',
        other: '# autres choisis, hors de cette liste',
      }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** The number of rows in the list, for screen readers. */
export const countText = (environments: number, projects: number): string =>
  projects === 0
    ? plural(environments, 'environnement')
    : `${plural(environments, 'environnement')} dans ${plural(projects, 'projet')}`;

const MAX_NAMED = 3;

const MAX_NAMED_LENGTH = 120;

/** The parts of a pasted text that name no environment and no project, in one short line. */
export const passedOverText = (parts: readonly string[]): string => {
  const named = parts.slice(0, MAX_NAMED).join(', ');
  const rest = parts.length > MAX_NAMED ? ` et ${plural(parts.length - MAX_NAMED, 'autre')}` : '';
  return `Ignoré, car aucun environnement n’y est désigné : ${shortened(named)}${rest}`;
};

const shortened = (text: string): string =>
  text.length > MAX_NAMED_LENGTH ? `${text.slice(0, MAX_NAMED_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** Shown when a user pastes more pins than a board can hold. */
export const cappedText = (pins: number): string =>
  `${counted(pins, { one: '# épingle ignorée', other: '# épingles ignorées' })} : un tableau contient ${figures(8_000)} épingles au plus.`;

/** Shown under a pasted id without a name. Claims "cannot read" only after all names are loaded. */
export function unknownText({ pin }: PastedRow, isComplete: boolean, isLoading: boolean): string {
  if (isLoading) return 'Recherche de son nom…';
  if (!isComplete) return 'Son nom n’a pas pu être chargé. Vous pouvez tout de même l’épingler.';
  const kind = pin.kind === 'project' ? 'projet' : 'environnement';
  return `Envboard ne peut pas lire cet élément (${kind}). Vous pouvez tout de même l’épingler : sa carte donne la raison.`;
}

function organizationFailureText(name: string, failure: Failure): string {
  const why = `${name} : ${failureText(failure).replace(/\.$/, '')}`;
  if (isSessionEnd(failure)) return why;
  switch (failure.kind) {
    case 'server':
    case 'refused':
      return `${name} a répondu ${failure.status}`;
    case 'denied':
    case 'unauthorized':
      return `pas d’accès à la liste de ${name}`;
    case 'timeout':
      return `${name} n’a pas répondu en ${failure.afterMs / 1_000} s`;
    default:
      return why;
  }
}

type Failed = { readonly name: string; readonly failure: Failure };

/** `2 organisations sur 3 ont pu être lues ; globex a répondu 503.` */
export function failedText(failed: readonly Failed[], count: number): string {
  const named = failed.slice(0, MAX_NAMED).map(({ name, failure }) => organizationFailureText(name, failure));
  const rest = failed.length > MAX_NAMED ? ` et ${plural(failed.length - MAX_NAMED, 'autre')}` : '';
  const read = counted(count - failed.length, {
    one: `# organisation sur ${figures(count)} a pu être lue`,
    other: `# organisations sur ${figures(count)} ont pu être lues`,
  });
  return `${read} ; ${named.join(', ')}${rest}.`;
}

/** Advice for a board with many single pins. `many` is the number above which it appears. */
export const projectsAdvice = (many: number): string =>
  `Au-delà de ${figures(many)} environnements, épinglez des projets entiers : moins de requêtes, et les nouveaux environnements s’ajoutent seuls.`;
