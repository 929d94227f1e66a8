import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { skewNow, takeSkew } from '#browser/server-now.ts';
import { createSyncedScheduler } from '#data/polling/synced-scheduler.ts';
import { TabSync } from '#data/polling/tab-sync.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import type { HistoryExchange } from '#data/session.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { NO_SKEW } from '#domain/server-clock.ts';
import { openParts } from '#test/support/open-parts.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const HEARTBEAT_MS = 5_000;
const [A, B] = [aProject('a'), aProject('b')];

const ends: (() => void)[] = [];
beforeEach(stubBrowser);
afterEach(() => {
  for (const end of ends.splice(0)) end();
  takeSkew(NO_SKEW);
  unstubBrowser();
});

const deliver = () => vi.advanceTimersByTimeAsync(0);

/** Opens a tab that shows `sources`. The first tab leads. It polls only what the test polls. */
async function openTab(...sources: readonly PollSource[]) {
  const coordinator = openTabCoordinator('sync');
  const tab = { isPaused: false };
  const actions = {
    isPaused: () => tab.isPaused,
    isLeader: coordinator.isLeader,
    chosenPhase: () => 'live' as const,
    collectSources: () => parts.sources.collect(),
    schedule: vi.fn(),
    refresh: vi.fn(),
  };
  const parts = openParts({ isLeader: coordinator.isLeader });
  const sync = new TabSync({
    tabs: coordinator,
    readings: parts.readings,
    scheduler: createSyncedScheduler(parts, actions),
  });
  parts.show(...sources);
  const close = sync.start();
  ends.push(close);
  coordinator.setCandidate(true);
  await deliver();
  /** Polls a source, as the leader does, and broadcasts the answer. */
  const answer = (source: PollSource, state: string, at = Date.now()) => {
    const statuses = source.environmentIds.map((id) => ({ id, state, lastDeploymentState: state }));
    const one = { source, statuses, presentIds: source.environmentIds, requestedAt: at, observedAt: at };
    parts.readings.apply(one);
    parts.lists.noteAnswer(one);
    sync.broadcastAnswer(one);
  };
  const stateOf = (id: string) => parts.readings.statusOf(id)?.state;
  return { ...parts, tab, actions, sync, coordinator, close, answer, stateOf };
}

/** Opens a leader and a follower that has subscribed. */
async function openTwo(sources: readonly PollSource[] = [A]) {
  const leader = await openTab(...sources);
  const follower = await openTab(...sources);
  follower.sync.subscribeToAll();
  await deliver();
  expect([leader.sync.isLeader(), follower.sync.isLeader()]).toEqual([true, false]);
  return { leader, follower };
}

describe('the sources of a follower', () => {
  test('reach the leader, which plans again for them, until the follower closes', async () => {
    const leader = await openTab(A);
    const follower = await openTab(B);
    expect(leader.actions.schedule, 'it leads').toHaveBeenCalledOnce();
    leader.actions.schedule.mockClear();
    expect(leader.sync.followers.isEmpty).toBe(true);
    follower.sync.subscribeToNew();
    await deliver();
    expect(leader.sync.followerEnvironments()).toEqual(['b']);
    expect(leader.actions.schedule).toHaveBeenCalledOnce();
    follower.close();
    await deliver();
    expect(leader.sync.followerEnvironments()).toEqual([]);
    expect(leader.actions.schedule, 'nothing new is due').toHaveBeenCalledOnce();
  });

  test('reach a new leader at once, and the new leader continues with the readings of the former one', async () => {
    const { leader, follower } = await openTwo();
    const third = await openTab(B);
    follower.tab.isPaused = true;
    leader.answer(A, 'BUILDING');
    leader.readings.persistLater();
    await deliver();
    expect(follower.stateOf('a')).toBeUndefined();
    leader.close();
    await deliver();
    expect(follower.stateOf('a')).toBe('BUILDING');
    expect(follower.sync.isLeader()).toBe(true);
    expect(follower.sync.followerEnvironments()).toEqual(['b']);
    expect(follower.actions.schedule).toHaveBeenCalled();
    expect(third.sync.isLeader()).toBe(false);
  });

  test('are not sent by the leader, nor by a tab that has left', async () => {
    const { leader, follower } = await openTwo();
    const [byLeader, byFollower] = [leader, follower].map(({ coordinator }) => vi.spyOn(coordinator, 'broadcast'));
    follower.sync.subscribeToAll();
    leader.sync.subscribeToAll();
    expect(byFollower).toHaveBeenCalledOnce();
    expect(byLeader).not.toHaveBeenCalled();
    await deliver();
    expect(leader.sync.followerEnvironments()).toEqual(['a']);
    follower.close();
    byFollower?.mockClear();
    follower.sync.subscribeToAll();
    expect(byFollower).not.toHaveBeenCalled();
    await deliver();
    expect(leader.sync.followerEnvironments()).toEqual([]);
  });

  test('reach the tab that took over, from the former leader too, which requests all answers again', async () => {
    const { leader, follower } = await openTwo();
    const broadcast = vi.spyOn(leader.coordinator, 'broadcast');
    follower.coordinator.takeOver();
    await deliver();
    expect(leader.sync.isLeader()).toBe(false);
    expect(follower.sync.followerEnvironments()).toEqual(['a']);
    expect(broadcast.mock.calls.map(([message]) => message)).toContainEqual(
      expect.objectContaining({ kind: 'subscribe', lacks: [A.key] }),
    );
    expect(broadcast.mock.calls.map(([{ kind }]) => kind)).not.toContain('discover');
  });
});

