import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { plural } from './common.ts';
import { dateTimeText } from './date-time.ts';
import { lengthText } from './relative-time.ts';

/** Texts that only the details panel uses. */
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
  freshness: 'Freshness',
  notifications: 'Notifications',
  services: 'Services',
  activity: 'All activity',
  deployments: 'Deployments, newest first',
  changes: 'Changes of state',
  noState: 'Qovery tells no state of it',
  noDeployments: 'No deployments yet.',
  noServices: 'No services in this environment.',
  noChanges: 'No changes seen yet. This browser lists them here while it checks the environment.',
  loadingDeployments: 'Loading the deployments…',
  loadingServices: 'Loading the services…',
  deploymentsFailed: 'The deployments could not be loaded.',
  servicesFailed: 'The services could not be loaded.',
  namesFailed: 'The names of the services could not be loaded, so their ids are shown.',
  showingLastKnown: 'The last known values are shown.',
  loading: 'Loading…',
  notOnBoard: 'Not on this board',
  notOnBoardWhy:
    'This environment was unpinned or hidden, or the link was made on another board. Envboard does not check it.',
} as const;

const NOTHING = '—';

/** A dash in place of a value that is unknown or does not apply. */
export const orNothing = (text: string | undefined): string => text ?? NOTHING;

/**
 * How long an environment has been in its state. Without an observed change of state, the time is only a lower bound.
 * `since` and `now` are in epoch milliseconds.
 */
export function inStateText(since: number, now: number, isObserved: boolean, format: TimeFormat): string {
  if (isShownAsDate(since, now, format)) {
    const date = dateTimeText(since, format.timeZone);
    return isObserved ? `since ${date}, seen by this browser` : `since ${date} or earlier`;
  }
  const length = lengthText(now - since);
  return isObserved ? `${length}, seen by this browser` : `at least ${length}`;
}

export const clusterText = (name: string): string => `cluster ${name}`;
export const openDeploymentText = (when: string | undefined): string =>
  when === undefined ? 'Open this deployment in Qovery' : `Open the deployment of ${when} in Qovery`;

export const unreadServicesText = (count: number): string => `${plural(count, 'service')} could not be read.`;
export const unreadDeploymentsText = (count: number): string => `${plural(count, 'deployment')} could not be read.`;
