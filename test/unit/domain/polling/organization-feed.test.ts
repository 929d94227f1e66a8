import { describe, expect, test } from 'vitest';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { FeedEvent } from '#domain/polling/change-feed.ts';
import { kindOfSource, planSources } from '#domain/polling/feed-plan.ts';
import { waitingForwards } from '#domain/polling/forward-queue.ts';
import {
  feedAnswered,
  feedCompared,
  feedFailed,
  NO_FEED,
  type OrganizationFeed,
} from '#domain/polling/organization-feed.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const INTERVAL = 30_000;
const MINUTE = 60_000;

const source = (id: string): PollSource => ({ key: `project:${id}`, kind: 'project', id, environmentIds: [`${id}-1`] });
const SHOP = source('shop');
const BILLING = source('billing');
const status = (id: string, state = 'DEPLOYED', lastDeploymentAt = NOW - 10 * MINUTE): EnvironmentStatus => ({
  id,
  state,
  lastDeploymentState: state,
  lastDeploymentAt,
});
const event = (id: string, environmentId: string, at: number, type = 'DEPLOY_QUEUED'): FeedEvent => ({
  id,
  environmentId,
  at,
  type,
});

type Part = { readonly intervalMs?: number; readonly sources?: readonly PollSource[]; readonly state?: string };

const answered = (feed: OrganizationFeed, requestedAt: number, events: readonly FeedEvent[], part: Part = {}) =>
  feedAnswered(
    feed,
    { events, isComplete: true, pages: 1, requestedAt, intervalMs: INTERVAL },
    {
      sources: part.sources ?? [SHOP, BILLING],
      projectOf: () => undefined,
      statusesOf: ({ environmentIds }) => environmentIds.map((id) => status(id, part.state)),
      polledAtOf: () => NOW,
      intervalMsOf: () => part.intervalMs ?? 300_000,
    },
  );

const HISTORY = [event('h-1', 'shop-1', NOW - 10 * MINUTE), event('h-2', 'billing-1', NOW - 200 * MINUTE)];
const BEGUN = answered(NO_FEED, NOW, HISTORY);

const compared = (feed: OrganizationFeed, at: number, before: EnvironmentStatus, after: EnvironmentStatus) =>
  feedCompared(feed, SHOP, { at, previousAt: NOW, before: [before], after: [after], feedMs: INTERVAL });

describe('an answer of the feed', () => {
  test('agrees with the sources whose last deployment it contains, and brings no poll forward for an old event', () => {
    expect([...BEGUN.trusts].map(([key, { state, isCovered }]) => [key, state, isCovered])).toEqual([
      ['project:shop', 'agreed', true],
      ['project:billing', 'unknown', true],
    ]);
    expect(waitingForwards(BEGUN.queue)).toEqual(new Set());
  });

  test('brings the poll of each source with a new event forward', () => {
    const feed = answered(BEGUN, NOW + INTERVAL, [
      ...HISTORY,
      event('1', 'shop-1', NOW + 1),
      event('2', 'shop-1', NOW + 1),
    ]);
    expect(waitingForwards(feed.queue)).toEqual(new Set(['project:shop']));
  });

  test('brings no poll forward for a shell, or for a source in progress that is polled every 10 s anyway', () => {
    const shell = answered(BEGUN, NOW + INTERVAL, [event('1', 'shop-1', NOW + 1, 'SHELL')]);
    expect(waitingForwards(shell.queue)).toEqual(new Set());
    const quick = answered(BEGUN, NOW + INTERVAL, [event('1', 'shop-1', NOW + 1)], {
      intervalMs: 10_000,
      state: 'DEPLOYING',
    });
    expect(waitingForwards(quick.queue)).toEqual(new Set());
    expect(quick.trusts.get('project:shop')?.announcedAt).toBe(NOW + INTERVAL);
  });

  test('brings a poll forward for a source that has become idle and has no new plan yet', () => {
    const feed = answered(BEGUN, NOW + INTERVAL, [event('1', 'shop-1', NOW + 1)], { intervalMs: 10_000 });
    expect(waitingForwards(feed.queue)).toEqual(new Set(['project:shop']));
  });

  test('removes the trust of a source that is no longer polled', () => {
    const without = answered(BEGUN, NOW + INTERVAL, [], { sources: [BILLING] });
    expect([...without.trusts.keys()]).toEqual(['project:billing']);
    expect(answered(without, NOW + 2 * INTERVAL, []).trusts.get('project:shop')?.isCovered).toBe(false);
  });
});

