import { describe, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { fetchEvents } from '#api/fetch-events.ts';
import { eventKey, type FeedEvent } from '#domain/polling/change-feed.ts';
import { type FeedRecord, feedAfterAnswer, NEVER_REQUESTED_FEED } from '#domain/polling/feed-record.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const INTERVAL = 30_000;

/** The simulated feed, read through the real client every 30 s for so many minutes. */
async function follow(minutes: number, feed = '') {
  let now = NOW;
  const paths: string[] = [];
  const simulated = createSimulatedQovery({ now: () => now, feed: () => feed });
  const send: typeof fetch = (input, init) => {
    paths.push(String(input));
    return simulated(input, init);
  };
  const api = createApiClient({ source: 'feed', baseUrl: '', send });
  const organizations: { results: { id: string }[] } = await (await simulated('/organization')).json();
  const id = organizations.results[0]?.id ?? '';
  let record: FeedRecord = NEVER_REQUESTED_FEED;
  const news: FeedEvent[] = [];
  const kinds: string[] = [];
  for (; now <= NOW + minutes * 60_000; now += INTERVAL) {
    const fetched = await fetchEvents(api, id, record);
    const after = feedAfterAnswer(record, { ...fetched, requestedAt: now, intervalMs: INTERVAL });
    record = after.record;
    kinds.push(after.news.kind);
    if (kinds.length > 1) news.push(...after.news.events);
  }
  return { news, kinds, paths, record };
}

const keysOf = (events: readonly FeedEvent[]) => events.map(eventKey).toSorted();

describe('followed for ten minutes, the feed', () => {
  test('returns every event once, with one request each 30 s', async () => {
    const { news, kinds, paths } = await follow(10);
    const announced = news.filter(({ at }) => at !== undefined && at > NOW);
    expect(announced.length).toBeGreaterThan(50);
    expect(new Set(keysOf(news)).size).toBe(news.length);
    expect(announced).toHaveLength(news.length);
    expect(kinds).toEqual(['history', ...Array.from({ length: 20 }, () => 'continued')]);
    expect(paths.length).toBeLessThan(30);
    expect(paths[0]).toMatch(/events\?pageSize=100$/);
    expect(paths[3]).toMatch(/events\?pageSize=100&fromTimestamp=\d{10}$/);
  });

  test.each(['duplicates', 'out-of-order', 'nanoseconds', 'limit-reached'])(
    'tells the same when it has %s',
    async (feed) => {
      const usual = await follow(10);
      expect(keysOf((await follow(10, feed)).news)).toEqual(keysOf(usual.news));
    },
  );

  test('returns late events later and none twice', async () => {
    const { news } = await follow(10, 'late:120');
    expect(news.length).toBeGreaterThan(50);
    expect(new Set(keysOf(news)).size).toBe(news.length);
  });

  test.each(['absent-fields', 'unknown-types', 'services-only', 'newest-missing', 'lossy'])(
    'survives %s',
    async (feed) => {
      const { news, kinds } = await follow(5, feed);
      expect(news.length).toBeGreaterThan(10);
      expect(kinds.at(-1)).toBe('continued');
    },
  );
});

test.each([
  ['401', 'unauthorized'],
  ['403', 'denied'],
  ['404', 'denied'],
  ['503', 'server'],
  ['html', 'signOn'],
  ['malformed', 'malformed'],
  ['empty', 'malformed'],
])('rejects when the feed answers %s, as %s', async (feed, kind) => {
  await expect(follow(0, feed)).rejects.toMatchObject({ failure: { kind } });
});

test('rejects when one page fails', async () => {
  const page = (n: number) => ({
    links: { next: `/organization/o/events?continueToken=${n}` },
    events: [{ id: `e-${n}`, environment_id: 'a' }],
  });
  let requests = 0;
  const send: typeof fetch = async () => {
    requests += 1;
    return requests < 3 ? new Response(JSON.stringify(page(requests))) : new Response(null, { status: 503 });
  };
  const api = createApiClient({ source: 'feed', baseUrl: '', send });
  const { record } = feedAfterAnswer(NEVER_REQUESTED_FEED, {
    events: [],
    isComplete: true,
    pages: 1,
    requestedAt: NOW,
    intervalMs: INTERVAL,
  });
  await expect(fetchEvents(api, 'o', record)).rejects.toMatchObject({ failure: { kind: 'server' } });
  expect(requests).toBe(3);
});

test('reports a gap when it cannot read the token of a later page', async () => {
  let next = '/organization/o/events?continueToken=2026-11-28T10%3A00%3A00Z';
  const requested: string[] = [];
  const send: typeof fetch = async (input) => {
    requested.push(String(input));
    // The first page of each reading has another one.
    const links = requested.length % 2 === 1 ? { next } : {};
    return new Response(JSON.stringify({ links, events: [{ id: `e-${requested.length}` }] }));
  };
  const api = createApiClient({ source: 'feed', baseUrl: '', send });
  const first = await fetchEvents(api, 'o', NEVER_REQUESTED_FEED);
  expect([first.isComplete, first.events.length]).toEqual([true, 2]);
  expect(requested[1]).toContain('continueToken=2026-11-28T10%3A00%3A00Z');

  const { record } = feedAfterAnswer(NEVER_REQUESTED_FEED, { ...first, requestedAt: NOW, intervalMs: INTERVAL });
  next = '/organization/o/events?continueToken=a%26b';
  const second = await fetchEvents(api, 'o', record);
  expect([second.isComplete, second.pages]).toEqual([false, 1]);
});

test('reads three pages at first, and reports a gap when a later answer has more', async () => {
  let requests = 0;
  const send: typeof fetch = async () => {
    requests += 1;
    const events = [{ id: `e-${requests}` }];
    return new Response(JSON.stringify({ links: { next: `/?continueToken=${requests}` }, events }));
  };
  const api = createApiClient({ source: 'feed', baseUrl: '', send });
  const first = await fetchEvents(api, 'o', NEVER_REQUESTED_FEED);
  expect([first.isComplete, requests]).toEqual([true, 3]);
  const { record } = feedAfterAnswer(NEVER_REQUESTED_FEED, { ...first, requestedAt: NOW, intervalMs: INTERVAL });
  const second = await fetchEvents(api, 'o', record);
  expect([second.isComplete, requests, second.events.length]).toEqual([false, 6, 3]);
});
