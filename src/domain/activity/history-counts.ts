import { type Failure, isDenial } from '#domain/environment/failure.ts';
import type { Coverage } from './coverage.ts';

/** A history that a page shows. `isRequested`: false if no request will be sent for it. */
type History = {
  readonly coverage: Coverage | undefined;
  readonly failure: Failure | undefined;
  readonly isRequested: boolean;
};

export type HistoryCounts = {
  readonly total: number;
  readonly waiting: number;
  readonly denied: number;
  /** True when Qovery refuses a history to the token, so that another token may read it. */
  readonly needsToken: boolean;
};

/**
 * Counts the histories that were read or will be requested, those not requested yet, and those that could not be read. A
 * history is undefined until the archive was read.
 */
export function historyCounts(histories: readonly (History | undefined)[]): HistoryCounts {
  const counted = histories.filter((history) => !history || history.coverage || history.isRequested);
  const open = counted.filter((history) => history?.coverage === undefined);
  const failures = open.flatMap((history) => history?.failure ?? []);
  const denied = failures.length;
  return { total: counted.length, waiting: open.length - denied, denied, needsToken: failures.some(isDenial) };
}
