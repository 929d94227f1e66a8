import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { anId } from '#test/support/ids.ts';
import { limitedServer, pass, sourcesOf, stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PROJECTS = 20;
/** Without a feed 20 projects are polled every 80 s, and up to a tenth later. With a trusted one it is every 5 minutes. */
const MAX_UNAIDED_MS = 90_000;
const MIN_TRUSTED_MS = 300_000;
const [ORGANIZATION, OTHER] = [anId(0xaaaa), anId(0xbbbb)];

const opened: (() => void)[] = [];
beforeEach(async () => {
  // Fake timers do not wait for a file.
  await import('#data/polling/organization-feeds.ts');
  stubBrowser();
});
afterEach(() => {
  for (const close of opened.splice(0)) close();
  changeSettings(DEFAULT_SETTINGS);
  unstubBrowser();
});

/**
 * Returns a Qovery whose states and events the test sets. Every project was deployed an hour ago, and the feed contains
 * that.
 */
function qovery() {
  const deployedAt = Date.now() - HOUR_MS;
  const states = new Map<number, string>();
  const faults = new Map<string, () => unknown>();
  const events: { id: string; timestamp: string; event_type: string; environment_id: string }[] = [];
  const tell = (project: number, at = Date.now()) => {
    const timestamp = new Date(at).toISOString();
    const id = `event-${events.length}`;
    events.unshift({ id, timestamp, event_type: 'DEPLOYED', environment_id: anId(project) });
  };
  for (let project = 0; project < PROJECTS; project += 1) tell(project, deployedAt);
  tell(0, deployedAt - MINUTE_MS);
  const server = limitedServer((path) => {
    const [, , id = '', kind] = path.split(/[/?]/);
    if (kind === 'events') return faults.get(id)?.() ?? { events };
    const state = states.get(Number.parseInt(id.slice(-12), 16)) ?? 'DEPLOYED';
    const last_deployment_date = new Date(deployedAt).toISOString();
    return { results: [{ id, state, deployment_status: 'UP_TO_DATE', last_deployment_date }] };
  });
  const requests = (pattern: string, from = 0) =>
    server.received.filter(({ path, at }) => path.includes(pattern) && at >= from).map(({ at }) => at);
  return {
    ...server,
    set: (project: number, state: string) => void states.set(project, state),
    /** Adds an event of a project to the feed. */
    tell,
    /** Sets the answer of an organization's feed: a body or an HTTP status. Without one it is the list of events. */
    answer: (organization: string, fault: () => unknown) => void faults.set(organization, fault),
    /** The times of the requests for events, and for the status of a project. */
    feeds: (organization = '', from = 0) => requests(`${organization}/events`, from),
    polls: (project: number, from = 0) => requests(`/project/${anId(project)}/`, from),
  };
}

const inOrganization = (sources: readonly PollSource[], organizationId = ORGANIZATION): readonly PollSource[] =>
  sources.map((source) => ({ ...source, organizationId }));

function openTab(send: typeof fetch, sources = inOrganization(sourcesOf(PROJECTS))) {
  const ledger = createRequestLedger('feed');
  const api = createApiClient({ source: 'feed', baseUrl: '', send, reserveRequest: ledger.spend });
  const client = new QueryClient();
  const readings = new ReadingStore(api);
  const { sustainablePerHour: perHour } = ledger;
  const tabs = openTabCoordinator('feed');
  const poller = new PollScheduler({ client, api, readings, tabs, perHour });
  const close = poller.start();
  opened.push(close);
  poller.setSources(sources);
  return { poller, readings, tabs, close };
}

const now = () => performance.now();
const gapsOf = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? time));

