import { groupBy } from '#domain/group-by.ts';
import { isWithin, knownDays, type Window } from './delivery-window.ts';
import type { Judged } from './judge-deployments.ts';
import { percentile } from './percentile.ts';

/** With fewer deployments no rate is given: one failure more or less would change it by ten percent. */
export const MIN_DEPLOYMENTS = 10;

/** An environment with its judged deployments, in any order. */
export type Delivered = {
  readonly environmentId: string;
  /** Lead time is the time to production. */
  readonly isProduction: boolean;
  /** Epoch milliseconds since which all of its deployments are known. */
  readonly knownFrom: number;
  readonly deployments: readonly Judged[];
};

export type Measures = {
  /** Finished changes, successful and failed. */
  readonly deployments: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Deployments that count for none of the measures. */
  readonly apart: {
    readonly repeats: number;
    readonly others: number;
    readonly cancelled: number;
    readonly running: number;
  };
  /** Successful changes a day; undefined where no history reaches into the window. */
  readonly perDay: number | undefined;
  /** Failed of all changes, from 0 to 1; undefined without a change. */
  readonly failureRate: number | undefined;
  /** Milliseconds from the end of a failed change to the end of the next success. */
  readonly recovery: {
    readonly medianMs: number | undefined;
    readonly recovered: number;
    readonly stillFailing: number;
  };
  readonly lead: { readonly medianMs: number | undefined; readonly measured: number; readonly changes: number };
  /** Durations of successful changes. */
  readonly duration: {
    readonly medianSeconds: number | undefined;
    readonly p90Seconds: number | undefined;
    readonly measured: number;
  };
};

/**
 * Returns the milliseconds from the end of a failed deployment to the end of the first success that follows in the same
 * environment, whatever it deployed; undefined while the environment is still failing. Never negative.
 */
export function recoveryMsOf(failure: Judged, deployments: readonly Judged[]): number | undefined {
  const ends = deployments.flatMap(({ hasSucceeded, startedAt, endedAt }) =>
    hasSucceeded && startedAt > failure.startedAt && endedAt >= failure.endedAt ? [endedAt] : [],
  );
  return ends.length === 0 ? undefined : ends.reduce((first, at) => Math.min(first, at)) - failure.endedAt;
}

const count = (list: readonly Judged[], kind: Judged['kind']): number => list.filter((one) => one.kind === kind).length;

/** Measures the deployments that started in a window. A recovery counts even when it came after the window. */
export function measureDelivery(environments: readonly Delivered[], window: Window): Measures {
  const inWindow = environments.map((one) => ({
    ...one,
    started: one.deployments.filter(({ startedAt }) => isWithin(window, startedAt)),
  }));
  const started = inWindow.flatMap((one) => one.started);
  const changes = started.filter(({ kind }) => kind === 'change');
  const successes = changes.filter(({ hasSucceeded }) => hasSucceeded);
  const recoveries = inWindow.flatMap((one) =>
    one.started
      .filter(({ kind, hasSucceeded }) => kind === 'change' && !hasSucceeded)
      .map((failure) => recoveryMsOf(failure, one.deployments)),
  );
  const recovered = recoveries.filter((ms) => ms !== undefined);
  const toProduction = inWindow
    .filter(({ isProduction }) => isProduction)
    .flatMap((one) => one.started.filter(({ kind, hasSucceeded }) => kind === 'change' && hasSucceeded));
  const leads = toProduction.flatMap(({ leadMs }) => leadMs ?? []);
  const durations = successes.flatMap(({ durationSeconds }) => durationSeconds ?? []);
  const failed = changes.length - successes.length;
  return {
    deployments: changes.length,
    succeeded: successes.length,
    failed,
    apart: {
      repeats: count(started, 'repeat'),
      others: count(started, 'other') + count(started, 'unknown'),
      cancelled: count(started, 'cancelled'),
      running: count(started, 'running'),
    },
    perDay: perDayOf(environments, successes, window),
    failureRate: changes.length === 0 ? undefined : failed / changes.length,
    recovery: {
      medianMs: percentile(recovered, 50),
      recovered: recovered.length,
      stillFailing: recoveries.length - recovered.length,
    },
    lead: { medianMs: percentile(leads, 50), measured: leads.length, changes: toProduction.length },
    duration: {
      medianSeconds: percentile(durations, 50),
      p90Seconds: percentile(durations, 90),
      measured: durations.length,
    },
  };
}

/** The sum of the environments' frequencies: an environment whose history begins later has fewer days. */
function perDayOf(
  environments: readonly Delivered[],
  successes: readonly Judged[],
  window: Window,
): number | undefined {
  if (environments.every(({ knownFrom }) => knownFrom >= window.to)) return undefined;
  const byEnvironment = groupBy(successes, ({ environmentId }) => environmentId);
  return environments.reduce((sum, { environmentId, knownFrom }) => {
    const days = knownDays(window, knownFrom);
    return days === 0 ? sum : sum + (byEnvironment.get(environmentId)?.length ?? 0) / days;
  }, 0);
}
