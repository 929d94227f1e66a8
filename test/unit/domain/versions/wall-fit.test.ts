import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitMatrix } from '#domain/versions/wall-fit.ts';

it('never makes text under 16 px, and never shows more rows than fit', () => {
  const anyRoom = fc.record({
    widthPx: fc.integer({ min: 320, max: 3_840 }),
    heightPx: fc.integer({ min: 240, max: 2_160 }),
    rows: fc.nat(60),
    columns: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(anyRoom, (room) => {
      const { typePx, rows } = fitMatrix(room);
      expect(typePx * 0.8).toBeGreaterThanOrEqual(16);
      expect(rows).toBeLessThanOrEqual(Math.max(1, room.rows));
      if (rows > 1) expect((3.2 + 2.1 * rows) * typePx).toBeLessThanOrEqual(room.heightPx + 1);
    }),
  );
});

it('shows a usual matrix whole on a television', () => {
  expect(fitMatrix({ widthPx: 1_900, heightPx: 960, rows: 12, columns: 3 })).toEqual({ typePx: 33.3, rows: 12 });
});
