import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OrganizationFeeds } from '#data/polling/organization-feeds.ts';
import { persisterOf } from '#data/polling/persisted-feeds.ts';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { bringForward, EMPTY_FORWARDS } from '#domain/polling/forward-queue.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { openParts } from '#test/support/open-parts.ts';
import { idIn } from '#test/support/open-queue.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';
import { trustedFeed } from '#test/support/trusted-feed.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const CHOSEN_MS = 60 * SECOND_MS;
const OWN = [aProject('a'), aProject('b')];
const SHARED = [aProject('s', ['s'], { rank: 'shared' }), aProject('t', ['t'], { rank: 'shared' })];
const UNKNOWN = aProject('u', ['u'], { rank: 'unknown' });
const [A, B] = [aProject('a'), aProject('b')];

beforeEach(() => {
  stubBrowser();
  changeSettings({ intervalMs: CHOSEN_MS });
});
afterEach(() => {
  changeSettings(DEFAULT_SETTINGS);
  unstubBrowser();
});

describe('a plan', () => {
  test('has the interval that the user chose, and counts the sources in progress', async () => {
    const { planner, show, poll } = openParts();
    show(...OWN);
    await poll(A);
    const { part } = planner.plan(undefined);
    expect(part).toMatchObject({ plan: { calmMs: CHOSEN_MS, slowedDown: false }, count: 2, moving: 1 });
    // One idle source each minute, and one in progress each ten seconds.
    expect(planner.plannedPerHour).toBeCloseTo(60 + 360);
  });

  test('shows the intervals of a link only while the board consists of a link', () => {
    const { planner, show } = openParts({ perHour: () => 60 });
    show(...SHARED);
    const ofLink = planner.plan(undefined);
    expect(ofLink.part.plan).toEqual(ofLink.plans.shared);
    expect(ofLink.plans.shared).not.toEqual(ofLink.plans.own);
    show(...SHARED, ...OWN);
    const mixed = planner.plan(undefined);
    expect(mixed.part.plan).toEqual(mixed.plans.own);
    expect(planner.otherPlans).toEqual({ shared: mixed.plans.shared, unknown: mixed.plans.unknown });
    show(...OWN);
    planner.plan(undefined);
    expect(planner.otherPlans).toBeUndefined();
  });

  test('is the user’s own for a board without sources', () => {
    const { planner, show } = openParts();
    show();
    const { plans, part } = planner.plan(undefined);
    expect(part).toEqual({ plan: plans.own, count: 0, moving: 0 });
  });
});

describe('the plans that a tab shows', () => {
  test('name those of a link and of unknown environments by source, and none for own sources', () => {
    const { planner, show } = openParts();
    show(...OWN, ...SHARED, UNKNOWN);
    const { plans } = planner.plan(undefined);
    const [shared] = SHARED;
    const shown = planner.plansOf([A, UNKNOWN, ...(shared ? [shared] : [])]);
    expect(shown).toEqual(
      new Map([
        [UNKNOWN.key, plans.unknown],
        [shared?.key, plans.shared],
      ]),
    );
    show(...OWN);
    planner.plan(undefined);
    expect(planner.plansOf(OWN)).toBeUndefined();
  });

  test('name the interval of each source that a feed helps', () => {
    const { planner } = openParts();
    const { plans } = planner.plan(undefined);
    expect(plans.own.calmMs).toBe(CHOSEN_MS);
    planner.feed = {
      organizations: 1,
      answering: 1,
      refused: 0,
      sources: 1,
      trusted: 1,
      agreed: 1,
      announced: 0,
      unannounced: 0,
      changesMs: CHOSEN_MS,
      slowestMs: 300_000,
      intervals: [[A.key, 300_000]],
    };
    expect(planner.plansOf([A, B])).toEqual(
      new Map([[A.key, { movingMs: 300_000, calmMs: 300_000, slowedDown: false }]]),
    );
  });
});

describe('due sources', () => {
  test('are requested, and again after their interval', async () => {
    const { planner, show, requested } = openParts();
    show(...OWN);
    const queueDue = () => planner.queueDue(planner.plan(undefined).plans, undefined, Date.now());
    queueDue();
    await vi.advanceTimersByTimeAsync(100);
    expect(requested.map(idIn)).toEqual(['a', 'b']);
    const nextAt = queueDue();
    expect(nextAt).toBeGreaterThan(Date.now() + CHOSEN_MS - SECOND_MS);
    expect(requested).toHaveLength(2);
    vi.setSystemTime(nextAt);
    queueDue();
    expect(requested).toHaveLength(3);
  });

  test('wait until the server accepts requests again', () => {
    const { planner, show, queue, requested } = openParts();
    show(...OWN);
    const until = Date.now() + MINUTE_MS;
    queue.importState({ ...queue.exportState(), waitUntil: until });
    expect(planner.queueDue(planner.plan(undefined).plans, undefined, Date.now())).toBe(until);
    expect(requested).toEqual([]);
  });

  test('of a link wait while only the own boards may be polled', () => {
    const { planner, show, requested } = openParts({ perHour: () => 100 });
    show(...SHARED, ...OWN);
    const nextAt = planner.queueDue(planner.plan(undefined).plans, undefined, Date.now());
    expect(requested.map(idIn)).toEqual(['a', 'b']);
    expect(nextAt).toBe(Date.now() + MINUTE_MS);
  });
});

