import type { Via } from './answer-age.ts';
import type { Source } from './source.ts';
import type { EnvironmentStatus } from './status.ts';

/** One response to a poll of one source. */
export type StatusAnswer = {
  readonly source: Source;
  readonly statuses: readonly EnvironmentStatus[];
  /** Ids of all environments that the response lists, including those without a status. */
  readonly presentIds: readonly string[];
  /** Server time, in epoch milliseconds. */
  readonly askedAt: number;
  readonly heardAt: number;
  readonly via?: Via | undefined;
};
