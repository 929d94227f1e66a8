import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Deployment,
  isStuck,
  progressOf,
  runningSince,
  usualOfNewest,
  usualSeconds,
} from '#domain/environment/deployment.ts';

const aDeployment = (part: Partial<Deployment> = {}): Deployment => ({
  id: 'd',
  startedAt: 0,
  durationSeconds: 100,
  state: 'DEPLOYED',
  action: 'DEPLOY',
  origin: undefined,
  triggeredBy: undefined,
  ...part,
});
const lasting = (...seconds: readonly number[]) =>
  seconds.map((durationSeconds, index) => aDeployment({ id: String(index), durationSeconds }));
const always = () => true;

test('usualSeconds returns the median when there are at least three durations', () => {
  expect(usualSeconds([], always)).toBeUndefined();
  expect(usualSeconds(lasting(1, 2), always)).toBeUndefined();
  expect(usualSeconds(lasting(300, 1, 20), always)).toBe(20);
  expect(usualSeconds(lasting(4, 3, 2, 1), always)).toBe(2);
});

test('usualSeconds lies between the shortest and the longest duration, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 3 }), (seconds) => {
      const usual = usualSeconds(lasting(...seconds), always);
      expect(usual).toBeGreaterThanOrEqual(Math.min(...seconds));
      expect(usual).toBeLessThanOrEqual(Math.max(...seconds));
      expect(usualSeconds(lasting(...seconds).toReversed(), always)).toBe(usual);
    }),
  );
});

test('usualOfNewest ignores failed, canceled and running deployments, and those with another action', () => {
  const successful = lasting(100, 110, 120);
  const others = [
    aDeployment({ state: 'BUILD_ERROR', durationSeconds: 1 }),
    aDeployment({ state: 'CANCELED', durationSeconds: 1 }),
    aDeployment({ state: 'STOPPED', action: 'STOP', durationSeconds: 1 }),
    aDeployment({ state: 'DEPLOYED', durationSeconds: undefined }),
    aDeployment({ state: 'DEPLOYING', durationSeconds: undefined }),
  ];
  expect(usualOfNewest([...others, ...successful])).toBe(110);
  expect(usualOfNewest([...successful, ...others])).toBe(110);
  const stop = aDeployment({ state: 'STOPPING', action: 'STOP', durationSeconds: undefined });
  expect(usualOfNewest([...successful, stop])).toBeUndefined();
  expect(usualOfNewest([])).toBeUndefined();
});

test('usualOfNewest of a stop or a deletion comes from those that ended well', () => {
  const ended = (state: string, action: string | undefined, id: number) =>
    aDeployment({ id: `${id}`, state, action, durationSeconds: id });
  const stops = [10, 20, 30].map((id) => ended('STOPPED', 'STOP', id));
  expect(usualOfNewest([...stops, ended('STOPPING', 'STOP', 99)])).toBe(20);
  const deletions = [40, 50, 60].map((id) => ended('DELETED', 'DELETE', id));
  expect(usualOfNewest([...stops, ...deletions])).toBe(50);
  // Without the action of the newest deployment, all successful ones count.
  expect(usualOfNewest([...stops, ...deletions, ended('DEPLOYED', undefined, 90)])).toBe(40);
});

test('progressOf returns left, then over, then tooLong as time passes', () => {
  expect(progressOf(30, 100)).toEqual({ kind: 'left', seconds: 70, ratio: 0.3 });
  expect(progressOf(-5, 100)).toEqual({ kind: 'left', seconds: 100, ratio: 0 });
  expect(progressOf(100, 100)).toEqual({ kind: 'over' });
  expect(progressOf(200, 100)).toEqual({ kind: 'over' });
  expect(progressOf(200.1, 100)).toEqual({ kind: 'tooLong', usualSeconds: 100 });
  expect(progressOf(201, undefined)).toBeUndefined();
});

test('progressOf returns undefined when the start is more than a month ago or more than two minutes ahead', () => {
  const month = 30 * 86_400;
  expect(progressOf(month, 100)).toEqual({ kind: 'tooLong', usualSeconds: 100 });
  expect(progressOf(month + 1, 100)).toBeUndefined();
  expect(progressOf(-120, 100)).toEqual({ kind: 'left', seconds: 100, ratio: 0 });
  expect(progressOf(-121, 100)).toBeUndefined();
  expect(progressOf(-month - 1, 100)).toBeUndefined();
});

const NOW = Date.UTC(2026, 7, 3, 10);
const running = { state: 'DEPLOYING', lastDeploymentId: 'now' };
const transitionsAt = (at: number) => [
  { at, from: 'DEPLOYED', to: 'DEPLOYMENT_QUEUED' },
  { at: at + 10_000, from: 'DEPLOYMENT_QUEUED', to: 'DEPLOYING' },
];

test('runningSince returns the start in the history, or the observed transition when the history lacks it', () => {
  const history = [aDeployment({ id: 'now', state: 'BUILDING', startedAt: NOW, durationSeconds: undefined })];
  expect(runningSince(running, history, transitionsAt(NOW + 5_000))).toBe(NOW);
  expect(runningSince(running, lasting(1), transitionsAt(NOW + 5_000))).toBe(NOW + 5_000);
  expect(runningSince(running, undefined)).toBeUndefined();
  expect(runningSince(undefined, history)).toBeUndefined();
});

test('runningSince returns undefined when the deployment has finished, or when the transition belongs to an earlier one', () => {
  const history = [aDeployment({ id: 'now', state: 'DEPLOYED', startedAt: NOW })];
  expect(runningSince({ ...running, state: 'DEPLOYED' }, history, transitionsAt(NOW))).toBeUndefined();
  expect(runningSince(running, history)).toBeUndefined();
  const later = { ...running, lastDeploymentAt: NOW + 3_600_000 };
  expect(runningSince(later, undefined, transitionsAt(NOW))).toBeUndefined();
});

test('runningSince uses no other deployment of the history that seems to run', () => {
  const other = aDeployment({ id: 'other', state: 'DEPLOYING', startedAt: NOW - 60_000, durationSeconds: undefined });
  expect(runningSince(running, [other])).toBeUndefined();
  expect(runningSince({ ...running, lastDeploymentId: 'other' }, [other])).toBe(NOW - 60_000);
});

test('runningSince allows for a minute between the two clocks', () => {
  const dated = (lastDeploymentAt: number) => runningSince({ ...running, lastDeploymentAt }, [], transitionsAt(NOW));
  expect(dated(NOW + 60_000)).toBe(NOW);
  expect(dated(NOW + 60_001)).toBeUndefined();
});

test('isStuck is true after twice the usual time, and false when that time or the start is unknown', () => {
  const history = [
    ...lasting(100, 100, 100),
    aDeployment({ id: 'now', state: 'DEPLOYING', startedAt: NOW, durationSeconds: undefined }),
  ];
  expect(isStuck(running, history, [], NOW + 200_000)).toBe(false);
  expect(isStuck(running, history, [], NOW + 201_000)).toBe(true);
  expect(isStuck({ ...running, state: 'DEPLOYED' }, history, [], NOW + 201_000)).toBe(false);
  expect(isStuck(running, history.slice(1), [], NOW + 9_999_000)).toBe(false);
  expect(isStuck(running, undefined, transitionsAt(NOW), NOW + 9_999_000)).toBe(false);
  expect(isStuck(running, history, [], NOW + 365 * 86_400_000)).toBe(false);
});
