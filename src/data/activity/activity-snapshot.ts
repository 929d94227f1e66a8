import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Coverage } from '#domain/activity/coverage.ts';
import type { Failure } from '#domain/environment/failure.ts';

/** The activity of one environment, as far as it is known. */
export type KnownActivity = {
  /** Newest first. */
  readonly entries: readonly ActivityEntry[];
  /** Undefined before the first response. */
  readonly coverage: Coverage | undefined;
  /** Why the last request for the history failed. */
  readonly failure: Failure | undefined;
  /** False if no request for the history will be sent: the environment was never deployed, or has no status. */
  readonly isRequested: boolean;
};

export type ActivitySnapshot = {
  readonly byEnvironment: ReadonlyMap<string, KnownActivity>;
  /** False until the archive was read. */
  readonly isReady: boolean;
  /** False if the browser refuses to persist the activity. */
  readonly isKept: boolean;
};
