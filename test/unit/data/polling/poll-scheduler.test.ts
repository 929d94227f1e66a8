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
  const told: TabMessage[] = [];
  const stood: boolean[] = [];
  let lead = () => {};
  const asked: string[] = [];
  let hear = (_: TabMessage): void => {};
  let underWay = 0;
  let most = 0;
  const send: typeof fetch = async (input) => {
    const id = String(input).split('/')[2] ?? '';
    asked.push(id);
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
    broadcast: (message: TabMessage) => void told.push(message),
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
    told,
    stood,
    asked,
    stop,
    most: () => most,
    lead: () => lead(),
    hear: (message: TabMessage) => hear(message),
  };
}

test('asks everything once a attempt, six at a time, and each answer is a reading', async () => {
  const { readings, asked, most, stop } = openTab();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked.toSorted()).toEqual(sources.map(({ id }) => id));
  expect(most()).toBe(6);
  expect(Object.keys(readings.statuses())).toHaveLength(30);
  stop();
});

test('expects more to be heard until the last of a round has answered', async () => {
  const { poller, asked, stop } = openTab();
  const seen: boolean[] = [];
  poller.subscribe(() => seen.push(poller.getSnapshot().expectsMore));
  await vi.advanceTimersByTimeAsync(450);
  expect(asked).toHaveLength(30);
  expect(poller.getSnapshot().expectsMore).toBe(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(poller.getSnapshot().expectsMore).toBe(false);
  expect(seen.indexOf(false), 'told once, with the last answer').toBe(seen.length - 1);
  stop();
});

test('a tab that follows never knows whether it was told all', async () => {
  const { poller, stop } = openTab({ leads: false });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(poller.getSnapshot().expectsMore).toBe(true);
  stop();
});

test('asks nothing before it is started, and says so', async () => {
  const { before, told, asked, stop } = openTab();
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
  expect(told, 'who leads wants nothing of others').toEqual([]);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked, 'those that were under way').toHaveLength(6);
});

