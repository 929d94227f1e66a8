import type { Via } from './answer-age.ts';
import type { Deployment } from './deployment.ts';
import type { EnvironmentInfo } from './directory.ts';
import { type Failure, isDenial } from './failure.ts';
import type { EnvironmentStatus } from './status.ts';
import { type Tone, toneOf } from './tone.ts';

/**
 * How far a reading can be trusted. `kept`: persisted by an earlier page, not confirmed yet. `late`: an answer is
 * overdue, and no request failed. `unreachable`: the last request failed.
 */
export type Freshness = 'fresh' | 'late' | 'unreachable' | 'kept';

/** The data of one environment on a board, as cards show it. The tone depends on the last reading only. */
export type BoardEnvironment = {
  readonly id: string;
  readonly label?: string | undefined;
  readonly info?: EnvironmentInfo | undefined;
  readonly status?: EnvironmentStatus | undefined;
  readonly tone: Tone;
  readonly freshness: Freshness;
  /** Why the last request failed; undefined when it succeeded. */
  readonly failure?: Failure | undefined;
  /** Epoch milliseconds of the shown reading while requests fail; without a reading, of the first failed request. */
  readonly unreachedSince?: number | undefined;
  /** Epoch milliseconds since which the environment is known to be in its state. */
  readonly since?: number | undefined;
  /**
   * True when this browser observed the change to this state; false when `since` is the last deployment or the first
   * reading.
   */
  readonly isSinceSeen?: boolean | undefined;
  /** True when a deployment is known to run for more than twice the usual time. */
  readonly isStuck?: boolean | undefined;
  readonly isSnoozed?: boolean | undefined;
  /** Epoch milliseconds of the end of its snooze; undefined when only a change ends it, and without a snooze. */
  readonly snoozedUntil?: number | undefined;
  /** The last deployments, oldest first; undefined before they were fetched. */
  readonly history?: readonly Deployment[] | undefined;
  /** Id of the pinned project that contains the environment; undefined when the environment itself is pinned. */
  readonly pinnedBy?: string | undefined;
};

/** Milliseconds beyond two intervals after which a reading is late: time for a round trip and an inexact timer. */
const GRACE_MS = 25_000;

/** Returns the age in milliseconds above which a reading is late, when its source is polled at this interval. */
export const lateAfterMs = (intervalMs: number): number => 2 * intervalMs + GRACE_MS;

/**
 * Returns how far a reading can be trusted. Without a reading the result is `late`, or `unreachable` when the request
 * failed for a reason other than a denial. `observedAt` and `now` are epoch milliseconds of the same clock.
 */
export function freshnessOf({
  observedAt,
  via,
  isPersisted,
  failing,
  intervalMs,
  now,
}: {
  readonly observedAt: number | undefined;
  readonly via?: Via | undefined;
  readonly isPersisted: boolean;
  readonly failing: boolean;
  readonly intervalMs: number;
  readonly now: number;
}): Freshness {
  if (failing) return 'unreachable';
  if (isPersisted) return 'kept';
  // A reading of unknown age may be old.
  if (observedAt === undefined || via === 'undated') return 'late';
  // A reading from the future has an unknown age too: the clock was set back.
  return Math.abs(now - observedAt) > lateAfterMs(intervalMs) ? 'late' : 'fresh';
}

/** Returns the name to show: the user's label, or Qovery's name, or the start of the id. */
export const nameOf = ({ id, label, info }: Pick<BoardEnvironment, 'id' | 'label' | 'info'>): string =>
  label ?? (info?.name || `${id.slice(0, 8)}…`);

/** Returns the name after that of its project, for names that are read alone: many environments are called "production". */
export const longNameOf = (environment: Pick<BoardEnvironment, 'id' | 'label' | 'info'>): string =>
  [environment.info?.projectName, nameOf(environment)].filter((text) => text).join(' ');

/** Returns the tone of a status; `unknown` without a status. */
export const toneOfStatus = (status: EnvironmentStatus | undefined): Tone => toneOf(status?.state);

/** True when Qovery denies an environment that it never answered: no page requests anything of it. */
export const isUnknown = ({ status, failure }: Pick<BoardEnvironment, 'status' | 'failure'>): boolean =>
  status === undefined && failure !== undefined && isDenial(failure);

/** True when the environment's deployment is known to run now. One that waits, or that may have ended, has no estimate. */
export const isKnownToRun = ({ freshness, tone }: Pick<BoardEnvironment, 'freshness' | 'tone'>): boolean =>
  freshness === 'fresh' && tone === 'busy';
