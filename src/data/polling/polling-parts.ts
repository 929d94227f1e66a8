import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import type { ReadingStore } from '#data/readings/reading-store.ts';
import type { TabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { LazyFeeds } from './lazy-feeds.ts';
import { OutageTracker } from './outage-tracker.ts';
import { PollPlanner } from './poll-planner.ts';
import { PolledSources } from './polled-sources.ts';
import { ProjectLists } from './project-lists.ts';
import { RequestQueue } from './request-queue.ts';
import { StatePublisher } from './state-publisher.ts';

export type PollSchedulerOptions = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  readonly readings: ReadingStore;
  readonly tabs: TabCoordinator;
  /** Requests an hour that the budget allows from now on. */
  readonly perHour: () => number;
};

type Callbacks = {
  readonly onAnswer: (answer: StatusAnswer) => void;
  readonly onFailed: () => void;
  readonly onFeedChange: () => void;
  /** Returns the sources of the boards in other tabs. */
  readonly followerSources: () => readonly PollSource[];
};

/** The objects that the poll scheduler coordinates. They refer to the scheduler only through callbacks. */
export type PollingParts = ReturnType<typeof createPollingParts>;

/** Creates the parts of one poll scheduler. */
export function createPollingParts(
  { client, api, readings, tabs, perHour }: PollSchedulerOptions,
  { onAnswer, onFailed, onFeedChange, followerSources }: Callbacks,
) {
  const onRequest = (source: PollSource) => feeds.current()?.noteRequest(source);
  const queue = new RequestQueue({ client, api, onRequest, onAnswer, onFailed });
  const sources = new PolledSources({ readings, queue, followerSources });
  const feeds = new LazyFeeds({ api, readings, sources, queue, onChange: onFeedChange });
  const planner = new PollPlanner({ sources, queue, perHour });
  return {
    readings,
    queue,
    sources,
    planner,
    feeds,
    lists: new ProjectLists(readings, queue),
    outages: new OutageTracker(queue),
    publisher: new StatePublisher({ sources, queue, planner, isLeader: tabs.isLeader }),
  };
}