describe('requests for the feed', () => {
  test('start after the first poll of every source and the first five seconds, then follow every 30 s', async () => {
    const { send, feeds, polls } = qovery();
    openTab(send);
    await pass(4 * SECOND_MS);
    expect(polls(PROJECTS - 1)).toHaveLength(1);
    expect(feeds()).toEqual([]);
    await pass(20 * MINUTE_MS);
    expect(feeds().length).toBeGreaterThan(5);
    const trustedFrom = now();
    await pass(10 * MINUTE_MS);
    for (const gap of gapsOf(feeds('', trustedFrom))) {
      expect(gap).toBeGreaterThanOrEqual(30 * SECOND_MS);
      expect(gap).toBeLessThanOrEqual(34 * SECOND_MS);
    }
  });

  test('are sent by the leader only', async () => {
    const first = qovery();
    const leader = openTab(first.send);
    const second = qovery();
    const follower = openTab(second.send);
    await pass(20 * MINUTE_MS);
    expect(first.feeds().length).toBeGreaterThan(5);
    expect(second.received).toEqual([]);
    leader.close();
    await pass(10 * MINUTE_MS);
    expect(second.feeds().length).toBeGreaterThan(2);
    follower.close();
  });
});

test('brings two polls of a project forward after an event, also when several events name it', async () => {
  const { send, tell, polls } = qovery();
  openTab(send);
  await pass(30 * MINUTE_MS);
  const from = now();
  for (let event = 0; event < 5; event += 1) tell(7);
  await pass(50 * SECOND_MS);
  const [first = 0, second = 0] = polls(7, from);
  expect(polls(7, from)).toHaveLength(2);
  expect(first - from).toBeLessThanOrEqual(34 * SECOND_MS);
  expect(second - first).toBeGreaterThanOrEqual(10 * SECOND_MS);
  expect(second - first).toBeLessThanOrEqual(12 * SECOND_MS);
});

