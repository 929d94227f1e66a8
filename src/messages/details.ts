import type { TimeFormat } from '#domain/settings.ts';
import { plural } from './common.ts';
import { dateTimeText } from './date-time.ts';
import { isShownAsDate } from './relative-time.ts';

/** The words of the details, beside those that other parts of the page use too. */
export const DETAILS_WORDS = {
  close: 'Close',
  openInQovery: 'Open in Qovery',
  tryAgain: 'Try again',
  trying: 'Trying…',
  lastDeployed: 'Last deployed',
  started: 'Started',
  elapsed: 'Elapsed',
  duration: 'Duration',
  origin: 'Origin',
  inThisState: 'In this state',
  lastResult: 'Last result',
  reading: 'Reading',
  services: 'Services',
  deployments: 'Deployments, newest first',
  changes: 'Changes of state',
  noDeployments: 'No deployments yet.',
  noServices: 'No services in this environment.',
  noChanges: 'None seen yet. They are noted here while this browser watches the environment.',
  loadingDeployments: 'Loading the deployments…',
  loadingServices: 'Loading the services…',
  deploymentsFailed: 'The deployments could not be fetched.',
  servicesFailed: 'The services could not be fetched.',
  namesFailed: 'The names of the services could not be fetched, so their ids are shown.',
  keptBelow: 'What came before is shown.',
  loading: 'Loading…',
  notOnBoard: 'Not on this board',
  notOnBoardWhy:
    'This environment is not on this board: it was unpinned or hidden, or the link was made on another board. Nothing is asked of it.',
} as const;

const NOTHING = '—';

/** What is not known, or does not apply. */
export const orNothing = (text: string | undefined): string => text ?? NOTHING;

const UNITS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
] as const;

/** `4 minutes`: a length in its greatest whole unit. Never negative: clocks disagree. */
function lengthText(ms: number): string {
  const [unitMs, unit] = UNITS.find(([size]) => ms >= size) ?? ([1_000, 'second'] as const);
  return plural(Math.floor(Math.max(0, ms) / unitMs), unit);
}

/** How long an environment is in its state, and how we know. */
export function inStateText(since: number, now: number, isSeen: boolean, telling: TimeFormat): string {
  if (isShownAsDate(since, now, telling)) {
    const moment = dateTimeText(since, telling.timeZone);
    return isSeen ? `since ${moment}, seen from this browser` : `since ${moment} or before`;
  }
  const length = lengthText(now - since);
  return isSeen ? `${length}, seen from this browser` : `at least ${length}`;
}

export const clusterText = (name: string): string => `cluster ${name}`;
export const openDeploymentText = (when: string | undefined): string =>
  when === undefined ? 'Open this deployment in Qovery' : `Open the deployment of ${when} in Qovery`;
