import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openParts } from '#test/support/open-parts.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const [A, B] = [aProject('a'), aProject('b')];

beforeEach(stubBrowser);
afterEach(unstubBrowser);

test('notifies listeners of a new snapshot, which keeps the parts that were published before', () => {
  const { publisher, show } = openParts();
  show(A);
  const listener = vi.fn();
  const stop = publisher.subscribe(listener);
  const before = publisher.getSnapshot();
  publisher.publish({ phase: 'paused', count: 7 });
  expect(listener).toHaveBeenCalledOnce();
  expect(publisher.getSnapshot()).not.toBe(before);
  publisher.publish({ phase: 'live' });
  expect(publisher.getSnapshot()).toMatchObject({ phase: 'live', count: 7, sources: [A] });
  stop();
  publisher.publish({});
  expect(listener).toHaveBeenCalledTimes(2);
});

test('publishes the health of an answered source, and counts the hour only with the whole state', async () => {
  const { publisher, show, poll, planner } = openParts();
  show(A);
  publisher.publish({ phase: 'live' });
  const before = publisher.getSnapshot();
  await poll(A);
  const isHourSpent = vi.spyOn(planner, 'isHourSpent');
  const listener = vi.fn();
  const stop = publisher.subscribe(listener);
  publisher.publishAnswer();
  stop();
  expect(listener).toHaveBeenCalledOnce();
  const { health } = publisher.getSnapshot();
  expect(health.get(A.key)?.observedAt).toBeDefined();
  expect(publisher.getSnapshot()).toEqual({ ...before, health });
  expect(isHourSpent).not.toHaveBeenCalled();
  publisher.publish({});
  expect(isHourSpent).toHaveBeenCalledOnce();
});

test('shows this tab’s sources with their health, and those of other tabs only as a number', async () => {
  const { publisher, show, poll, planner } = openParts({ followers: [B] });
  show(A);
  await poll(A, B);
  publisher.publish(planner.plan(undefined).part);
  const { sources, count, health } = publisher.getSnapshot();
  expect(sources).toEqual([A]);
  expect(count).toBe(2);
  expect(health.get(A.key)?.observedAt).toBeDefined();
});

test('expects more answers while a request is in flight, and always in a follower', async () => {
  let isLeader = true;
  const { publisher, queue } = openParts({ isLeader: () => isLeader });
  const expectsMore = () => {
    publisher.publish({});
    return publisher.getSnapshot().expectsMore;
  };
  expect(expectsMore()).toBe(false);
  queue.replaceQueue([A]);
  expect(expectsMore()).toBe(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(expectsMore()).toBe(false);
  isLeader = false;
  expect(expectsMore()).toBe(true);
});

test('reports the requests an hour of its own plan, and in a follower of the plan that the leader broadcasts', async () => {
  let isLeader = true;
  const { publisher, planner, show, poll } = openParts({ isLeader: () => isLeader });
  show(A, B);
  await poll(A, B);
  planner.plan(undefined);
  const own = publisher.plannedPerHour();
  expect(own).toBeCloseTo(2 * 120);
  isLeader = false;
  publisher.publish({ plan: { movingMs: 20_000, calmMs: 40_000, slowedDown: true }, count: 9, moving: 2 });
  expect(publisher.plannedPerHour()).toBeCloseTo(2 * 180 + 7 * 90);
  isLeader = true;
  expect(publisher.plannedPerHour()).toBe(own);
});

test('gives a follower with the shared state all that it needs to show the same', async () => {
  const leader = openParts();
  const link = aProject('s', ['s'], { rank: 'shared' });
  leader.show(A, link);
  await leader.poll(A, link);
  leader.publisher.publish({ ...leader.planner.plan(undefined).part, nextAt: 77 });
  const { isOver, otherPlans, plan, count, moving, nextAt, ...queueState } = leader.publisher.sharedState();
  expect(isOver).toBe(false);
  const follower = openParts({ isLeader: () => false });
  follower.show(A, link);
  follower.queue.importState(queueState);
  follower.planner.otherPlans = otherPlans;
  follower.publisher.publish({ plan, count, moving, nextAt });
  const shown = follower.publisher.getSnapshot();
  expect(shown).toEqual({ ...leader.publisher.getSnapshot(), expectsMore: true });
  expect(shown.plans?.has(link.key)).toBe(true);
  leader.publisher.publish({ phase: 'ended' });
  expect(leader.publisher.sharedState().isOver).toBe(true);
});
