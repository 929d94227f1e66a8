import type { Via } from '#domain/environment/answer-age.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { PollSource } from './poll-source.ts';

/** The response to a poll of one source. */
export type StatusAnswer = {
  readonly source: PollSource;
  readonly statuses: readonly EnvironmentStatus[];
  /** Ids of all environments that the response lists, including those without a status. */
  readonly presentIds: readonly string[];
  /** Server time, in epoch milliseconds. For a gateway's answer, the time at which the gateway fetched it. */
  readonly requestedAt: number;
  readonly observedAt: number;
  readonly via?: Via | undefined;
};
