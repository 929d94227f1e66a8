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

test('what is new comes in, what is not in the answer stays', () => {
  const before = recordOf([statusOf('a', 'DEPLOYED'), statusOf('b', 'DEPLOYED')]);
  const after = mergeStatuses(before, [statusOf('b', 'BUILDING'), statusOf('c', 'READY')], 1, never);
  expect(Object.values(after).map(({ id, state }) => `${id} ${state}`)).toEqual([
    'a DEPLOYED',
    'b BUILDING',
    'c READY',
  ]);
  expect(after.a).toBe(before.a);
});

test('an older answer never replaces a newer one, one asked for at the same time does', () => {
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
])('%j alone is a change', (change) => {
  const before = recordOf([statusOf('a', 'DEPLOYED')]);
  const status = { ...statusOf('a', 'DEPLOYED'), ...change };
  expect(mergeStatuses(before, [status], 1, never).a).toBe(status);
});

test('an answer that says nothing new gives back the very same object', () => {
  fc.assert(
    fc.property(anyAnswer, fc.nat(), (answer, askedAt) => {
      const before = recordOf(answer);
      expect(
        mergeStatuses(
          before,
          answer.map((status) => ({ ...status })),
          askedAt,
          never,
        ),
      ).toBe(before);
    }),
  );
});

test('in whatever order answers come, the one asked for last stands', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyAnswer, fc.nat(9))), (answers) => {
      let statuses: Statuses = {};
      const askedAt = new Map<string, number>();
      const newest = new Map<string, EnvironmentStatus>();
      for (const [answer, at] of answers) {
        const before = statuses;
        statuses = mergeStatuses(before, answer, at, (id) => askedAt.get(id));
        for (const status of answer) {
          if (at < (askedAt.get(status.id) ?? 0)) continue;
          askedAt.set(status.id, at);
          newest.set(status.id, status);
        }
        for (const [id, status] of Object.entries(statuses)) {
          expect(status).toEqual(newest.get(id));
          const known = before[id];
          // An equal status keeps its identity.
          if (known !== undefined && JSON.stringify(known) === JSON.stringify(status)) expect(status).toBe(known);
        }
      }
      expect(Object.keys(statuses).sort()).toEqual([...newest.keys()].sort());
    }),
  );
});