describe('trust in the feed', () => {
  test('continues in the next leader and after a reload, without a request for the history', async () => {
    const { send, polls, tell } = qovery();
    const first = openTab(send);
    const second = openTab(send);
    await pass(30 * MINUTE_MS);
    expect(first.poller.getSnapshot().feed).toMatchObject({ trusted: PROJECTS });
    first.close();
    await pass(10 * SECOND_MS);
    expect(second.poller.getSnapshot().feed).toMatchObject({ trusted: PROJECTS, unannounced: 0 });
    const from = now();
    tell(7);
    await pass(45 * SECOND_MS);
    expect(polls(7, from).length).toBeGreaterThan(0);
    expect(polls(8, from)).toEqual([]);
    second.close();
    const reloaded = openTab(send);
    await pass(15 * SECOND_MS);
    expect(reloaded.poller.getSnapshot().feed).toMatchObject({ trusted: PROJECTS, unannounced: 0 });
  });

  test('retains an event when the leader ends before the second poll that it causes', async () => {
    const { send, set, tell, polls } = qovery();
    const first = openTab(send);
    const second = openTab(send);
    await pass(33 * MINUTE_MS);
    const from = now();
    tell(7);
    while (polls(7, from).length === 0) await pass(SECOND_MS);
    // The status lags behind its event.
    set(7, 'STOPPED');
    first.close();
    await pass(20 * SECOND_MS);
    expect(second.readings.statusOf(anId(7))?.state).toBe('STOPPED');
  });

  test('continues in a tab that leads again with the state of the leader in between', async () => {
    const { send, set } = qovery();
    const first = openTab(send);
    const second = openTab(send);
    await pass(30 * MINUTE_MS);
    second.tabs.takeOver();
    await pass(10 * SECOND_MS);
    expect([first.poller.tabs.isLeader(), second.poller.tabs.isLeader()]).toEqual([false, true]);
    // The new leader compares an answer with its own one before.
    await pass(6 * MINUTE_MS);
    set(3, 'STOPPED');
    await pass(10 * MINUTE_MS);
    expect(second.poller.getSnapshot().feed).toMatchObject({ unannounced: 1, trusted: PROJECTS - 1 });
    first.tabs.takeOver();
    await pass(10 * SECOND_MS);
    expect(first.poller.tabs.isLeader()).toBe(true);
    expect(first.poller.getSnapshot().feed).toMatchObject({ unannounced: 1, trusted: PROJECTS - 1 });
  });

  test.each([
    ['is damaged', () => '{"version":1,"feeds":[{"id":7}]}'],
    ['pauses the feed for years', (text: string) => text.replace(/"pages":\d+/, '"pages":1000000')],
  ])('is earned again when the stored trust %s', async (_, damage) => {
    const { send } = qovery();
    const first = openTab(send);
    await pass(6 * SECOND_MS);
    first.close();
    await pass(SECOND_MS);
    const key = 'envboard.feed@feed#';
    const text = localStorage.getItem(key) ?? '';
    expect(damage(text)).not.toBe(text);
    localStorage.setItem(key, damage(text));
    const { poller } = openTab(send);
    await pass(6 * SECOND_MS);
    expect(poller.getSnapshot().feed).toMatchObject({ organizations: 1, trusted: 0 });
    await pass(30 * MINUTE_MS);
    expect(poller.getSnapshot().feed).toMatchObject({ trusted: PROJECTS });
  });

  test('makes polls rarer when the feed agrees with them, and shows that in every tab', async () => {
    const { send, polls } = qovery();
    const { poller } = openTab(send);
    const follower = openTab(send);
    await pass(30 * MINUTE_MS);
    const from = now();
    await pass(30 * MINUTE_MS);
    for (let project = 0; project < PROJECTS; project += 1) {
      const gaps = gapsOf(polls(project, from));
      expect(gaps.length).toBeGreaterThan(2);
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(MIN_TRUSTED_MS);
    }
    const { feed } = poller.getSnapshot();
    expect(feed).toMatchObject({ organizations: 1, answering: 1, refused: 0, trusted: PROJECTS, unannounced: 0 });
    expect(feed).toMatchObject({ feedMs: 30_000, changesMs: 30_000, slowestMs: MIN_TRUSTED_MS });
    expect(feed?.agreed).toBeGreaterThan(PROJECTS);
    await pass(10 * SECOND_MS);
    expect(follower.poller.getSnapshot().feed).toEqual(poller.getSnapshot().feed);
    // A reading is late only when its own interval has passed twice.
    const plan = follower.poller.getSnapshot().plans?.get(sourcesOf(1)[0]?.key ?? '');
    expect(plan).toMatchObject({ movingMs: MIN_TRUSTED_MS, calmMs: MIN_TRUSTED_MS });
  });

  test('ends the trust of a source for an hour when a poll finds a change that the feed did not announce', async () => {
    const { send, set, polls } = qovery();
    const { poller } = openTab(send);
    await pass(30 * MINUTE_MS);
    set(3, 'STOPPED');
    await pass(10 * MINUTE_MS);
    expect(poller.getSnapshot().feed).toMatchObject({ unannounced: 1, trusted: PROJECTS - 1 });
    const from = now();
    await pass(20 * MINUTE_MS);
    for (const gap of gapsOf(polls(3, from))) expect(gap).toBeLessThanOrEqual(MAX_UNAIDED_MS);
    for (const gap of gapsOf(polls(4, from))) expect(gap).toBeGreaterThanOrEqual(MIN_TRUSTED_MS);
    await pass(HOUR_MS);
    expect(poller.getSnapshot().feed).toMatchObject({ unannounced: 1, trusted: PROJECTS });
  });

  test('makes no reading late when the feed is refused', async () => {
    const { send, answer, feeds } = qovery();
    const { poller } = openTab(send);
    await pass(33 * MINUTE_MS);
    answer(ORGANIZATION, () => 403);
    const from = now();
    const [oldest, late]: [number[], number[]] = [[], []];
    const stop = poller.subscribe(() => {
      const { plans, plan, health, sources } = poller.getSnapshot();
      for (const { key } of sources) {
        const ageMs = Date.now() - (health.get(key)?.observedAt ?? 0);
        oldest.push(ageMs);
        if (ageMs > 2 * (plans?.get(key) ?? plan).calmMs) late.push(ageMs);
      }
    });
    await pass(5 * MINUTE_MS);
    stop();
    expect(feeds('', from)).toHaveLength(1);
    expect(Math.max(...oldest)).toBeGreaterThan(2 * MAX_UNAIDED_MS);
    expect(late).toEqual([]);
  });

  test('sends no request to a refused feed for an hour, and polls as without a feed', async () => {
    const { send, answer, feeds, polls, received } = qovery();
    const { poller, readings } = openTab(send);
    await pass(30 * MINUTE_MS);
    expect(poller.getSnapshot().feed).toMatchObject({ trusted: PROJECTS });
    answer(ORGANIZATION, () => 403);
    // Every source is polled once more before its reading may become late at the usual interval.
    await pass(2 * MINUTE_MS);
    const from = now();
    expect(poller.getSnapshot().feed).toMatchObject({ answering: 0, refused: 1, trusted: 0, intervals: [] });
    await pass(55 * MINUTE_MS);
    expect(feeds('', from)).toEqual([]);
    for (let project = 0; project < PROJECTS; project += 1) {
      for (const gap of gapsOf(polls(project, from))) expect(gap).toBeLessThanOrEqual(MAX_UNAIDED_MS);
    }
    expect(received.length).toBeGreaterThan(500);
    expect(readings.statusOf(anId(3))?.state).toBe('DEPLOYED');
    expect([...poller.getSnapshot().health.values()].every(({ failure }) => failure === undefined)).toBe(true);
    await pass(10 * MINUTE_MS);
    expect(feeds('', from)).toHaveLength(1);
  });
});

