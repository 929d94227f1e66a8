import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchedEvents } from '#data/polling/feed-events.ts';
import { OrganizationFeeds } from '#data/polling/organization-feeds.ts';
import { persisterOf, restoreFeeds } from '#data/polling/persisted-feeds.ts';
import { startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { openParts } from '#test/support/open-parts.ts';
import { wellOf } from '#test/support/open-queue.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';
import { trustedFeed } from '#test/support/trusted-feed.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const UNAIDED_MS = 80 * SECOND_MS;
const PLAN = { unaidedMsOf: () => UNAIDED_MS, chosenMs: 30 * SECOND_MS, perHour: 1_000 };
const NEVER = Number.POSITIVE_INFINITY;

const ofOrganization = (id: string, organizationId = 'o') => aProject(id, [id], { organizationId });
const SOURCES = [ofOrganization('a'), ofOrganization('b')];
const [A, B] = [ofOrganization('a'), ofOrganization('b')];

beforeEach(stubBrowser);
afterEach(unstubBrowser);

/** Opens the feeds of a leader that shows `sources`. `events` returns the body of an organization's feed, or a status. */
function open(
  sources: readonly PollSource[] = SOURCES,
  events: (id: string) => object | number = () => ({ events: [] }),
) {
  const parts = openParts({
    answer(path) {
      if (!path.includes('/events')) return wellOf(path);
      const body = events(path.split('/')[2] ?? '');
      return typeof body === 'number' ? new Response(null, { status: body }) : Response.json(body);
    },
  });
  parts.show(...sources);
  const onChange = vi.fn();
  const openFeeds = () => new OrganizationFeeds({ ...parts, onChange });
  const feedRequests = () => parts.requested.filter((path) => path.includes('/events'));
  return { ...parts, onChange, openFeeds, feedRequests };
}

/** Persists a feed that is trusted for all sources, as an earlier page does. */
const earn = ({ api }: ReturnType<typeof open>, sources = SOURCES, at = Date.now()) =>
  persisterOf(api)({ feedMs: 30 * SECOND_MS, feeds: new Map([['o', trustedFeed(sources, at)]]) });

const settle = () => vi.advanceTimersByTimeAsync(10);
const anEvent = (environment_id: string, at = Date.now()) => ({
  id: `event ${environment_id} ${at}`,
  timestamp: new Date(at).toISOString(),
  event_type: 'DEPLOYED',
  environment_id,
});

describe('a request for an organization’s events', () => {
  test('waits until every source of the organization was polled', async () => {
    const { openFeeds, poll, feedRequests } = open();
    const feeds = openFeeds();
    feeds.plan(PLAN);
    await poll(A);
    expect(feeds.requestDue(Date.now())).toBe(NEVER);
    expect(feedRequests()).toEqual([]);
    await poll(B);
    feeds.requestDue(Date.now());
    expect(feedRequests()).toHaveLength(1);
  });

  test('is not sent for an organization with a single source, nor for sources without an organization', async () => {
    const sources = [A, ofOrganization('c', 'other'), ofOrganization('d', 'other'), aProject('e'), aProject('f')];
    const { openFeeds, poll, feedRequests } = open(sources);
    await poll(...sources);
    openFeeds().requestDue(Date.now());
    expect(feedRequests().map((path) => path.split('/')[2])).toEqual(['other']);
  });

  test('persists nothing when its token was removed while it was in flight', async () => {
    let remove = () => {};
    const { openFeeds, poll, api, feedRequests } = open(SOURCES, () => {
      remove();
      return { events: [] };
    });
    await poll(...SOURCES);
    openFeeds().requestDue(Date.now());
    await settle();
    const before = restoreFeeds(api)?.feeds.get('o')?.record.requestedAt;
    expect(before).toBe(Date.now() - 10);
    vi.setSystemTime(Date.now() + 10 * MINUTE_MS);
    remove = startReadingsGeneration;
    openFeeds().requestDue(Date.now());
    await settle();
    expect(feedRequests()).toHaveLength(2);
    expect(restoreFeeds(api)?.feeds.get('o')?.record.requestedAt).toBe(before);
  });

  test('is sent once at a time, and again after the interval of the plan', async () => {
    const { openFeeds, poll, feedRequests, onChange } = open();
    await poll(...SOURCES);
    const feeds = openFeeds();
    feeds.plan(PLAN);
    const sentAt = Date.now();
    expect(feeds.requestDue(sentAt)).toBe(NEVER);
    expect(feeds.requestDue(sentAt), 'while it is in flight').toBe(NEVER);
    expect(feedRequests()).toHaveLength(1);
    await settle();
    expect(onChange).toHaveBeenCalledOnce();
    feeds.plan(PLAN);
    const nextAt = feeds.requestDue(Date.now());
    expect(nextAt).toBeGreaterThanOrEqual(sentAt + 30 * SECOND_MS);
    expect(nextAt).toBeLessThanOrEqual(sentAt + 34 * SECOND_MS);
    vi.setSystemTime(nextAt);
    feeds.requestDue(nextAt);
    expect(feedRequests()).toHaveLength(2);
  });

  test('waits until the server accepts requests again', async () => {
    const { openFeeds, poll, queue, feedRequests } = open();
    await poll(...SOURCES);
    const until = Date.now() + MINUTE_MS;
    queue.importState({ ...queue.exportState(), waitUntil: until });
    expect(openFeeds().requestDue(Date.now())).toBe(until);
    expect(feedRequests()).toEqual([]);
  });

  test('is not sent when the budget has no room for it', async () => {
    const { openFeeds, poll, feedRequests } = open();
    await poll(...SOURCES);
    const feeds = openFeeds();
    feeds.plan({ ...PLAN, perHour: 1 });
    expect(feeds.requestDue(Date.now())).toBe(NEVER);
    expect(feedRequests()).toEqual([]);
    feeds.plan(PLAN);
    feeds.requestDue(Date.now());
    expect(feedRequests()).toHaveLength(1);
  });

  test('adds its events to those that Activity shows', async () => {
    const { openFeeds, poll, api } = open(SOURCES, () => ({ events: [anEvent('a')] }));
    await poll(...SOURCES);
    openFeeds().requestDue(Date.now());
    await settle();
    expect(fetchedEvents(api.source)).toContainEqual(expect.objectContaining({ environmentId: 'a', type: 'DEPLOYED' }));
  });
});

describe('an event', () => {
  test('brings the poll of its source forward until two polls were sent', async () => {
    const { openFeeds, poll } = open(SOURCES, () => ({ events: [anEvent('a')] }));
    await poll(...SOURCES);
    const feeds = openFeeds();
    feeds.plan(PLAN);
    feeds.requestDue(Date.now());
    await settle();
    feeds.plan(PLAN);
    vi.setSystemTime(Date.now() + 20 * SECOND_MS);
    const { keys, nextAt } = feeds.dueForwards();
    expect(keys).toEqual(new Set([A.key]));
    expect(nextAt, 'a source that cannot be polled now is considered again later').toBeGreaterThanOrEqual(
      Date.now() + SECOND_MS,
    );
    feeds.noteRequest(A);
    expect(feeds.dueForwards().keys, 'at once after the first poll').toEqual(new Set());
    vi.setSystemTime(Date.now() + 20 * SECOND_MS);
    expect(feeds.dueForwards().keys).toEqual(new Set([A.key]));
    feeds.noteRequest(A);
    vi.setSystemTime(Date.now() + 20 * SECOND_MS);
    expect(feeds.dueForwards()).toEqual({ keys: new Set(), nextAt: NEVER });
  });

  test('brings no poll of a failing source forward, which has its own next try', async () => {
    const { openFeeds, poll, queue } = open(SOURCES, () => ({ events: [anEvent('a'), anEvent('b')] }));
    await poll(...SOURCES);
    const feeds = openFeeds();
    feeds.plan(PLAN);
    feeds.requestDue(Date.now());
    await settle();
    feeds.plan(PLAN);
    vi.setSystemTime(Date.now() + 20 * SECOND_MS);
    const failing = { ...queue.healthOf(A.key), failure: { kind: 'server', status: 503 } as const, failures: 1 };
    queue.importState({ ...queue.exportState(), health: [...queue.health, [A.key, failing]] });
    expect(feeds.dueForwards().keys).toEqual(new Set([B.key]));
  });
});

describe('trust in the feed', () => {
  test('of an earlier page makes the polls rarer at once', async () => {
    const page = open();
    earn(page);
    await page.poll(...SOURCES);
    const { state, intervalMsOf, perHour } = page.openFeeds().plan(PLAN);
    expect(state).toMatchObject({ organizations: 1, answering: 1, trusted: 2, sources: 2 });
    expect(intervalMsOf?.get(A.key)).toBe(5 * MINUTE_MS);
    // Two sources each five minutes, a feed each thirty seconds, and polls that events bring forward.
    expect(perHour).toBeGreaterThan(24 + 120);
  });

  test('has no effect while the feed does not answer', async () => {
    const page = open();
    earn(page, SOURCES, Date.now() - 10 * MINUTE_MS);
    await page.poll(...SOURCES);
    const { state, intervalMsOf } = page.openFeeds().plan(PLAN);
    expect(state).toMatchObject({ answering: 0, trusted: 0 });
    expect(intervalMsOf?.get(A.key)).toBe(UNAIDED_MS);
  });

  test('is suspended by a change that no event announced, and not by an answer that was requested earlier', async () => {
    const page = open();
    earn(page);
    await page.poll(...SOURCES);
    const feeds = page.openFeeds();
    const trusted = () => feeds.plan(PLAN).state?.trusted;
    const now = Date.now();
    const answer = (state: string, requestedAt: number) =>
      feeds.noteAnswer({
        source: A,
        statuses: [{ id: 'a', state, lastDeploymentState: state }],
        presentIds: ['a'],
        requestedAt,
        observedAt: requestedAt,
      });
    answer('DEPLOYED', now - 20 * SECOND_MS);
    answer('STOPPED', now - 30 * SECOND_MS);
    expect(trusted()).toBe(2);
    answer('STOPPED', now - 10 * SECOND_MS);
    expect(trusted()).toBe(1);
  });

  test('ends with a refusal: polls follow as without a feed, and no source is late until it answers', async () => {
    let status: object | number = { events: [] };
    const page = open(SOURCES, () => status);
    earn(page, SOURCES, Date.now() - MINUTE_MS);
    await page.poll(...SOURCES);
    const feeds = page.openFeeds();
    expect(feeds.plan(PLAN).state?.trusted).toBe(2);
    status = 403;
    feeds.requestDue(Date.now());
    await settle();
    expect(page.onChange).toHaveBeenCalledOnce();
    const refused = feeds.plan(PLAN);
    expect(refused).toMatchObject({ intervalMsOf: undefined, perHour: undefined });
    expect(refused.state).toMatchObject({ refused: 1, trusted: 0 });
    expect(new Map(refused.state?.intervals).get(A.key)).toBe(5 * MINUTE_MS);
    const at = Date.now();
    feeds.noteAnswer({ source: A, statuses: [], presentIds: [], requestedAt: at, observedAt: at });
    expect(feeds.plan(PLAN).state?.intervals.map(([key]) => key)).toEqual([B.key]);
  });
});

describe('two tabs', () => {
  test('notice that the other one has requested events since, and keep the other’s trust', async () => {
    const page = open();
    await page.poll(...SOURCES);
    const [first, second] = [page.openFeeds(), page.openFeeds()];
    first.requestDue(Date.now());
    await settle();
    expect([first.isOutdated(), second.isOutdated()]).toEqual([false, true]);
    earn(page, SOURCES, Date.now() + SECOND_MS);
    expect(first.isOutdated()).toBe(true);
    first.plan(PLAN);
    const at = first.requestDue(Date.now());
    vi.setSystemTime(at);
    earn(page, SOURCES, at + SECOND_MS);
    first.requestDue(at);
    await settle();
    expect(page.openFeeds().plan(PLAN).state?.trusted, 'a later leader’s trust is not overwritten').toBe(2);
  });
});
