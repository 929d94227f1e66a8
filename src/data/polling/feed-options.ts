import type { ApiClient } from '#api/api-client.ts';
import type { Readings } from '#data/session.ts';
import type { FeedState } from '#domain/polling/feed-state.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { PolledSources } from './polled-sources.ts';
import type { RequestQueue } from './request-queue.ts';

export type FeedOptions = {
  readonly api: ApiClient;
  readonly readings: Pick<Readings, 'statusOf'>;
  readonly sources: PolledSources;
  readonly queue: RequestQueue;
  /** Plans again: called when the feeds are loaded, and after each answer and each failure of a feed. */
  readonly onChange: () => void;
};

export type PlanInput = {
  /** The interval of a source without a feed, in milliseconds. */
  readonly unaidedMsOf: (source: PollSource) => number;
  readonly chosenMs: number;
  /** Requests an hour that the budget allows from now on. */
  readonly perHour: number;
};

/** A plan with feeds. Without a feed to request, the intervals and the rate are undefined. */
export type AidedPlan = {
  readonly state: FeedState | undefined;
  readonly intervalMsOf: ReadonlyMap<string, number> | undefined;
  /** Requests an hour. */
  readonly perHour: number | undefined;
};