describe('answers', () => {
  test('reach a follower as the leader receives them', async () => {
    const { leader, follower } = await openTwo();
    leader.answer(A, 'BUILDING');
    await deliver();
    expect(follower.stateOf('a')).toBe('BUILDING');
  });

  test('are replayed to a tab that opens later, with the histories', async () => {
    const leader = await openTab(A);
    leader.answer(A, 'BUILDING');
    const history: readonly Deployment[] = [
      {
        id: 'd',
        state: 'DEPLOYED',
        startedAt: undefined,
        durationSeconds: undefined,
        action: undefined,
        origin: undefined,
        triggeredBy: undefined,
      },
    ];
    leader.sync.exchangeHistories({ historyOf: (id) => (id === 'a' ? history : undefined), receive: () => {} });
    const follower = await openTab(A, B);
    const receive = vi.fn<HistoryExchange['receive']>();
    follower.sync.exchangeHistories({ historyOf: () => undefined, receive });
    expect(follower.stateOf('a')).toBeUndefined();
    follower.sync.subscribeToNew();
    await deliver();
    expect(follower.stateOf('a')).toBe('BUILDING');
    expect(receive).toHaveBeenCalledExactlyOnceWith('a', history);
  });

  test('are replayed to a tab that shows one more source: those of that source only, and no history that is unknown', async () => {
    const leader = await openTab(A);
    leader.answer(A, 'BUILDING');
    leader.answer(B, 'DEPLOYED');
    const follower = await openTab(A);
    follower.sync.subscribeToNew();
    await deliver();
    expect([follower.stateOf('a'), follower.stateOf('b')]).toEqual(['BUILDING', undefined]);
    leader.sync.exchangeHistories({ historyOf: () => undefined, receive: () => {} });
    const broadcast = vi.spyOn(leader.coordinator, 'broadcast');
    follower.show(A, B);
    follower.sync.subscribeToNew();
    await deliver();
    expect(follower.stateOf('b')).toBe('DEPLOYED');
    expect(new Set(broadcast.mock.calls.map(([{ kind }]) => kind))).toEqual(new Set(['answer']));
    const ids = broadcast.mock.calls.map(([message]) => message.kind === 'answer' && message.presentIds);
    expect(ids.flat()).not.toContain('a');
  });

  test('are replayed with the time of their request, by the server’s clock', async () => {
    const leader = await openTab(A);
    takeSkew({ ms: 90_000, isCertain: true });
    const at = Date.now() - 90_000;
    leader.answer(A, 'BUILDING', at);
    const follower = await openTab(A);
    await vi.advanceTimersByTimeAsync(1_000);
    follower.sync.subscribeToNew();
    await deliver();
    expect(follower.readings.observationOf('a')?.requestedAt).toBe(at);
    expect(follower.lists.requestedAtOf(A)).toBe(at + 90_000);
    expect(Object.keys(follower.readings.members())).toEqual(['a']);
  });

  test('are not requested again before the leader has any', async () => {
    const { leader, follower } = await openTwo();
    const broadcast = vi.spyOn(follower.coordinator, 'broadcast');
    const lacked = () => broadcast.mock.calls.map(([message]) => message.kind === 'subscribe' && message.lacks);
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    expect(lacked()).toEqual([[]]);
    await leader.poll(A);
    leader.sync.broadcastState();
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    expect(lacked()).toEqual([[], [A.key]]);
  });

  test('that a frozen tab lost are replayed after its next heartbeat, and others are not', async () => {
    const { leader, follower } = await openTwo([A, B]);
    await leader.poll(A, B);
    leader.answer(A, 'BUILDING');
    leader.answer(B, 'DEPLOYED');
    await deliver();
    await vi.advanceTimersByTimeAsync(1_000);
    follower.tab.isPaused = true;
    await leader.poll(A);
    leader.answer(A, 'STOPPED');
    await deliver();
    follower.tab.isPaused = false;
    expect(follower.stateOf('a')).toBe('BUILDING');
    const applied = vi.spyOn(follower.readings, 'apply');
    leader.sync.broadcastState();
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    expect(follower.stateOf('a')).toBe('STOPPED');
    expect(new Set(applied.mock.calls.map(([{ source }]) => source.id))).toEqual(new Set(['a']));
  });

  test('are ignored by a paused follower, which requests none', async () => {
    const leader = await openTab(A);
    leader.answer(A, 'BUILDING');
    const follower = await openTab(A);
    follower.tab.isPaused = true;
    const replayed = vi.spyOn(leader.coordinator, 'broadcast');
    follower.sync.subscribeToAll();
    await deliver();
    expect(leader.sync.followers.isEmpty, 'its sources are still polled').toBe(false);
    expect(replayed).not.toHaveBeenCalled();
    leader.answer(A, 'DEPLOYED', Date.now() + 1);
    await deliver();
    expect(follower.stateOf('a')).toBeUndefined();
    follower.tab.isPaused = false;
    follower.sync.subscribeToAll();
    await deliver();
    expect(follower.stateOf('a')).toBe('DEPLOYED');
  });

  test('and states are not broadcast by a leader without followers', async () => {
    const leader = await openTab(A);
    const broadcast = vi.spyOn(leader.coordinator, 'broadcast');
    leader.answer(A, 'BUILDING');
    leader.sync.broadcastState();
    leader.sync.broadcastHistory('a', []);
    expect(broadcast).not.toHaveBeenCalled();
    leader.sync.followers.take('other', [A], Date.now());
    leader.answer(A, 'DEPLOYED');
    leader.sync.broadcastState();
    leader.sync.broadcastHistory('a', []);
    expect(broadcast.mock.calls.map(([{ kind }]) => kind)).toEqual(['answer', 'state', 'history']);
  });
});

