import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import type { TabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { singleTab } from '#data/tabs/tab-coordinator.ts';
import type { TabMessage } from '#data/tabs/tab-messages.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { NEVER_REQUESTED } from '#domain/polling/source-health.ts';
import { anId } from '#test/support/ids.ts';

const sources: readonly PollSource[] = Array.from({ length: 30 }, (_, n) => ({
  key: `project:${anId(n)}`,
  kind: 'project',
  id: anId(n),
  environmentIds: [anId(n)],
}));

beforeEach(() => {
  const listening = { addEventListener() {}, removeEventListener() {} };
  const localStorage = { getItem: () => null, setItem() {} };
  const page = { localStorage, document: { hidden: false, ...listening }, navigator: { onLine: true }, ...listening };
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Returns a leader whose requests take a tenth of a second each. Records its broadcasts and its requests. */
function openTab({ isRefused = false, leads = true } = {}) {
  const reported: TabMessage[] = [];
  const stood: boolean[] = [];
  let lead = () => {};
  const requested: string[] = [];
  let hear = (_: TabMessage): void => {};
  let underWay = 0;
  let most = 0;
  const send: typeof fetch = async (input) => {
    const id = String(input).split('/')[2] ?? '';
    requested.push(id);
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 100));
    underWay -= 1;
    if (isRefused) return new Response(null, { status: 401 });
    return Response.json({ results: [{ id, state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' }] });
  };
  const client = new QueryClient();
  const api = createApiClient({ source: 'poller', baseUrl: '', send });
  const readings = new ReadingStore(api);
  const tabs = {
    ...singleTab(),
    isLeader: () => leads,
    setCandidate: (isCandidate: boolean) => void stood.push(isCandidate),
    broadcast: (message: TabMessage) => void reported.push(message),
    join: (on: Parameters<TabCoordinator['join']>[0]) => {
      hear = on.message;
      lead = on.change;
      return () => {};
    },
  };
  const poller = new PollScheduler({ client, api, readings, tabs, perHour: () => 1_000 });
  poller.setSources(sources);
  const before = poller.getSnapshot();
  const stop = poller.start();
  return {
    poller,
    before,
    readings,
    reported,
    stood,
    requested,
    stop,
    most: () => most,
    lead: () => lead(),
    hear: (message: TabMessage) => hear(message),
  };
}

test('polls every source once, six at a time, and turns each answer into a reading', async () => {
  const { readings, requested, most, stop } = openTab();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(requested.toSorted()).toEqual(sources.map(({ id }) => id));
  expect(most()).toBe(6);
  expect(Object.keys(readings.statuses())).toHaveLength(30);
  stop();
});

test('expects more answers until the last source of a round has answered', async () => {
  const { poller, requested, stop } = openTab();
  const seen: boolean[] = [];
  poller.subscribe(() => seen.push(poller.getSnapshot().expectsMore));
  await vi.advanceTimersByTimeAsync(450);
  expect(requested).toHaveLength(30);
  expect(poller.getSnapshot().expectsMore).toBe(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(poller.getSnapshot().expectsMore).toBe(false);
  expect(seen.indexOf(false), 'reported once, with the last answer').toBe(seen.length - 1);
  stop();
});

test('always expects more answers in a follower', async () => {
  const { poller, stop } = openTab({ leads: false });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(poller.getSnapshot().expectsMore).toBe(true);
  stop();
});

test('sends no request before it is started, and reports that', async () => {
  const { before, reported, requested, stop } = openTab();
  expect(before).toEqual({
    phase: 'live',
    plan: { movingMs: 30_000, calmMs: 30_000, slowedDown: false },
    sources: [],
    count: 0,
    moving: 0,
    health: new Map(),
    nextAt: undefined,
    expectsMore: true,
    isHourSpent: false,
  });
  expect(reported, 'who leads wants nothing of others').toEqual([]);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(requested, 'those that were under way').toHaveLength(6);
});

test('sends no request after a pause, and the remaining ones after it', async () => {
  const { poller, requested, stop } = openTab();
  await vi.advanceTimersByTimeAsync(150);
  poller.setPaused(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(requested).toHaveLength(12);
  poller.setPaused(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(new Set(requested)).toEqual(new Set(sources.map(({ id }) => id)));
  stop();
});

test('broadcasts no message without a follower, and all answers to a new one', async () => {
  const { reported, hear, stop } = openTab();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reported.filter(({ kind }) => kind === 'answer' || kind === 'state')).toEqual([]);
  hear({ kind: 'subscribe', tab: 'other', sources, lacks: sources.map(({ key }) => key) });
  await vi.waitFor(() => expect(reported.filter(({ kind }) => kind === 'answer')).toHaveLength(60));
  expect(reported.some(({ kind }) => kind === 'state')).toBe(true);
  stop();
});

type State = Extract<TabMessage, { kind: 'state' }>;

/** Returns a follower tab. */
function openFollower() {
  const reported: TabMessage[] = [];
  const takeOver = vi.fn();
  const send = vi.fn<typeof fetch>();
  let hear = (_: TabMessage): void => {};
  let lead = () => {};
  const client = new QueryClient();
  const api = createApiClient({ source: 'poller', baseUrl: '', send });
  const readings = new ReadingStore(api);
  const tabs: TabCoordinator = {
    isLeader: () => false,
    setCandidate() {},
    takeOver,
    broadcast: (message) => void reported.push(message),
    join: (on) => {
      hear = on.message;
      lead = on.change;
      return () => {};
    },
  };
  const poller = new PollScheduler({ client, api, readings, tabs, perHour: () => 1_000 });
  poller.setSources(sources);
  expect(reported, 'before it is started').toEqual([]);
  const stop = poller.start();
  poller.setSources(sources.slice(0, 2));
  return {
    poller,
    readings,
    reported,
    takeOver,
    send,
    stop,
    lead: () => lead(),
    hear: (message: TabMessage) => hear(message),
  };
}

const PLAN = { movingMs: 20_000, calmMs: 40_000, slowedDown: true };
const aState = (part: Partial<State> = {}): State => ({
  kind: 'state',
  isHidden: false,
  isOver: false,
  plan: PLAN,
  count: 9,
  moving: 2,
  nextAt: 77,
  waitUntil: 0,
  health: [],
  partial: [],
  usesOverview: [],
  ...part,
});
const answerOf = (source: PollSource, state: string): TabMessage => ({
  kind: 'answer',
  source,
  requestedAt: Date.now() - 50,
  observedAt: Date.now(),
  statuses: [{ id: source.id, state, lastDeploymentState: state }],
  presentIds: [source.id],
});
const wantsOf = (reported: readonly TabMessage[]) => reported.filter(({ kind }) => kind === 'subscribe');
const statesOf = (reported: readonly TabMessage[]) => reported.filter((one): one is State => one.kind === 'state');

describe('a follower', () => {
  test('sends no request, subscribes when it joins and every five seconds, and leaves at the end', async () => {
    const { reported, send, stop, hear } = openFollower();
    expect(wantsOf(reported).at(-1)).toMatchObject({ sources: sources.slice(0, 2) });
    reported.length = 0;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(wantsOf(reported)).toHaveLength(1);
    hear({ kind: 'discover' });
    expect(wantsOf(reported)).toHaveLength(2);
    stop();
    expect(reported.at(-1)?.kind).toBe('leave');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wantsOf(reported)).toHaveLength(2);
    expect(send).not.toHaveBeenCalled();
  });

  test('shows the leader’s plan, intervals, source health and answers', () => {
    const { poller, readings, stop, hear } = openFollower();
    const [source] = sources;
    if (!source) return;
    const record = {
      ...NEVER_REQUESTED,
      requestedAt: 5,
      failure: { kind: 'server', status: 503 } as const,
      failures: 1,
    };
    hear(aState({ health: [[source.key, record]] }));
    expect(poller.getSnapshot()).toMatchObject({ plan: PLAN, count: 9, moving: 2, nextAt: 77, phase: 'live' });
    expect(poller.getSnapshot().health.get(source.key)).toEqual(record);
    expect(poller.plannedPerHour()).toBeCloseTo(2 * 180 + 7 * 90);
    const reported = vi.fn();
    poller.subscribe(reported);
    hear(answerOf(source, 'BUILDING'));
    expect(readings.statusOf(source.id)?.state).toBe('BUILDING');
    expect(reported).toHaveBeenCalledOnce();
    poller.setPaused(true);
    hear(answerOf(source, 'DEPLOYED'));
    expect(readings.statusOf(source.id)?.state).toBe('BUILDING');
    stop();
  });

  test('reports a refused token only when the leader does', () => {
    const { poller, stop, hear } = openFollower();
    const refused = {
      ...NEVER_REQUESTED,
      requestedAt: 5,
      failure: { kind: 'unauthorized', credential: 'token' } as const,
      failures: 1,
    };
    const health = sources.slice(0, 2).map(({ key }): [string, typeof refused] => [key, refused]);
    hear(aState({ health }));
    expect(poller.getSnapshot().phase).toBe('live');
    hear(aState({ health, isOver: true }));
    expect(poller.getSnapshot().phase).toBe('ended');
    hear(aState({ health: [] }));
    expect(poller.getSnapshot().phase).toBe('live');
    stop();
  });

  test('has a source for each environment when a project’s answers lack details', () => {
    const { poller, stop, hear } = openFollower();
    hear(aState({ partial: [anId(0)] }));
    expect(
      poller
        .getSnapshot()
        .sources.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['environment', 'project']);
    stop();
  });

  test('takes over from a leader that is silent for 15 s, and not before', async () => {
    const { takeOver, stop, hear } = openFollower();
    for (let second = 0; second < 60; second += 10) {
      await vi.advanceTimersByTimeAsync(10_000);
      hear(aState());
    }
    expect(takeOver).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(takeOver).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(takeOver).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(takeOver).toHaveBeenCalledOnce();
    stop();
  });

  test('takes over from a hidden leader when it is visible itself', async () => {
    const { takeOver, stop, hear } = openFollower();
    hear(aState({ isHidden: true }));
    expect(takeOver).toHaveBeenCalledOnce();
    Object.assign(document, { hidden: true });
    hear(aState({ isHidden: true }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(takeOver).toHaveBeenCalledOnce();
    stop();
  });

  test('broadcasts no `discover`', () => {
    const { reported, lead, stop } = openFollower();
    lead();
    expect(reported.map(({ kind }) => kind)).not.toContain('discover');
    stop();
  });

  test('requests every missing answer as soon as its channel is open', () => {
    const { reported, lead, stop } = openFollower();
    reported.length = 0;
    lead();
    const keys = sources.slice(0, 2).map(({ key }) => key);
    expect(wantsOf(reported)).toMatchObject([{ lacks: keys }]);
    stop();
  });

  test('requests the answers of a pause when it is resumed', () => {
    const { poller, reported, stop } = openFollower();
    reported.length = 0;
    poller.setPaused(true);
    expect(wantsOf(reported)).toEqual([]);
    poller.setPaused(false);
    expect(wantsOf(reported)).toMatchObject([{ lacks: sources.slice(0, 2).map(({ key }) => key) }]);
    stop();
  });

  test('requests a lost answer as soon as the leader reports it', async () => {
    const { reported, hear, stop } = openFollower();
    const [first, second] = sources;
    if (!first || !second) return;
    hear(answerOf(first, 'DEPLOYED'));
    hear(answerOf(second, 'DEPLOYED'));
    await vi.advanceTimersByTimeAsync(1_000);
    reported.length = 0;
    const received = (at: number) => ({ ...NEVER_REQUESTED, requestedAt: at, observedAt: at });
    hear(aState({ health: [[first.key, received(Date.now() - 2_000)]] }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(wantsOf(reported)).toMatchObject([{ lacks: [] }]);
    hear(aState({ health: [[second.key, received(Date.now())]] }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(wantsOf(reported)).toMatchObject([{ lacks: [] }, { lacks: [second.key] }]);
    stop();
  });

  test('passes a refresh to the leader, and ignores subscriptions and refreshes of other followers', () => {
    const { poller, reported, stop, hear } = openFollower();
    poller.setPaused(true);
    hear({ kind: 'refresh' });
    hear({ kind: 'subscribe', tab: 'other', sources, lacks: [] });
    expect(poller.getSnapshot().phase).toBe('paused');
    poller.refresh();
    expect(reported.filter(({ kind }) => kind === 'refresh')).toHaveLength(1);
    expect(poller.getSnapshot().phase).toBe('live');
    expect(poller.getSnapshot().count).toBe(0);
    stop();
  });
});

describe('a leader', () => {
  const [mine, theirs] = [sources.slice(0, 1), sources.slice(0, 2)];

  test('broadcasts `discover` as soon as it leads', () => {
    const { reported, lead, stop } = openTab();
    expect(reported).toEqual([]);
    lead();
    expect(reported).toEqual([{ kind: 'discover' }]);
    stop();
  });

  test('is a candidate while it polls, retries or has ended, and not while it is paused', async () => {
    const { poller, stood, stop } = openTab();
    expect(stood.at(-1)).toBe(true);
    poller.setPaused(true);
    expect(stood.at(-1)).toBe(false);
    poller.setPaused(false);
    expect(stood.at(-1)).toBe(true);
    Object.assign(navigator, { onLine: false });
    poller.setWall(true);
    expect(stood.at(-1), 'it tries all the same').toBe(true);
    stop();
  });

  test('broadcasts that its token is refused, and still leads', async () => {
    const { poller, stood, reported, hear, stop } = openTab({ isRefused: true });
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(poller.getSnapshot().phase).toBe('ended');
    expect(statesOf(reported)[0]?.isOver).toBe(false);
    expect(statesOf(reported).at(-1)?.isOver).toBe(true);
    expect(stood.at(-1)).toBe(true);
    stop();
  });

  test('with a refused token is still a candidate while it is paused, unless another tab could try the token', async () => {
    const { poller, stood, hear, stop } = openTab({ isRefused: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(poller.getSnapshot().phase).toBe('ended');
    poller.setPaused(true);
    expect(stood.at(-1)).toBe(true);
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    expect(stood.at(-1)).toBe(false);
    stop();
  });

  test('with a refused token tries no source while it is paused', async () => {
    const { poller, requested, stop } = openTab({ isRefused: true });
    await vi.advanceTimersByTimeAsync(5_000);
    poller.setPaused(true);
    const before = requested.length;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(requested).toHaveLength(before);
    poller.setPaused(false);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(requested.length).toBeGreaterThan(before);
    stop();
  });

  test('sets no timer for a plan while it is paused', async () => {
    const { poller, stop } = openTab();
    await vi.advanceTimersByTimeAsync(5_000);
    const live = vi.getTimerCount();
    poller.setPaused(true);
    expect(vi.getTimerCount()).toBe(live - 1);
    stop();
  });

  test('performs its own refresh, and names it to no other tab', async () => {
    const { poller, reported, requested, hear, stop } = openTab();
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(5_000);
    poller.refresh();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requested).toHaveLength(60);
    expect(statesOf(reported).length).toBeGreaterThan(0);
    expect(reported.map(({ kind }) => kind)).not.toContain('refresh');
    stop();
  });

  test('polls the sources of followers until they leave or are silent for a minute', async () => {
    const { poller, requested, hear, stop } = openTab();
    poller.setSources(mine);
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(poller.getSnapshot()).toMatchObject({ count: 2, sources: mine });
    expect(requested.slice(0, 7)).toContain(anId(1));
    hear({ kind: 'leave', tab: 'other' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(poller.getSnapshot().count).toBe(1);
    hear({ kind: 'subscribe', tab: 'another', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(55_000);
    expect(poller.getSnapshot().count).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(poller.getSnapshot().count).toBe(1);
    stop();
  });

  test('broadcasts its state every five seconds while it has followers', async () => {
    const { reported, hear, stop } = openTab();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(statesOf(reported)).toEqual([]);
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(5_000);
    const before = statesOf(reported).length;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(statesOf(reported).length - before).toBeGreaterThanOrEqual(8);
    const last = statesOf(reported).at(-1);
    expect(last).toMatchObject({ isHidden: false, count: 30, moving: 0, waitUntil: 0, partial: [], usesOverview: [] });
    expect(last?.health).toHaveLength(30);
    stop();
  });

  test('performs a follower’s refresh, and ignores answers and plans of other tabs', async () => {
    const { poller, readings, requested, hear, stop } = openTab();
    await vi.advanceTimersByTimeAsync(5_000);
    const [source] = sources;
    if (source) hear(answerOf(source, 'BUILDING'));
    hear(aState());
    expect(readings.statusOf(anId(0))?.state).toBe('DEPLOYED');
    expect(poller.getSnapshot().count).toBe(30);
    hear({ kind: 'refresh' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requested).toHaveLength(60);
    stop();
  });
});
