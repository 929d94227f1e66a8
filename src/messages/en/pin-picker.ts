import type { Pin } from '#domain/board/pin.ts';
import { type Failure, isSessionEnd } from '#domain/environment/failure.ts';
import type { PastedRow, Project } from '#domain/picker/picker-index.ts';
import { figures, plural } from './common.ts';
import { projectPathText } from './environment.ts';
import { failureText } from './failures.ts';

export const FIELD_LABEL = 'Search, or paste environment ids or Qovery console links, one or many.';
export const KEYS_HINT = '↑ ↓ move · Space or Enter chooses · Shift ↑ ↓ chooses a range · Ctrl Enter pins · Esc closes';
export const READING = 'Loading environments…';
export const PICK_TITLE = 'Pin environments';
/** Pins what is chosen, then opens the dialog of its labels. */
export const PIN_AND_LABEL = 'Pin and label…';
export const PICK_LIST = 'Environments and projects';
export const OPEN_CONSOLE = 'Open Qovery’s console';
export const PROJECT_ON_BOARD = 'On this board, with its new environments';
/** Reasons why an environment cannot be chosen. */
export const BY_PROJECT = 'pinned with its project';
export const ON_BOARD = 'on this board';

export const MAY_NOT_LIST = 'No access to the list of environments.';
export const SLOW = 'Qovery is slow to answer. Meanwhile you can paste ids or console links.';
export const NO_ORGANIZATION = 'No organization can be read.';
export const noneInText = (organizations: readonly string[]): string =>
  `No environment yet in ${organizations.join(', ')}.`;
export const CREATE_FIRST = 'Create the first one in Qovery.';
export const NONE_YET = 'No environment yet. A pinned project shows its environments as soon as there are any.';
export const waitingText = (organizations: number, isSlow: boolean): string =>
  `Loading ${plural(organizations, 'organization')}…${isSlow ? ' You can already choose from the list.' : ''}`;
export const savedListText = (why: string): string => `${why} The list was loaded earlier.`;
export const LINK_NAMES_NOTHING = 'This link names no environment or project.';
export const COPY_ADDRESS = 'Copy the address of an environment’s page.';
export const nothingCalledText = (query: string): string => `No environment or project is named “${query}”.`;
export const PASTE_ONE = 'Paste an id or a console link instead.';

export const PASTE_INSTEAD = 'Paste ids or console links instead.';

export const projectText = ({ organizationName, name }: Project): string =>
  projectPathText({ organizationName, projectName: name });

/** Describes the choice of a whole project. `total` is the number of its environments today. */
export function wholeProjectText(total: number): string {
  if (total === 0) return 'Pin new environments as they appear';
  return total === 1
    ? 'Pin its environment, and new ones as they appear'
    : `Pin all ${total}, and new ones as they appear`;
}

const pinsText = (environments: number, projects: number): string =>
  [environments > 0 && plural(environments, 'environment'), projects > 0 && plural(projects, 'project')]
    .filter((part) => part !== false)
    .join(' and ');

export function pinButtonText(pins: readonly Pin[]): string {
  const projects = pins.filter(({ kind }) => kind === 'project').length;
  return pins.length === 0 ? 'Pin' : `Pin ${pinsText(pins.length - projects, projects)}`;
}

/** The footer: how many rows are on the board already, and how many chosen ones the list does not show. */
export function footText(onBoard: number, elsewhere: number): string {
  const parts = [
    onBoard > 0 && `${onBoard} already on this board`,
    elsewhere > 0 && `${elsewhere} more chosen, not in this list`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** The number of rows in the list, for screen readers. */
export const countText = (environments: number, projects: number): string =>
  projects === 0
    ? plural(environments, 'environment')
    : `${plural(environments, 'environment')} in ${plural(projects, 'project')}`;

const MAX_NAMED = 3;

const MAX_NAMED_LENGTH = 120;

/** The parts of a pasted text that name no environment and no project, in one short line. */
export const passedOverText = (parts: readonly string[]): string => {
  const named = parts.slice(0, MAX_NAMED).join(', ');
  const rest = parts.length > MAX_NAMED ? `, and ${parts.length - MAX_NAMED} more` : '';
  return `Passed over, because it names no environment: ${shortened(named)}${rest}`;
};

const shortened = (text: string): string =>
  text.length > MAX_NAMED_LENGTH ? `${text.slice(0, MAX_NAMED_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** Shown when a user pastes more pins than a board can hold. */
export const cappedText = (pins: number): string =>
  `${plural(pins, 'pin')} left out: a board holds at most 8,000 pins.`;

/** Shown under a pasted id without a name. Claims "cannot read" only after all names are loaded. */
export function unknownText({ pin }: PastedRow, isComplete: boolean, isLoading: boolean): string {
  if (isLoading) return 'Looking up its name…';
  if (!isComplete) return 'Its name could not be loaded. You can still pin it.';
  const kind = pin.kind === 'project' ? 'project' : 'environment';
  return `Envboard cannot read this ${kind}. You can still pin it: its card shows the reason.`;
}

function organizationFailureText(name: string, failure: Failure): string {
  const why = `${name}: ${failureText(failure).replace(/\.$/, '')}`;
  if (isSessionEnd(failure)) return why;
  switch (failure.kind) {
    case 'server':
    case 'refused':
      return `${name} answered ${failure.status}`;
    case 'denied':
    case 'unauthorized':
      return `no access to the list of ${name}`;
    case 'timeout':
      return `${name} did not answer within ${failure.afterMs / 1_000} s`;
    default:
      return why;
  }
}

type Failed = { readonly name: string; readonly failure: Failure };

/** `2 of 3 organizations could be read; globex answered 503.` */
export function failedText(failed: readonly Failed[], count: number): string {
  const named = failed.slice(0, MAX_NAMED).map(({ name, failure }) => organizationFailureText(name, failure));
  const rest = failed.length > MAX_NAMED ? `, and ${failed.length - MAX_NAMED} more` : '';
  return `${count - failed.length} of ${plural(count, 'organization')} could be read; ${named.join(', ')}${rest}.`;
}

/** Advice for a board with many single pins. `many` is the number above which it appears. */
export const projectsAdvice = (many: number): string =>
  `For more than ${figures(many)} environments, pin whole projects: that takes fewer requests, and new environments appear by themselves.`;