test('requests a feed for each organization, and a refused feed has no effect on another', async () => {
  const { send, answer, feeds, polls } = qovery();
  answer(OTHER, () => 403);
  const all = sourcesOf(PROJECTS);
  const { poller } = openTab(send, [...inOrganization(all.slice(0, 10)), ...inOrganization(all.slice(10), OTHER)]);
  await pass(30 * MINUTE_MS);
  const from = now();
  await pass(25 * MINUTE_MS);
  expect(poller.getSnapshot().feed).toMatchObject({ organizations: 2, answering: 1, refused: 1, trusted: 10 });
  expect(feeds(ORGANIZATION, from).length).toBeGreaterThan(40);
  expect(feeds(OTHER)).toHaveLength(1);
  for (const gap of gapsOf(polls(0, from))) expect(gap).toBeGreaterThanOrEqual(MIN_TRUSTED_MS);
  for (const gap of gapsOf(polls(19, from))) expect(gap).toBeLessThanOrEqual(MAX_UNAIDED_MS);
});

describe('sources of another board', () => {
  test('do not lose trust through a change that no tab polled', async () => {
    const { send, set, tell, polls } = qovery();
    const { poller } = openTab(send);
    await pass(30 * MINUTE_MS);
    const all = inOrganization(sourcesOf(PROJECTS));
    expect(poller.getSnapshot().feed).toMatchObject({ trusted: PROJECTS });
    poller.setSources(all.slice(0, 10));
    const { feed } = poller.getSnapshot();
    expect([feed?.sources, feed?.trusted]).toEqual([10, 10]);
    await pass(MINUTE_MS);
    for (const project of [14, 15, 16]) {
      tell(project);
      set(project, 'STOPPED');
    }
    await pass(5 * MINUTE_MS);
    poller.setSources(all);
    const from = now();
    await pass(5 * MINUTE_MS);
    expect(polls(15, from).length).toBeGreaterThan(0);
    expect(poller.getSnapshot().feed).toMatchObject({ sources: PROJECTS, unannounced: 0 });
    expect(poller.getSnapshot().feed?.trusted).toBeGreaterThanOrEqual(10);
  });

  test('cause no plan each second after an event of a source that is no longer polled', async () => {
    const { send, tell, polls } = qovery();
    const { poller } = openTab(send);
    await pass(30 * MINUTE_MS);
    const from = now();
    tell(7);
    while (polls(7, from).length === 0) await pass(SECOND_MS);
    poller.setSources(inOrganization(sourcesOf(PROJECTS)).filter((_, project) => project !== 7));
    let plans = 0;
    const stop = poller.subscribe(() => {
      plans += 1;
    });
    await pass(2 * MINUTE_MS);
    stop();
    expect(plans).toBeGreaterThan(4);
    expect(plans).toBeLessThan(60);
  });

  test('get two polls brought forward when they have moved to another organization', async () => {
    const { send, tell, polls } = qovery();
    const { poller } = openTab(send);
    await pass(30 * MINUTE_MS);
    const from = now();
    tell(7);
    while (polls(7, from).length === 0) await pass(SECOND_MS);
    const all = inOrganization(sourcesOf(PROJECTS));
    poller.setSources(all.map((source, project) => (project === 7 ? { ...source, organizationId: OTHER } : source)));
    await pass(40 * SECOND_MS);
    expect(polls(7, from).length).toBeLessThanOrEqual(3);
  });
});