test('a pause in the middle of a round asks nothing more, and what is left comes after it', async () => {
  const { poller, asked, stop } = openTab();
  await vi.advanceTimersByTimeAsync(150);
  poller.setPaused(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(12);
  poller.setPaused(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(new Set(asked)).toEqual(new Set(sources.map(({ id }) => id)));
  stop();
});

test('tells nobody while no other tab listens, and everything known to one that comes', async () => {
  const { told, hear, stop } = openTab();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told.filter(({ kind }) => kind === 'answer' || kind === 'state')).toEqual([]);
  hear({ kind: 'subscribe', tab: 'other', sources, lacks: sources.map(({ key }) => key) });
  await vi.waitFor(() => expect(told.filter(({ kind }) => kind === 'answer')).toHaveLength(60));
  expect(told.some(({ kind }) => kind === 'state')).toBe(true);
  stop();
});

type State = Extract<TabMessage, { kind: 'state' }>;

/** Returns a follower tab. */
function openFollower() {
  const told: TabMessage[] = [];
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
    broadcast: (message) => void told.push(message),
    join: (on) => {
      hear = on.message;
      lead = on.change;
      return () => {};
    },
  };
  const poller = new PollScheduler({ client, api, readings, tabs, perHour: () => 1_000 });
  poller.setSources(sources);
  expect(told, 'before it is started').toEqual([]);
  const stop = poller.start();
  poller.setSources(sources.slice(0, 2));
  return {
    poller,
    readings,
    told,
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
const wantsOf = (told: readonly TabMessage[]) => told.filter(({ kind }) => kind === 'subscribe');
const statesOf = (told: readonly TabMessage[]) => told.filter((one): one is State => one.kind === 'state');

describe('a tab in which another leads', () => {
  test('asks nothing, says what it wants when it comes and every five seconds, and bids farewell', async () => {
    const { told, send, stop, hear } = openFollower();
    expect(wantsOf(told).at(-1)).toMatchObject({ sources: sources.slice(0, 2) });
    told.length = 0;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(wantsOf(told)).toHaveLength(1);
    hear({ kind: 'discover' });
    expect(wantsOf(told)).toHaveLength(2);
    stop();
    expect(told.at(-1)?.kind).toBe('leave');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wantsOf(told)).toHaveLength(2);
    expect(send).not.toHaveBeenCalled();
  });

  test('shows what that one tells: the plan, the pace, how each source goes and every answer', () => {
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
    const told = vi.fn();
    poller.subscribe(told);
    hear(answerOf(source, 'BUILDING'));
    expect(readings.statusOf(source.id)?.state).toBe('BUILDING');
    expect(told).toHaveBeenCalledOnce();
    poller.setPaused(true);
    hear(answerOf(source, 'DEPLOYED'));
    expect(readings.statusOf(source.id)?.state).toBe('BUILDING');
    stop();
  });

  test('takes the word of that one for whether the token was refused, whatever its own sources say', () => {
    const { poller, stop, hear } = openFollower();
    const refused = { ...NEVER_REQUESTED, requestedAt: 5, failure: { kind: 'unauthorized' } as const, failures: 1 };
    const health = sources.slice(0, 2).map(({ key }): [string, typeof refused] => [key, refused]);
    hear(aState({ health }));
    expect(poller.getSnapshot().phase).toBe('live');
    hear(aState({ health, isOver: true }));
    expect(poller.getSnapshot().phase).toBe('ended');
    hear(aState({ health: [] }));
    expect(poller.getSnapshot().phase).toBe('live');
    stop();
  });

  test('shows the environments one by one where a project tells too little', () => {
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

  test('takes over from one that is silent for a quarter of a minute, and not while it speaks', async () => {
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

  test('takes over from one that is hidden, unless it is hidden itself: then from no one', async () => {
    const { takeOver, stop, hear } = openFollower();
    hear(aState({ isHidden: true }));
    expect(takeOver).toHaveBeenCalledOnce();
    Object.assign(document, { hidden: true });
    hear(aState({ isHidden: true }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(takeOver).toHaveBeenCalledOnce();
    stop();
  });

  test('asks nobody who is there', () => {
    const { told, lead, stop } = openFollower();
    lead();
    expect(told.map(({ kind }) => kind)).not.toContain('discover');
    stop();
  });

  test('asks for every answer that it lacks as soon as its channel is open', () => {
    const { told, lead, stop } = openFollower();
    told.length = 0;
    lead();
    const keys = sources.slice(0, 2).map(({ key }) => key);
    expect(wantsOf(told)).toMatchObject([{ lacks: keys }]);
    stop();
  });

  test('asks for the answers of a pause when it is resumed', () => {
    const { poller, told, stop } = openFollower();
    poller.setPaused(true);
    told.length = 0;
    poller.setPaused(false);
    expect(wantsOf(told)).toMatchObject([{ lacks: sources.slice(0, 2).map(({ key }) => key) }]);
    stop();
  });

  test('asks for an answer that got lost, once the other tab says that it has it', async () => {
    const { told, hear, stop } = openFollower();
    const [first, second] = sources;
    if (!first || !second) return;
    hear(answerOf(first, 'DEPLOYED'));
    hear(answerOf(second, 'DEPLOYED'));
    await vi.advanceTimersByTimeAsync(1_000);
    told.length = 0;
    const heard = (at: number) => ({ ...NEVER_REQUESTED, requestedAt: at, observedAt: at });
    hear(aState({ health: [[first.key, heard(Date.now() - 2_000)]] }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(wantsOf(told)).toMatchObject([{ lacks: [] }]);
    hear(aState({ health: [[second.key, heard(Date.now())]] }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(wantsOf(told)).toMatchObject([{ lacks: [] }, { lacks: [second.key] }]);
    stop();
  });

  test('has a refresh done by that one, and neither does it nor hears of wants', () => {
    const { poller, told, stop, hear } = openFollower();
    poller.setPaused(true);
    hear({ kind: 'refresh' });
    hear({ kind: 'subscribe', tab: 'other', sources, lacks: [] });
    expect(poller.getSnapshot().phase).toBe('paused');
    poller.refresh();
    expect(told.filter(({ kind }) => kind === 'refresh')).toHaveLength(1);
    expect(poller.getSnapshot().phase).toBe('live');
    expect(poller.getSnapshot().count).toBe(0);
    stop();
  });
});

describe('a tab that leads', () => {
  const [mine, theirs] = [sources.slice(0, 1), sources.slice(0, 2)];

  test('asks who is there as soon as it leads', () => {
    const { told, lead, stop } = openTab();
    expect(told).toEqual([]);
    lead();
    expect(told).toEqual([{ kind: 'discover' }]);
    stop();
  });

  test('stands for the lead while it polls, tries or has ended, and not while it is paused', async () => {
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

  test('tells the others when its token was refused, and keeps the lead', async () => {
    const { poller, stood, told, hear, stop } = openTab({ isRefused: true });
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(poller.getSnapshot().phase).toBe('ended');
    expect(statesOf(told)[0]?.isOver).toBe(false);
    expect(statesOf(told).at(-1)?.isOver).toBe(true);
    expect(stood.at(-1)).toBe(true);
    stop();
  });

  test('asks for the others too, and no more once they left or were silent for a minute', async () => {
    const { poller, asked, hear, stop } = openTab();
    poller.setSources(mine);
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(poller.getSnapshot()).toMatchObject({ count: 2, sources: mine });
    expect(asked.slice(0, 7)).toContain(anId(1));
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

  test('gives a sign of life every five seconds while others listen', async () => {
    const { told, hear, stop } = openTab();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(statesOf(told)).toEqual([]);
    hear({ kind: 'subscribe', tab: 'other', sources: theirs, lacks: [] });
    await vi.advanceTimersByTimeAsync(5_000);
    const before = statesOf(told).length;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(statesOf(told).length - before).toBeGreaterThanOrEqual(8);
    const last = statesOf(told).at(-1);
    expect(last).toMatchObject({ isHidden: false, count: 30, moving: 0, waitUntil: 0, partial: [], usesOverview: [] });
    expect(last?.health).toHaveLength(30);
    stop();
  });

  test('does what it hears of a refresh, and takes no answer or plan from others', async () => {
    const { poller, readings, asked, hear, stop } = openTab();
    await vi.advanceTimersByTimeAsync(5_000);
    const [source] = sources;
    if (source) hear(answerOf(source, 'BUILDING'));
    hear(aState());
    expect(readings.statusOf(anId(0))?.state).toBe('DEPLOYED');
    expect(poller.getSnapshot().count).toBe(30);
    hear({ kind: 'refresh' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(60);
    stop();
  });
});
