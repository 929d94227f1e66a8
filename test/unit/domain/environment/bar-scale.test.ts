import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsOf } from '#domain/environment/bar-scale.ts';
import type { Deployment } from '#domain/environment/deployment.ts';

const lasting = (...seconds: readonly (number | undefined)[]): readonly Deployment[] =>
  seconds.map((durationSeconds, index) => ({
    id: String(index),
    startedAt: undefined,
    durationSeconds,
    state: 'DEPLOYED',
    action: undefined,
    origin: undefined,
    triggeredBy: undefined,
  }));
const ratiosOf = (history: readonly Deployment[]) => barsOf(history).bars.map(({ ratio }) => ratio);

test('bars of equal durations have half the height, and a longer one is full', () => {
  expect(ratiosOf(lasting(60, 60, 60))).toEqual([0.5, 0.5, 0.5]);
  expect(ratiosOf(lasting(60, 60, 180))).toEqual([1 / 3, 1 / 3, 1]);
});

test('a bar of a very long deployment is cut, and the other bars keep their height', () => {
  const { bars, fullSeconds } = barsOf(lasting(60, 36_000, 60));
  expect(fullSeconds).toBe(240);
  expect(bars.map(({ ratio, isCut }) => [ratio, isCut])).toEqual([
    [0.25, false],
    [1, true],
    [0.25, false],
  ]);
});

test('a bar of an unknown duration has the median height, or half the height when no duration is known', () => {
  expect(ratiosOf(lasting(60, 60, undefined))).toEqual([0.5, 0.5, 0.5]);
  expect(barsOf(lasting(undefined))).toMatchObject({ bars: [{ ratio: 0.5 }], fullSeconds: undefined });
  expect(barsOf([]).bars).toEqual([]);
});

test('every bar is visible and fits, and a longer duration never has a lower bar', () => {
  const seconds = fc.oneof(fc.constant(undefined), fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }));
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 30 }), (durations) => {
      const { bars } = barsOf(lasting(...durations));
      expect(bars).toHaveLength(durations.length);
      for (const { ratio } of bars) {
        expect(ratio).toBeGreaterThan(0);
        expect(ratio).toBeLessThanOrEqual(1);
      }
      const known = bars.filter(({ deployment }) => deployment.durationSeconds !== undefined);
      const byDuration = known.toSorted(
        (a, b) => (a.deployment.durationSeconds ?? 0) - (b.deployment.durationSeconds ?? 0),
      );
      expect(byDuration.map(({ ratio }) => ratio)).toEqual(known.map(({ ratio }) => ratio).toSorted((a, b) => a - b));
    }),
  );
});