test('delays no request for events when the clock was set back by a day', async () => {
  const { send, feeds, answer } = qovery();
  const { poller } = openTab(send);
  await pass(30 * MINUTE_MS);
  vi.setSystemTime(Date.now() - 24 * HOUR_MS);
  const from = now();
  await pass(30 * MINUTE_MS);
  expect(feeds('', from).length).toBeGreaterThan(5);
  expect(poller.getSnapshot().feed).toMatchObject({ answering: 1 });
  answer(ORGANIZATION, () => 403);
  await pass(2 * MINUTE_MS);
  expect(poller.getSnapshot().feed).toMatchObject({ refused: 1 });
  vi.setSystemTime(Date.now() - 24 * HOUR_MS);
  const refusedFrom = now();
  await pass(65 * MINUTE_MS);
  expect(feeds('', refusedFrom).length).toBeGreaterThan(0);
});

test('requests no feed while the board is paused, and requests it again afterwards', async () => {
  const { send, feeds } = qovery();
  const { poller } = openTab(send);
  await pass(30 * MINUTE_MS);
  expect(feeds().length).toBeGreaterThan(5);
  poller.setPaused(true);
  await pass(SECOND_MS);
  const from = now();
  await pass(10 * MINUTE_MS);
  expect(feeds('', from)).toEqual([]);
  poller.setPaused(false);
  await pass(MINUTE_MS);
  expect(feeds('', from).length).toBeGreaterThan(0);
});

test('sends every request as without a feed when the setting is off', async () => {
  const spells = [];
  for (const sources of [inOrganization(sourcesOf(PROJECTS)), sourcesOf(PROJECTS)]) {
    stubBrowser();
    changeSettings({ changeFeed: 'off' });
    const { send, received } = qovery();
    const from = now();
    const { close } = openTab(send, sources);
    await pass(HOUR_MS);
    close();
    opened.pop();
    spells.push(received.map(({ at, path }) => `${at - from} ${path}`));
    unstubBrowser();
  }
  stubBrowser();
  const [off = [], without = []] = spells;
  expect(off.length).toBeGreaterThan(500);
  expect(off).toEqual(without);
});

test('applies the setting at once, in both directions', async () => {
  const { send, feeds, polls } = qovery();
  const { poller } = openTab(send);
  await pass(30 * MINUTE_MS);
  changeSettings({ changeFeed: 'off' });
  const from = now();
  await pass(10 * MINUTE_MS);
  expect(poller.getSnapshot().feed).toBeUndefined();
  expect(feeds('', from)).toEqual([]);
  for (const gap of gapsOf(polls(0, from))) expect(gap).toBeLessThanOrEqual(MAX_UNAIDED_MS);
  changeSettings({ changeFeed: 'auto' });
  await pass(5 * MINUTE_MS);
  expect(feeds('', from).length).toBeGreaterThan(0);
});

test.each([
  ['429', () => 429],
  ['503', () => 503],
  ['an answer of another form', () => ({ events: 'none' })],
  ['a list of other things', () => ({ results: [1, 2] })],
])('changes no reading when the feed answers %s', async (_, fault) => {
  const { send, answer, feeds } = qovery();
  answer(ORGANIZATION, fault);
  const { poller, readings } = openTab(send);
  await pass(20 * MINUTE_MS);
  expect(feeds().length).toBeGreaterThan(0);
  const { health } = poller.getSnapshot();
  for (const { id, key } of sourcesOf(PROJECTS)) {
    expect(readings.statusOf(id)?.state).toBe('DEPLOYED');
    expect(health.get(key)?.failure).toBeUndefined();
    // A 429 holds back the polls too, for a minute each time.
    expect(Date.now() - (readings.observationOf(id)?.observedAt ?? 0)).toBeLessThan(4 * MINUTE_MS);
  }
});