describe('the leader’s state', () => {
  test('reaches followers with the error of the clock, which only the leader can measure', async () => {
    const { leader, follower } = await openTwo();
    leader.publisher.publish({ count: 7, nextAt: 77 });
    takeSkew({ ms: 90_000, isCertain: true });
    leader.sync.broadcastState();
    takeSkew(NO_SKEW);
    await deliver();
    expect(skewNow().ms).toBe(90_000);
    expect(follower.publisher.getSnapshot()).toMatchObject({ count: 7, nextAt: 77 });
  });

  test('is applied when the leader has measured no error of the clock', async () => {
    const { leader, follower } = await openTwo();
    takeSkew({ ms: 90_000, isCertain: true });
    const broadcast = vi.spyOn(leader.coordinator, 'broadcast');
    leader.publisher.publish({ count: 7 });
    leader.sync.broadcastState();
    const [state] = broadcast.mock.calls.map(([message]) => message).filter(({ kind }) => kind === 'state');
    if (state?.kind !== 'state') throw new Error('no state');
    leader.coordinator.broadcast({ ...state, skew: undefined, count: 8 });
    await deliver();
    expect(follower.publisher.getSnapshot().count).toBe(8);
    expect(skewNow().ms).toBe(90_000);
  });

  test('follows each heartbeat, unless it was broadcast since', async () => {
    const { leader } = await openTwo();
    const broadcast = vi.spyOn(leader.coordinator, 'broadcast');
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    expect(broadcast.mock.calls.filter(([{ kind }]) => kind === 'state')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS - 1_000);
    leader.sync.broadcastState();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(broadcast.mock.calls.filter(([{ kind }]) => kind === 'state')).toHaveLength(2);
  });
});

