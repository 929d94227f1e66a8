import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeStatuses, type Statuses } from '#domain/environment/merge-statuses.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

const statusOf = (id: string, state: string): EnvironmentStatus => ({ id, state, lastDeploymentState: state });
const anyStatus = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  state: fc.constantFrom('DEPLOYED', 'BUILDING'),
  lastDeploymentState: fc.constantFrom('DEPLOYED', 'BUILDING'),
  lastDeploymentAt: fc.option(fc.nat(2), { nil: undefined }),
  configuration: fc.option(fc.constantFrom('UP_TO_DATE', 'OUT_OF_DATE'), { nil: undefined }),
});
const anyAnswer = fc.uniqueArray(anyStatus, { selector: ({ id }) => id });
const recordOf = (answer: readonly EnvironmentStatus[]): Statuses =>
  Object.fromEntries(answer.map((status) => [status.id, status]));
const never = () => undefined;

test('mergeStatuses adds and updates the statuses of the answer, and keeps the others', () => {
  const before = recordOf([statusOf('a', 'DEPLOYED'), statusOf('b', 'DEPLOYED')]);
  const after = mergeStatuses(before, [statusOf('b', 'BUILDING'), statusOf('c', 'READY')], 1, never);
  expect(Object.values(after).map(({ id, state }) => `${id} ${state}`)).toEqual([
    'a DEPLOYED',
    'b BUILDING',
    'c READY',
  ]);
  expect(after.a).toBe(before.a);
});

test('mergeStatuses replaces a status when the request is as new, and never when it is older', () => {
  const before = recordOf([statusOf('a', 'DEPLOYED')]);
  expect(mergeStatuses(before, [statusOf('a', 'BUILDING')], 4, () => 5)).toBe(before);
  expect(mergeStatuses(before, [statusOf('a', 'BUILDING')], 5, () => 5).a?.state).toBe('BUILDING');
});

test.each<Partial<EnvironmentStatus>>([
  { state: 'X' },
  { lastDeploymentState: 'X' },
  { lastDeploymentAt: 2 },
  { lastDeploymentId: 'X' },
  { durationSeconds: 2 },
  { origin: 'X' },
  { triggeredBy: 'X' },
  { configuration: 'X' },
])('mergeStatuses replaces a status when only %j differs', (change) => {
  const before = recordOf([statusOf('a', 'DEPLOYED')]);
  const status = { ...statusOf('a', 'DEPLOYED'), ...change };
  expect(mergeStatuses(before, [status], 1, never).a).toBe(status);
});

test('mergeStatuses returns the same object when the answer changes nothing', () => {
  fc.assert(
    fc.property(anyAnswer, fc.nat(), (answer, requestedAt) => {
      const before = recordOf(answer);
      expect(
        mergeStatuses(
          before,
          answer.map((status) => ({ ...status })),
          requestedAt,
          never,
        ),
      ).toBe(before);
    }),
  );
});

test('mergeStatuses keeps the answer to the newest request when answers arrive in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyAnswer, fc.nat(9))), (answers) => {
      let statuses: Statuses = {};
      const requestedAt = new Map<string, number>();
      const newest = new Map<string, EnvironmentStatus>();
      for (const [answer, at] of answers) {
        const before = statuses;
        statuses = mergeStatuses(before, answer, at, (id) => requestedAt.get(id));
        for (const status of answer) {
          if (at < (requestedAt.get(status.id) ?? 0)) continue;
          requestedAt.set(status.id, at);
          newest.set(status.id, status);
        }
        for (const [id, status] of Object.entries(statuses)) {
          expect(status).toEqual(newest.get(id));
          const previous = before[id];
          // An equal status stays the same object.
          if (previous !== undefined && JSON.stringify(previous) === JSON.stringify(status))
            expect(status).toBe(previous);
        }
      }
      expect(Object.keys(statuses).sort()).toEqual([...newest.keys()].sort());
    }),
  );
});