describe('with a change feed', () => {
  const inOrganization = OWN.map((source) => ({ ...source, organizationId: 'o' }));

  /** Opens a board whose feed is trusted for all sources, and which has polled them once. */
  async function openTrusted(waiting: readonly string[] = []) {
    const parts = openParts();
    parts.show(...inOrganization);
    await parts.poll(...inOrganization);
    const feed = trustedFeed(inOrganization, Date.now());
    const queue = bringForward(EMPTY_FORWARDS, waiting, 0);
    persisterOf(parts.api)({ feedMs: CHOSEN_MS, feeds: new Map([['o', { ...feed, queue }]]) });
    const feeds = new OrganizationFeeds({ ...parts, onChange: () => {} });
    const queueDue = () => parts.planner.queueDue(parts.planner.plan(feeds).plans, feeds, Date.now());
    const polls = () => parts.requested.filter((path) => path.includes('/project/')).map(idIn);
    return { ...parts, queueDue, polls };
  }

  test('a trusted source is due later than the user’s interval, and the feed before it', async () => {
    const { queueDue, polls, planner } = await openTrusted();
    const nextAt = queueDue();
    expect(planner.feed?.trusted).toBe(2);
    expect(nextAt, 'the request for events').toBeLessThan(Date.now() + 1.2 * CHOSEN_MS);
    vi.setSystemTime(Date.now() + 2 * CHOSEN_MS);
    queueDue();
    expect(polls()).toEqual(['a', 'b']);
    vi.setSystemTime(Date.now() + 30 * MINUTE_MS);
    queueDue();
    expect(polls()).toHaveLength(4);
  });

  test('no source is polled less often than without one, unless the feed is trusted for it', async () => {
    const { planner, show, readings, api, ...parts } = openParts({ perHour: () => 100 });
    show(...inOrganization);
    const at = Date.now();
    const statuses = [['a', 'BUILDING'] as const, ['b', 'DEPLOYED'] as const].map(([id, state]) => ({
      id,
      state,
      lastDeploymentState: state,
    }));
    for (const source of inOrganization)
      readings.apply({ source, statuses, presentIds: ['a', 'b'], requestedAt: at, observedAt: at });
    show(...inOrganization);
    persisterOf(api)({ feedMs: CHOSEN_MS, feeds: new Map([['o', { ...trustedFeed([], at) }]]) });
    const { plans } = planner.plan(new OrganizationFeeds({ ...parts, api, readings, onChange: () => {} }));
    const intervals = new Map(planner.feed?.intervals);
    expect(plans.own.movingMs).toBeLessThan(plans.own.calmMs);
    expect(intervals.get(A.key)).toBeLessThanOrEqual(plans.own.movingMs);
    expect(intervals.get(B.key)).toBeLessThanOrEqual(plans.own.calmMs);
  });

  test('an event brings a poll forward, except while the server accepts no request', async () => {
    const { queueDue, polls, queue } = await openTrusted([B.key]);
    const { waitUntil } = queue.exportState();
    queue.importState({ ...queue.exportState(), waitUntil: Date.now() + SECOND_MS });
    queueDue();
    expect(polls()).toHaveLength(2);
    queue.importState({ ...queue.exportState(), waitUntil });
    queueDue();
    expect(polls()).toEqual(['a', 'b', 'b']);
  });
});

describe('isHourSpent', () => {
  test('is true while the requests of the hour are spent', () => {
    const { planner, queue } = openParts();
    expect(planner.isHourSpent(OWN)).toBe(false);
    queue.importState({ ...queue.exportState(), spentUntil: Date.now() + 10 * MINUTE_MS });
    expect(planner.isHourSpent(OWN)).toBe(true);
  });

  test('is true for a board of a link when the rest of the hour is reserved for the own boards', () => {
    const { planner } = openParts({ perHour: () => 100 });
    expect(planner.isHourSpent(SHARED)).toBe(true);
    expect(planner.isHourSpent([...SHARED, ...OWN])).toBe(false);
    expect(planner.isHourSpent([])).toBe(false);
    expect(openParts().planner.isHourSpent(SHARED)).toBe(false);
  });
});
