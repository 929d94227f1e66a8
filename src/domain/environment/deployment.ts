import { NOTABLE_SKEW_MS } from '#domain/server-clock.ts';
import type { Transition } from './observation.ts';
import type { EnvironmentStatus } from './status.ts';
import { isInProgress, toneOf } from './tone.ts';

/** A service's part in a deployment, and its deployed version. */
export type DeployedService = {
  readonly id: string;
  readonly name: string;
  /** The id of a commit, or the tag of an image; undefined if Qovery names neither. */
  readonly version?: string | undefined;
  readonly kind?: 'commit' | 'tag' | undefined;
  /** Epoch milliseconds of the commit. */
  readonly committedAt?: number | undefined;
};

/** A past or running deployment of an environment, from Qovery's deployment history. */
export type Deployment = {
  readonly id: string;
  /** Epoch milliseconds at which it was started; undefined when Qovery gives no start. */
  readonly startedAt: number | undefined;
  /** Seconds from start to end; undefined while it runs, and when Qovery gives no duration. */
  readonly durationSeconds: number | undefined;
  /** The present state of a running deployment, or the last state of a finished one, as Qovery reports it. */
  readonly state: string;
  /** The requested action: DEPLOY, RESTART, STOP, DELETE, or a value that this version does not know. */
  readonly action: string | undefined;
  readonly origin: string | undefined;
  readonly triggeredBy: string | undefined;
  /** Number of deployments that could not be read in the answer whose newest deployment this is. Undefined for none. */
  readonly unread?: number | undefined;
  /** Absent in the histories of cards, whose responses are read for their bars alone. */
  readonly services?: readonly DeployedService[] | undefined;
  /** True when it has services that could not be read, so that `services` lacks them. */
  readonly hasUnreadServices?: boolean | undefined;
};

const MIN_DURATIONS = 3;

/** True while a deployment runs or waits to run. */
export const isRunning = ({ state }: Pick<Deployment, 'state'>): boolean => isInProgress(toneOf(state));

const hasSucceeded = ({ state }: Deployment): boolean =>
  toneOf(state) === 'ok' || state === 'STOPPED' || state === 'DELETED';

/**
 * Returns the median of an ascending list: the lower of the two middle values of an even count, undefined when empty.
 */
export const median = (sorted: readonly number[]): number | undefined => sorted[Math.floor((sorted.length - 1) / 2)];

/** Returns the known durations in seconds, shortest first. */
export const durationsOf = (history: readonly Deployment[]): readonly number[] =>
  history.flatMap(({ durationSeconds }) => durationSeconds ?? []).toSorted((a, b) => a - b);

/**
 * Returns the usual duration in seconds: the median of the deployments for which `isGood` holds.
 *
 * Undefined with fewer than three such deployments: too few to call a duration usual.
 */
export function usualSeconds(
  history: readonly Deployment[],
  isGood: (deployment: Deployment) => boolean,
): number | undefined {
  const durations = durationsOf(history.filter(isGood));
  return durations.length < MIN_DURATIONS ? undefined : median(durations);
}

/**
 * Returns the usual duration of the newest deployment in seconds, from successful deployments with the same action: the
 * duration of a stop does not predict that of a build. Undefined when there are fewer than three.
 */
export function usualOfNewest(history: readonly Deployment[]): number | undefined {
  const action = history.at(-1)?.action;
  return usualSeconds(history, (past) => hasSucceeded(past) && (action === undefined || past.action === action));
}

const TOO_LONG_FACTOR = 2;

/** No deployment runs for a month: a longer time comes from a wrong clock. */
const MAX_ELAPSED_SECONDS = 30 * 86_400;
/** A deployment whose start is further in the future than this has no progress: a clock is wrong. */
const MIN_ELAPSED_SECONDS = -NOTABLE_SKEW_MS / 1_000;

/** Progress of a running deployment, compared with its usual duration. */
export type Progress =
  /** `ratio` is the part of the usual time that has passed, from 0 to 1. */
  | { readonly kind: 'left'; readonly seconds: number; readonly ratio: number }
  | { readonly kind: 'over' }
  | { readonly kind: 'tooLong'; readonly usualSeconds: number };

/**
 * Returns the progress of a deployment from its elapsed and its usual time, both in seconds.
 *
 * Undefined when the usual time is unknown. Undefined too when `elapsed` is impossible: Qovery dates the start, so this
 * computer's clock must be wrong.
 */
export function progressOf(elapsed: number, usual: number | undefined): Progress | undefined {
  if (usual === undefined || elapsed > MAX_ELAPSED_SECONDS || elapsed < MIN_ELAPSED_SECONDS) return undefined;
  if (elapsed > TOO_LONG_FACTOR * usual) return { kind: 'tooLong', usualSeconds: usual };
  if (elapsed >= usual) return { kind: 'over' };
  const passed = Math.max(0, elapsed);
  return { kind: 'left', seconds: usual - passed, ratio: passed / usual };
}

type Running = Pick<EnvironmentStatus, 'state' | 'lastDeploymentId' | 'lastDeploymentAt'>;

/** Tolerated difference between this computer's clock and Qovery's, in milliseconds. */
const SKEW_MS = 60_000;

/**
 * Returns the start of the environment's running deployment, in epoch milliseconds.
 *
 * The history gives the start. While the history lacks this deployment, the start is the transition that this browser
 * observed, so the true running time is never shorter. Undefined when no deployment runs or its start is unknown:
 * Qovery's "last deployment date" may be the end of the previous deployment.
 */
export function runningSince(
  status: Running | undefined,
  history: readonly Deployment[] | undefined,
  /** Oldest first. */
  transitions: readonly Transition[] = [],
): number | undefined {
  if (!status || !isRunning(status)) return undefined;
  const listed = history?.findLast((past) => past.id === status.lastDeploymentId && isRunning(past));
  if (listed?.startedAt !== undefined) return listed.startedAt;
  const observedAt = transitions.findLast(
    ({ from, to }) => isRunning({ state: to }) && !isRunning({ state: from }),
  )?.at;
  // Qovery's date may be a start or an end. In both cases a later date proves that the observed transition belongs to
  // an earlier deployment.
  return observedAt === undefined || (status.lastDeploymentAt ?? 0) > observedAt + SKEW_MS ? undefined : observedAt;
}

/** True when the environment's deployment runs for more than twice the usual time. `now` in epoch milliseconds. */
export function isStuck(
  status: Running | undefined,
  history: readonly Deployment[] | undefined,
  transitions: readonly Transition[],
  now: number,
): boolean {
  const since = runningSince(status, history, transitions);
  return since !== undefined && progressOf((now - since) / 1_000, usualOfNewest(history ?? []))?.kind === 'tooLong';
}
