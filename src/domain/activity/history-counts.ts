import { type Failure, isDenial } from '#domain/environment/failure.ts';
import type { Coverage } from './coverage.ts';

/** A history that a page shows. `isRequested`: false if no request will be sent for it. */
export type History = {
  readonly coverage: Coverage | undefined;
  readonly failure: Failure | undefined;
  readonly isRequested: boolean;
};

export type HistoryCounts = {
  readonly total: number;
  readonly waiting: number;
  readonly denied: number;
  /** Number of single deployments that could not be read. */
  readonly unread: number;
  /** True when Qovery refuses a history to the token, so that another token may read it. */
  readonly needsToken: boolean;
};

/**
 * Counts the histories that were read or will be requested, those not requested yet, those that could not be read, and the
 * deployments that could not be read in the others. A history is undefined until the archive was read.
 */
export function historyCounts(histories: readonly (History | undefined)[]): HistoryCounts {
  const counted = histories.filter((history) => !history || history.coverage || history.isRequested);
  const open = counted.filter((history) => history?.coverage === undefined);
  const failures = open.flatMap((history) => history?.failure ?? []);
  const denied = failures.length;
  const unread = counted.reduce((sum, history) => sum + (history?.coverage?.unread ?? 0), 0);
  const needsToken = failures.some(isDenial);
  return { total: counted.length, waiting: open.length - denied, denied, unread, needsToken };
}

/**
 * Returns the time since which all deployments of the histories are known, in epoch milliseconds: 0 when all of them are,
 * Infinity while a history or a deployment is missing.
 */
export function knownSince(histories: readonly (History | undefined)[]): number {
  const { waiting, denied, unread } = historyCounts(histories);
  if (waiting + denied + unread > 0) return Number.POSITIVE_INFINITY;
  return histories.reduce((latest, history) => Math.max(latest, history?.coverage?.knownFrom ?? 0), 0);
}
