import { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { createPollingParts } from '#data/polling/polling-parts.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { singleTab } from '#data/tabs/tab-coordinator.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { wellOf } from '#test/support/open-queue.ts';

type Options = {
  /** Answers a path. By default every environment is deployed, and no organization has an event. */
  readonly answer?: (path: string) => Response;
  /** Requests an hour that the budget allows. */
  readonly perHour?: () => number;
  readonly isLeader?: () => boolean;
  readonly followers?: readonly PollSource[];
};

const answerOf = (path: string): Response => (path.includes('/events') ? Response.json({ events: [] }) : wellOf(path));

/**
 * Creates the real parts of a poll scheduler over a Qovery that the test controls. The test uses fake timers, and decides
 * what is polled and when.
 */
export function openParts({
  answer = answerOf,
  perHour = () => 1_000,
  isLeader = () => true,
  followers = [],
}: Options = {}) {
  const requested: string[] = [];
  const send: typeof fetch = async (input) => {
    requested.push(String(input));
    return answer(String(input));
  };
  const api = createApiClient({ source: 'parts', baseUrl: '', send });
  const readings = new ReadingStore(api);
  const parts = createPollingParts(
    { client: new QueryClient(), api, readings, tabs: { ...singleTab(), isLeader }, perHour },
    {
      onAnswer(one) {
        readings.apply(one);
        parts.lists.noteAnswer(one);
        parts.sources.noteAnswer(one.source);
        parts.queue.sendNext();
      },
      onFailed: () => {},
      onFeedChange: () => {},
      followerSources: () => followers,
    },
  );
  const show = (...sources: readonly PollSource[]) => {
    parts.sources.setOwn(sources);
    parts.sources.collect();
  };
  const poll = async (...sources: readonly PollSource[]) => {
    parts.queue.replaceQueue(sources);
    await vi.advanceTimersByTimeAsync(100);
  };
  return { ...parts, api, requested, show, poll };
}
