import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { isPersistedNewer, persisterOf, restoreFeeds } from '#data/polling/persisted-feeds.ts';
import { NO_TRUST } from '#domain/polling/feed-trust.ts';
import {
  bringForward,
  dueForwards,
  EMPTY_FORWARDS,
  replenish,
  waitingForwards,
} from '#domain/polling/forward-queue.ts';
import { NO_FEED, type OrganizationFeed } from '#domain/polling/organization-feed.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';
import { trustedFeed } from '#test/support/trusted-feed.ts';

const MINUTE_MS = 60_000;
const [A, B] = [aProject('a'), aProject('b')];
const api = createApiClient({ source: 'feeds', tokenScope: 'token', baseUrl: '' });

beforeEach(stubBrowser);
afterEach(unstubBrowser);

const persist = (feed: OrganizationFeed) => persisterOf(api)({ feedMs: 30_000, feeds: new Map([['o', feed]]) });
const restored = () => restoreFeeds(api)?.feeds.get('o');
const KEY = 'envboard.feed@feeds#token';

describe('a reload', () => {
  test('continues with the record and the trust of every source', () => {
    const feed = trustedFeed([A, B], Date.now());
    persist(feed);
    expect(restoreFeeds(api)?.feedMs).toBe(30_000);
    expect(restored()).toEqual(feed);
  });

  test('continues with the wait of a refused feed', () => {
    const { record, ...rest } = trustedFeed([A], Date.now());
    const notBefore = Date.now() + 60 * MINUTE_MS;
    persist({ ...rest, record: { ...record, isRefused: true, notBefore } });
    expect(restored()?.record).toMatchObject({ isRefused: true, notBefore });
  });

  test('polls the sources of waiting events at once, because no later answer repeats them', () => {
    const now = Date.now();
    persist({ ...trustedFeed([A], now), queue: bringForward(EMPTY_FORWARDS, [A.key], now) });
    const queue = restored()?.queue ?? EMPTY_FORWARDS;
    expect(waitingForwards(queue)).toEqual(new Set([A.key]));
    const funded = replenish(queue, { forwardPerHour: 3_600, savedForwards: 10 }, now);
    expect(
      dueForwards(replenish(funded, { forwardPerHour: 3_600, savedForwards: 10 }, now + 10_000), now + 10_000),
    ).toContain(A.key);
  });

  test('stores no trust in a source that was never compared', () => {
    const feed = trustedFeed([A], Date.now());
    persist({ ...feed, trusts: new Map([...feed.trusts, [B.key, NO_TRUST]]) });
    expect([...(restored()?.trusts.keys() ?? [])]).toEqual([A.key]);
  });

  test('remembers the newest events only, so that the storage does not fill up', () => {
    const feed = trustedFeed([A], Date.now());
    const seen = Array.from({ length: 1_000 }, (_, n) => `event-${n}`);
    persist({ ...feed, record: { ...feed.record, seen } });
    const kept = restored()?.record.seen ?? [];
    expect(kept.length).toBeLessThan(500);
    expect(kept).toEqual(seen.slice(0, kept.length));
    expect(kept.length).toBeGreaterThan(100);
  });
});

test('returns no feed of another token: it may read other events', () => {
  persist(trustedFeed([A], Date.now()));
  expect(restored()).toBeDefined();
  expect(restoreFeeds({ ...api, tokenScope: 'other' })).toBeUndefined();
});

test.each([
  ['is missing', () => undefined],
  ['is no JSON', () => '{'],
  ['has another version', (text: string) => text.replace('"version":1', '"version":2')],
  ['has a state that this version does not know', (text: string) => text.replace('"trusted"', '"adored"')],
  ['has more pages than a feed is worth', (text: string) => text.replace('"pages":1', '"pages":1000')],
])('returns no feed when the stored text %s', (_, damage) => {
  persist(trustedFeed([A], Date.now()));
  const text = localStorage.getItem(KEY) ?? '';
  expect(text).toContain('"trusted"');
  const damaged = damage(text);
  expect(damaged).not.toBe(text);
  if (damaged === undefined) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, damaged);
  expect(restoreFeeds(api)).toBeUndefined();
});

describe('isPersistedNewer', () => {
  const now = Date.UTC(2026, 9, 24, 20);
  const mine = new Map([['o', trustedFeed([A], now)]]);

  test('is true only after another tab has requested later', () => {
    expect(isPersistedNewer(api, mine, now)).toBe(false);
    persist(trustedFeed([A], now));
    expect(isPersistedNewer(api, mine, now)).toBe(false);
    persist(trustedFeed([A], now + 1));
    expect(isPersistedNewer(api, mine, now)).toBe(true);
  });

  test('is true for a tab without a feed, once another tab has requested one', () => {
    persist(NO_FEED);
    expect(isPersistedNewer(api, new Map(), now)).toBe(false);
    persist(trustedFeed([A], now));
    expect(isPersistedNewer(api, new Map(), now)).toBe(true);
  });

  test('is false for a request of the future: the clock was set back', () => {
    persist(trustedFeed([A], now + 60 * MINUTE_MS));
    expect(isPersistedNewer(api, mine, now + 60 * MINUTE_MS)).toBe(true);
    expect(isPersistedNewer(api, mine, now)).toBe(false);
  });
});
