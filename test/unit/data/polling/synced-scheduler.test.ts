import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSyncedScheduler } from '#data/polling/synced-scheduler.ts';
import type { SharedState } from '#data/tabs/tab-messages.ts';
import { NEVER_REQUESTED } from '#domain/polling/source-health.ts';
import { openParts } from '#test/support/open-parts.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const [A, B] = [aProject('a'), aProject('b')];
const STATE: SharedState = {
  isOver: false,
  plan: { movingMs: 20_000, calmMs: 40_000, slowedDown: true },
  count: 9,
  moving: 2,
  nextAt: 77,
  waitUntil: 0,
  health: [],
  partial: [],
  usesOverview: [],
};

beforeEach(stubBrowser);
afterEach(unstubBrowser);

/** Returns the scheduler of a tab that shows `A`. */
function open({ isLeader = false } = {}) {
  const parts = openParts({ isLeader: () => isLeader, followers: [B] });
  parts.show(A);
  const actions = {
    isPaused: () => false,
    isLeader: () => isLeader,
    chosenPhase: () => 'hidden' as const,
    collectSources: vi.fn(() => parts.sources.collect()),
    schedule: vi.fn(),
    refresh: vi.fn(),
  };
  return { ...parts, actions, scheduler: createSyncedScheduler(parts, actions) };
}

describe('the leader’s state', () => {
  test('sets plan, health and waits of a follower, and the phase stays the one that the user chose', () => {
    const { scheduler, publisher, queue } = open();
    const until = Date.now() + 60_000;
    const health = { ...NEVER_REQUESTED, requestedAt: 5, observedAt: 6, attempt: 1 };
    scheduler.onLeaderState({ ...STATE, waitUntil: until, health: [[A.key, health]] });
    expect(publisher.getSnapshot()).toMatchObject({
      phase: 'hidden',
      plan: STATE.plan,
      count: 9,
      moving: 2,
      nextAt: 77,
    });
    expect(publisher.getSnapshot().health.get(A.key)).toEqual(health);
    expect(queue.blockedUntil(Date.now())).toBe(until);
  });

  test('reports a refused token, and its end', () => {
    const { scheduler, publisher } = open();
    scheduler.onLeaderState({ ...STATE, isOver: true });
    expect(publisher.getSnapshot().phase).toBe('ended');
    scheduler.onLeaderState(STATE);
    expect(publisher.getSnapshot().phase).toBe('hidden');
  });

  test('splits a project whose answers lack details, and names the plans of a link', () => {
    const { scheduler, publisher, sources, show } = open();
    const link = aProject('s', ['s'], { rank: 'shared' });
    show(aProject('p', ['x', 'y']), link);
    const shared = { movingMs: 1, calmMs: 2, slowedDown: false };
    scheduler.onLeaderState({ ...STATE, partial: ['p'], otherPlans: { shared, unknown: shared } });
    expect(sources.all.map(({ id }) => id)).toEqual(['x', 'y', 's', 'b']);
    expect(publisher.getSnapshot().sources.map(({ kind }) => kind)).toEqual(['environment', 'environment', 'project']);
    expect(publisher.getSnapshot().plans).toEqual(new Map([[link.key, shared]]));
  });
});

describe('an answer that the leader broadcasts', () => {
  test('becomes a reading, and is published', () => {
    const { scheduler, publisher, readings, lists } = open();
    const listener = vi.fn();
    publisher.subscribe(listener);
    const at = Date.now();
    scheduler.onFollowedAnswer({
      source: A,
      statuses: [{ id: 'a', state: 'BUILDING', lastDeploymentState: 'BUILDING' }],
      presentIds: ['a'],
      requestedAt: at,
      observedAt: at,
    });
    expect(readings.statusOf('a')?.state).toBe('BUILDING');
    expect(lists.requestedAtOf(A)).toBe(at);
    expect(listener).toHaveBeenCalledOnce();
  });

  test('proves that the API can be reached although the browser reports to be offline', () => {
    const { scheduler, publisher } = open();
    Object.assign(navigator, { onLine: false });
    scheduler.onLeaderState(STATE);
    expect(publisher.getSnapshot().phase).toBe('offline');
    scheduler.onFollowedAnswer({ source: A, statuses: [], presentIds: [], requestedAt: 1, observedAt: 1 });
    scheduler.onLeaderState(STATE);
    expect(publisher.getSnapshot().phase).toBe('hidden');
  });
});

test('plans again for a tab that waits for its sources, and only collects them for one that has left', () => {
  const { scheduler, actions } = open({ isLeader: true });
  scheduler.onFollowersChange(false);
  expect(actions.collectSources).toHaveBeenCalledOnce();
  expect(actions.schedule).not.toHaveBeenCalled();
  scheduler.onFollowersChange(true);
  expect(actions.collectSources).toHaveBeenCalledTimes(2);
  expect(actions.schedule).toHaveBeenCalledOnce();
});

test('returns when each source answered, 0 before, and only the sources of this tab’s board', async () => {
  const { scheduler, poll } = open({ isLeader: true });
  expect(scheduler.answeredAtOf(A)).toBe(0);
  expect(scheduler.ownSources()).toEqual([A]);
  const at = Date.now();
  await poll(A);
  expect(scheduler.answeredAtOf(A)).toBe(at);
});

test('hides an environment that another tab has dismissed', () => {
  const { scheduler, readings, publisher } = open();
  const at = Date.now();
  readings.apply({ source: A, statuses: [], presentIds: ['a', 'gone'], requestedAt: at, observedAt: at });
  expect(Object.keys(readings.members().a ?? {})).toContain('gone');
  const listener = vi.fn();
  publisher.subscribe(listener);
  scheduler.onHidden('gone');
  expect(Object.keys(readings.members().a ?? {})).toEqual(['a']);
  expect(listener).toHaveBeenCalledOnce();
});
