import type { Via } from '#domain/environment/answer-age.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { PollSource } from './poll-source.ts';

/** One response to a poll of one source. */
export type StatusAnswer = {
  readonly source: PollSource;
  readonly statuses: readonly EnvironmentStatus[];
  /** Ids of all environments that the response lists, including those without a status. */
  readonly presentIds: readonly string[];
  /** Server time, in epoch milliseconds. Of a gateway's answer, when the gateway fetched it. */
  readonly requestedAt: number;
  readonly observedAt: number;
  readonly via?: Via | undefined;
};
