import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_READINGS, parseReadings, readingsText, rowText } from '#data/readings/reading-rows.ts';
import type { Observation } from '#domain/environment/observation.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const anyMs = fc.integer({ min: 0, max: 8_640_000_000_000_000 });
const anyStatus: fc.Arbitrary<EnvironmentStatus> = fc.record({
  id: fc.uuid(),
  state: fc.string(),
  lastDeploymentState: fc.string(),
  lastDeploymentAt: maybe(anyMs),
  lastDeploymentId: maybe(fc.string()),
  durationSeconds: maybe(fc.nat()),
  origin: maybe(fc.string()),
  triggeredBy: maybe(fc.string()),
  configuration: maybe(fc.string()),
});
const anyObservation: fc.Arbitrary<Observation> = fc.record({
  observedAt: anyMs,
  requestedAt: anyMs,
  since: anyMs,
  isSinceSeen: fc.boolean(),
  transitions: fc.array(fc.record({ at: anyMs, from: fc.string(), to: fc.string() }), { maxLength: 3 }),
  isPersisted: fc.boolean(),
});

test('every reading survives the storage, as one that any answer replaces', () => {
  fc.assert(
    fc.property(anyStatus, anyObservation, (status, observation) => {
      const { statuses, observations } = parseReadings(readingsText([rowText(status, observation)], '{}'));
      expect(statuses).toEqual({ [status.id]: status });
      expect(observations.get(status.id)).toEqual({ ...observation, requestedAt: 0, isPersisted: true });
    }),
  );
});

test('returns the lists of projects, and those of an older version as ones that any answer replaces', () => {
  const members = { a: null, b: 1_000 };
  const projects = { p: { askedAt: 5, members } };
  expect(parseReadings(readingsText([], JSON.stringify(projects))).projects).toEqual(projects);
  const older = { version: 2, rows: [], members: { p: members } };
  expect(parseReadings(JSON.stringify(older)).projects).toEqual({ p: { askedAt: 0, members } });
});

const good = readingsText(
  [
    rowText(
      { id: 'a', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' },
      { observedAt: 1, requestedAt: 1, since: 1, isSinceSeen: true, transitions: [], isPersisted: false },
    ),
  ],
  '{}',
);

test.each([
  ['is missing', undefined],
  ['was cut off', good.slice(0, -3)],
  ['has another version', good.replace('"version":3', '"version":4')],
  ['has a row of another form', good.replace('"DEPLOYED"', '7')],
  ['has a time that is no number', good.replace('true', '"yes"')],
])('returns no readings when the stored text %s', (_, text) => {
  expect(Object.keys(parseReadings(good).statuses)).toEqual(['a']);
  expect(text).not.toBe(good);
  expect(parseReadings(text)).toEqual(NO_READINGS);
});
