import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deployment } from '#domain/environment/deployment.ts';
import { segmentsOf } from '#ui/bar-segments.ts';

const FULL_PX = 16;
const MARK_PX = 2;

const deployment = (state: string): Deployment => ({
  id: 'a',
  startedAt: undefined,
  durationSeconds: 60,
  state,
  action: undefined,
  origin: undefined,
  triggeredBy: undefined,
});
const segments = (state: string, ratio: number, isCut = false) =>
  segmentsOf({ deployment: deployment(state), ratio, isCut }, FULL_PX, MARK_PX);

test('each kind of result has a shape of its own', () => {
  expect(segments('DEPLOYED', 0.5)).toEqual([{ y: 8, height: 8, look: 'filled' }]);
  expect(segments('CANCELED', 0.5)).toEqual([{ y: 8, height: 8, look: 'outlined' }]);
  expect(segments('DEPLOYING', 0.5)).toEqual([
    { y: 8, height: 4, look: 'faint' },
    { y: 12, height: 4, look: 'filled' },
  ]);
  expect(segments('DEPLOYMENT_ERROR', 0.5)).toEqual([
    { y: 8, height: 4, look: 'filled' },
    { y: 14, height: 2, look: 'filled' },
  ]);
});

test('a cut bar has a gap near its top', () => {
  const [top, rest, ...others] = segments('DEPLOYED', 1, true);
  expect(others).toEqual([]);
  expect(top).toMatchObject({ y: 0, height: 2 * MARK_PX });
  expect(rest?.y).toBeGreaterThan(2 * MARK_PX);
  expect((rest?.y ?? 0) + (rest?.height ?? 0)).toBe(FULL_PX);
});

test('all segments are inside the drawing, one below the other, and end at the base line', () => {
  const states = fc.constantFrom('DEPLOYED', 'CANCELED', 'DEPLOYMENT_ERROR', 'RECAP', 'A_NEW_STATE', 'QUEUED');
  const bars = fc.oneof(
    fc.record({ ratio: fc.double({ min: 0.06, max: 1, noNaN: true }), isCut: fc.constant(false) }),
    fc.constant({ ratio: 1, isCut: true }),
  );
  fc.assert(
    fc.property(states, bars, (state, { ratio, isCut }) => {
      let edge = 0;
      for (const { y, height } of segments(state, ratio, isCut)) {
        expect(y).toBeGreaterThanOrEqual(edge);
        expect(height).toBeGreaterThan(0);
        edge = y + height;
      }
      expect(edge).toBeCloseTo(FULL_PX);
    }),
  );
});