describe('a follower takes over', () => {
  test('from a leader that is silent for more than 15 seconds, and not while it is hidden itself', async () => {
    const { leader, follower } = await openTwo();
    const takeOver = vi.spyOn(follower.coordinator, 'takeOver');
    vi.spyOn(leader.coordinator, 'broadcast').mockImplementation(() => {});
    Object.assign(document, { hidden: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(takeOver).not.toHaveBeenCalled();
    Object.assign(document, { hidden: false });
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    expect(takeOver).toHaveBeenCalledOnce();
    expect([leader.sync.isLeader(), follower.sync.isLeader()]).toEqual([false, true]);
  });

  test('from a leader that is silent for more than three minutes, also while it is hidden, as a wall may be', async () => {
    const { leader, follower } = await openTwo();
    const takeOver = vi.spyOn(follower.coordinator, 'takeOver');
    vi.spyOn(leader.coordinator, 'broadcast').mockImplementation(() => {});
    Object.assign(document, { hidden: true });
    await vi.advanceTimersByTimeAsync(180_000);
    expect(takeOver).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MS);
    expect([leader.sync.isLeader(), follower.sync.isLeader()]).toEqual([false, true]);
    Object.assign(document, { hidden: false });
  });

  test('from a hidden leader when it is visible itself', async () => {
    const { leader, follower } = await openTwo();
    leader.sync.broadcastState();
    await deliver();
    expect(follower.sync.isLeader()).toBe(false);
    Object.assign(document, { hidden: true });
    leader.sync.broadcastState();
    Object.assign(document, { hidden: false });
    await deliver();
    expect(follower.sync.isLeader()).toBe(true);
  });
});

test('plans again after the machine slept or the clock was set, and not with each heartbeat', async () => {
  const { actions } = await openTab(A);
  await vi.advanceTimersByTimeAsync(10 * HEARTBEAT_MS);
  actions.schedule.mockClear();
  await vi.advanceTimersByTimeAsync(10 * HEARTBEAT_MS);
  expect(actions.schedule).not.toHaveBeenCalled();
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(actions.schedule).toHaveBeenCalledOnce();
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(actions.schedule).toHaveBeenCalledTimes(2);
  vi.setSystemTime(Date.now() + HEARTBEAT_MS);
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(actions.schedule, 'a heartbeat that is as late as two').toHaveBeenCalledTimes(2);
  vi.setSystemTime(Date.now() + HEARTBEAT_MS + 1);
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(actions.schedule).toHaveBeenCalledTimes(3);
});

test('persists the readings and leaves the others when the page is hidden for good', async () => {
  const { leader } = await openTwo();
  leader.answer(A, 'BUILDING');
  leader.readings.persistLater();
  const storedState = () => new ReadingStore(leader.api).statusOf('a')?.state;
  expect(storedState()).toBeUndefined();
  expect(leader.sync.followers.isEmpty).toBe(false);
  dispatchEvent(new Event('pagehide'));
  await deliver();
  expect(storedState()).toBe('BUILDING');
  expect(leader.sync.followers.isEmpty).toBe(true);
});

test('persists nothing when the page is hidden after its tab has left', async () => {
  const { leader } = await openTwo();
  leader.close();
  leader.answer(A, 'BUILDING');
  leader.readings.persistLater();
  dispatchEvent(new Event('pagehide'));
  await deliver();
  const storedState = () => new ReadingStore(leader.api).statusOf('a')?.state;
  expect(storedState()).toBeUndefined();
  leader.readings.persist();
  expect(storedState()).toBe('BUILDING');
});

test('passes histories and dismissed environments to the leader, which requests nothing for them', async () => {
  const { leader, follower } = await openTwo();
  const at = Date.now();
  leader.readings.apply({ source: A, statuses: [], presentIds: ['a', 'gone'], requestedAt: at, observedAt: at });
  const receive = vi.fn<HistoryExchange['receive']>();
  leader.sync.exchangeHistories({ historyOf: () => undefined, receive });
  follower.sync.broadcastHistory('a', []);
  follower.coordinator.broadcast({ kind: 'dismiss', id: 'gone' });
  await deliver();
  expect(receive).toHaveBeenCalledExactlyOnceWith('a', []);
  expect(Object.keys(leader.readings.members().a ?? {})).toEqual(['a']);
  expect(leader.actions.refresh).not.toHaveBeenCalled();
});

test('passes a refresh to the leader only, and a dismissed environment to every tab', async () => {
  const { leader, follower } = await openTwo();
  const at = Date.now();
  for (const { readings } of [leader, follower])
    readings.apply({ source: A, statuses: [], presentIds: ['a', 'gone'], requestedAt: at, observedAt: at });
  follower.coordinator.broadcast({ kind: 'refresh' });
  leader.coordinator.broadcast({ kind: 'refresh' });
  await deliver();
  expect(leader.actions.refresh).toHaveBeenCalledOnce();
  expect(follower.actions.refresh).not.toHaveBeenCalled();
  leader.coordinator.broadcast({ kind: 'dismiss', id: 'gone' });
  await deliver();
  expect(Object.keys(follower.readings.members().a ?? {})).toEqual(['a']);
});
