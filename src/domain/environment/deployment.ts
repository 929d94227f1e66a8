import { NOTABLE_SKEW_MS } from '#domain/server-clock.ts';
import type { Transition } from './observation.ts';
import type { EnvironmentStatus } from './status.ts';
import { isInProgress, toneOf } from './tone.ts';

/** One past or running deployment of an environment, as Qovery's history tells it. */
export type Deployment = {
  readonly id: string;
  /** Epoch milliseconds at which it was started; undefined when Qovery did not say. */
  readonly startedAt: number | undefined;
  /** Seconds from start to end; undefined while it runs, and when Qovery did not say. */
  readonly durationSeconds: number | undefined;
  /** Qovery's word for the state that it is in, or ended in. */
  readonly state: string;
  /** What was asked for: DEPLOY, RESTART, STOP, DELETE, or a word that we do not know. */
  readonly action: string | undefined;
  readonly origin: string | undefined;
  readonly triggeredBy: string | undefined;
};

const MIN_KNOWN = 3;

export const isRunning = ({ state }: Pick<Deployment, 'state'>): boolean => isInProgress(toneOf(state));

const endedWell = ({ state }: Deployment): boolean =>
  toneOf(state) === 'ok' || state === 'STOPPED' || state === 'DELETED';

/** The lower of the two in the middle; undefined of nothing. */
export const median = (sorted: readonly number[]): number | undefined => sorted[Math.floor((sorted.length - 1) / 2)];

/** The durations that are known, in seconds, the shortest first. */
export const durationsOf = (history: readonly Deployment[]): readonly number[] =>
  history.flatMap(({ durationSeconds }) => durationSeconds ?? []).toSorted((a, b) => a - b);

/**
 * How long a deployment of this environment usually takes, in seconds: the median of those that ended well. Undefined
 * when fewer than three did: then nobody can say what is usual.
 */
export function usualSeconds(
  history: readonly Deployment[],
  isGood: (deployment: Deployment) => boolean,
): number | undefined {
  const durations = durationsOf(history.filter(isGood));
  return durations.length < MIN_KNOWN ? undefined : median(durations);
}

/**
 * How long the newest deployment would usually take, in seconds: as long as those that did the same and ended well. A
 * stop says nothing of a build.
 */
export function usualOfNewest(history: readonly Deployment[]): number | undefined {
  const action = history.at(-1)?.action;
  return usualSeconds(history, (one) => endedWell(one) && (action === undefined || one.action === action));
}

const TOO_LONG = 2;

/** In seconds. No deployment runs for a month: what seems to is the fault of a clock. */
const MAX_BELIEVED = 30 * 86_400;
/** In seconds. A deployment that begins later than this from now has no progress to tell. */
const MIN_BELIEVED = -NOTABLE_SKEW_MS / 1_000;

/** How far a running deployment is, measured by what is usual. */
export type Progress =
  | { readonly kind: 'left'; readonly seconds: number }
  | { readonly kind: 'over' }
  | { readonly kind: 'tooLong'; readonly usualSeconds: number };

/**
 * Both in seconds. Undefined when nobody can say what is usual, and when the clock here is plainly wrong: Qovery's is
 * the one that says when a deployment began.
 */
export function progressOf(elapsed: number, usual: number | undefined): Progress | undefined {
  if (usual === undefined || elapsed > MAX_BELIEVED || elapsed < MIN_BELIEVED) return undefined;
  if (elapsed > TOO_LONG * usual) return { kind: 'tooLong', usualSeconds: usual };
  return elapsed < usual ? { kind: 'left', seconds: usual - Math.max(0, elapsed) } : { kind: 'over' };
}

type Running = Pick<EnvironmentStatus, 'state' | 'lastDeploymentId' | 'lastDeploymentAt'>;

/** Clocks here and at Qovery may differ by this, in milliseconds. */
const SKEW_MS = 60_000;

/**
 * Since when the environment's deployment runs, in epoch milliseconds. The history knows; where it does not yet hold
 * this deployment, the moment counts at which this browser saw it begin, so it never runs shorter than said. Undefined
 * when nothing runs or nobody knows: Qovery's "last deployment date" may be the end of the one before.
 */
export function runningSince(
  status: Running | undefined,
  history: readonly Deployment[] | undefined,
  /** Oldest first. */
  seen: readonly Transition[] = [],
): number | undefined {
  if (!status || !isRunning(status)) return undefined;
  const known = history?.findLast((one) => one.id === status.lastDeploymentId && isRunning(one));
  if (known?.startedAt !== undefined) return known.startedAt;
  const begun = seen.findLast(({ from, to }) => isRunning({ state: to }) && !isRunning({ state: from }))?.at;
  // Whether a start or an end, a later date says that what was seen to begin is not what runs now.
  return begun === undefined || (status.lastDeploymentAt ?? 0) > begun + SKEW_MS ? undefined : begun;
}

/** True when the environment's deployment runs for more than twice the usual time. `now` in epoch milliseconds. */
export function isStuck(
  status: Running | undefined,
  history: readonly Deployment[] | undefined,
  seen: readonly Transition[],
  now: number,
): boolean {
  const since = runningSince(status, history, seen);
  return since !== undefined && progressOf((now - since) / 1_000, usualOfNewest(history ?? []))?.kind === 'tooLong';
}
