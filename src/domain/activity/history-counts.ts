import type { Failure } from '#domain/environment/failure.ts';
import type { Coverage } from './coverage.ts';

/** A history that a page shows. `isRequested`: false if no request will be sent for it. */
type History = {
  readonly coverage: Coverage | undefined;
  readonly failure: Failure | undefined;
  readonly isRequested: boolean;
};

export type HistoryCounts = { readonly total: number; readonly waiting: number; readonly denied: number };

/**
 * Counts the histories that were read or will be requested, those not requested yet, and those that could not be read. A
 * history is undefined until the archive was read.
 */
export function historyCounts(histories: readonly (History | undefined)[]): HistoryCounts {
  const counted = histories.filter((history) => !history || history.coverage || history.isRequested);
  const open = counted.filter((history) => history?.coverage === undefined);
  const denied = open.filter((history) => history?.failure !== undefined).length;
  return { total: counted.length, waiting: open.length - denied, denied };
}