test('broken trust lasts for an hour, also while another board is open', () => {
  const found = compared(BEGUN, NOW + 20_000, status('shop-1'), status('shop-1', 'BUILDING'));
  const broken = answered(answered(found, NOW + 50_000, []), NOW + 80_000, []);
  const stateAt = (minutes: number) => {
    const other = answered(broken, NOW + minutes * MINUTE, [], { sources: [BILLING] });
    return answered(other, NOW + minutes * MINUTE + INTERVAL, []).trusts.get('project:shop')?.state;
  };
  expect([stateAt(2), stateAt(59), stateAt(63)]).toEqual(['broken', 'broken', 'unknown']);
});

describe('a poll', () => {
  const announced = answered(BEGUN, NOW + INTERVAL, [event('1', 'shop-1', NOW + 1)]);

  test('that shows the change removes its source from the queue, and agrees', () => {
    const feed = compared(announced, NOW + INTERVAL, status('shop-1'), status('shop-1', 'BUILDING'));
    expect(waitingForwards(feed.queue)).toEqual(new Set());
    expect(feed.trusts.get('project:shop')?.evidence).toMatchObject({ announced: 1, unannounced: 0 });
  });

  test('that shows no change yet leaves its source in the queue for a second poll', () => {
    const feed = compared(announced, NOW + INTERVAL, status('shop-1'), status('shop-1'));
    expect(waitingForwards(feed.queue)).toEqual(new Set(['project:shop']));
  });

  test('that finds what no event announced breaks the trust with the answer of a minute later', () => {
    const found = compared(BEGUN, NOW + 20_000, status('shop-1'), status('shop-1', 'BUILDING'));
    const after = answered(answered(found, NOW + 50_000, []), NOW + 80_000, []);
    expect(found.trusts.get('project:shop')?.openFindingAt).toBe(NOW + 20_000);
    expect(after.trusts.get('project:shop')?.state).toBe('broken');
    expect(after.trusts.get('project:billing')?.state).toBe('unknown');
  });

  test('proves nothing after the feed failed for long, or before it answered', () => {
    const failing = feedFailed(BEGUN, { kind: 'server', status: 503 }, NOW + INTERVAL);
    const late = compared(failing, NOW + 5 * MINUTE, status('shop-1'), status('shop-1', 'BUILDING'));
    expect(late.trusts.get('project:shop')).toEqual(BEGUN.trusts.get('project:shop'));
    expect(
      compared(NO_FEED, NOW, status('shop-1'), status('shop-1', 'BUILDING')).trusts.get('project:shop'),
    ).toMatchObject({
      state: 'unknown',
      openFindingAt: undefined,
    });
  });
});

test('gives equal sources one interval, and plans a source with an event as if it were in progress', () => {
  const planned = ['a', 'b', 'c', 'd'].map((key, n) => ({
    key,
    unaidedMs: 300_000,
    kind: kindOfSource(key === 'a', key === 'b', n > 1 ? 'long' : 'none'),
  }));
  const { intervalMsOf, feedMs } = planSources(planned, {
    feeds: 1,
    chosenMs: 30_000,
    perHour: Number.POSITIVE_INFINITY,
  });
  expect(Object.fromEntries(intervalMsOf)).toEqual({ a: 10_000, b: 10_000, c: 900_000, d: 900_000 });
  expect(feedMs).toBe(10_000);
  expect(kindOfSource(false, false, 'none')).toBe('untrusted');
});
