import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, tracksOf } from '#domain/view/wall-bands.ts';
import { MIN_TYPE_PX, statePxOf } from '#domain/view/wall-forms.ts';
import { layOutWall, type WallLayout } from '#domain/view/wall-layout.ts';

const HD = { widthPx: 1_897, heightPx: 973 };
const UHD = { widthPx: 3_795, heightPx: 1_947 };

const layOut = (
  count: number,
  failing: number,
  room: { widthPx: number; heightPx: number } = HD,
  name = 'production',
) =>
  layOutWall({
    ...room,
    letterScale: 0.85,
    longestState: 'Deployment queued',
    failing,
    names: Array.from({ length: count }, () => name),
  });

type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly isFailing: boolean;
};

/** Returns the tiles as a browser places them: the tracks share what the gaps leave. Includes the tile that counts the rest. */
function tilesOf({ bands, shown, more, rows }: WallLayout, { widthPx, heightPx }: typeof HD): readonly Rectangle[] {
  if (!bands) return [];
  const { failing, gapPx, rowRatio } = bands;
  const trackPx = (widthPx - (tracksOf(bands) - 1) * gapPx) / tracksOf(bands);
  const rowPx = (heightPx - (failing.rows + rows - 1) * gapPx) / (failing.rows * rowRatio + rows);
  return Array.from({ length: shown + Math.min(more, 1) }, (_, index) => {
    const { row, column, span } = areaOf(bands, index);
    const isFailing = index < failing.count;
    const heightOf = isFailing ? rowPx * rowRatio : rowPx;
    const left = (column - 1) * (trackPx + gapPx);
    const above = Math.min(row - 1, failing.rows) * rowRatio + Math.max(0, row - 1 - failing.rows);
    const top = above * rowPx + (row - 1) * gapPx;
    return { left, top, right: left + span * trackPx + (span - 1) * gapPx, bottom: top + heightOf, isFailing };
  });
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

const anyWall = fc.record({
  widthPx: fc.integer({ min: 400, max: 4_000 }),
  heightPx: fc.integer({ min: 300, max: 2_200 }),
  count: fc.integer({ min: 1, max: 90 }),
  failing: fc.integer({ min: 0, max: 90 }),
  name: fc.constantFrom('qa', 'production', 'feature-a-rather-long-name-of-a-branch'),
});

test('the bands place every tile once, inside the wall and over no other tile, in text of at least 16 px', () => {
  let split = 0;
  fc.assert(
    fc.property(anyWall, ({ count, failing, name, ...room }) => {
      const layout = layOut(count, Math.min(failing, count), room, name);
      const tiles = tilesOf(layout, room);
      if (layout.bands) {
        split += 1;
        expect(layout.bands.failing.typePx).toBeGreaterThanOrEqual(MIN_TYPE_PX);
        expect(layout.shown + layout.more).toBe(count);
        expect(tiles.filter(({ isFailing }) => isFailing)).toHaveLength(failing);
      }
      expect(layout.typePx).toBeGreaterThanOrEqual(MIN_TYPE_PX);
      for (const [index, tile] of tiles.entries()) {
        expect(Math.min(tile.left, tile.top)).toBeGreaterThanOrEqual(0);
        expect(tile.right).toBeLessThanOrEqual(room.widthPx + 0.01);
        expect(tile.bottom).toBeLessThanOrEqual(room.heightPx + 0.01);
        expect(tiles.slice(index + 1).some((other) => overlaps(tile, other))).toBe(false);
      }
    }),
    // Of sixty walls, only nine may be split.
    { numRuns: 120 },
  );
  expect(split).toBeGreaterThan(10);
});

test('no failing tile is narrower, lower or in smaller text than another tile', () => {
  fc.assert(
    fc.property(anyWall, ({ count, failing, name, ...room }) => {
      const layout = layOut(count, Math.min(failing, count), room, name);
      fc.pre(layout.bands !== undefined);
      // The tile that counts the rest fills its row.
      const tiles = tilesOf(layout, room).slice(0, layout.shown);
      const widths = (of: boolean) => tiles.filter(({ isFailing }) => isFailing === of).map((t) => t.right - t.left);
      const heights = (of: boolean) => tiles.filter(({ isFailing }) => isFailing === of).map((t) => t.bottom - t.top);
      expect(Math.min(...widths(true))).toBeGreaterThanOrEqual(Math.max(...widths(false), 0) - 0.01);
      expect(Math.min(...heights(true))).toBeGreaterThanOrEqual(Math.max(...heights(false)) - 0.01);
      if (layout.bands) expect(statePxOf(layout.bands.failing)).toBeGreaterThan(statePxOf(layout));
    }),
    { numRuns: 60 },
  );
});

test('a failing tile keeps the words that it has when all tiles have one size', () => {
  let split = 0;
  fc.assert(
    fc.property(anyWall, ({ count, failing, name, ...room }) => {
      const equal = layOut(count, 0, room, name);
      const { bands } = layOut(count, Math.min(failing, count), room, name);
      fc.pre(bands !== undefined && equal.form !== 'dense');
      split += 1;
      expect(bands?.failing.form).not.toBe('dense');
    }),
    { numRuns: 60, examples: [[{ count: 12, failing: 1, name: 'production', widthPx: 1_257, heightPx: 560 }]] },
  );
  expect(split).toBeGreaterThan(10);
});

test.each([
  [12, 0],
  [12, 12],
  [60, 60],
  [1, 1],
])('gives all of %i tiles, %i failing, one size', (count, failing) => {
  expect(layOut(count, failing)).toEqual({ ...layOut(count, 0), bands: undefined });
  expect(layOut(count, failing, UHD).bands).toBeUndefined();
});

/** Columns, rows and size of the states: of the failing tiles, and of the others. */
test.each<[number, number, string]>([
  [2, 1, 'short 1 × 1, 108 px; short 1 × 1, 65 px'],
  [12, 1, 'short 1 × 1, 57 px; short 4 × 3, 35 px'],
  [12, 3, 'tall 3 × 1, 48 px; short 3 × 3, 30 px'],
  [12, 6, 'short 3 × 2, 47 px; short 3 × 2, 29 px'],
  [24, 1, 'short 1 × 1, 36 px; short 5 × 5, 26 px'],
  [24, 3, 'short 3 × 1, 36 px; short 5 × 5, 26 px'],
  [24, 12, 'tall 4 × 3, 35 px; dense 6 × 2, 22 px'],
  [60, 1, 'dense 1 × 1, 36 px; dense 6 × 10, 22 px'],
  [60, 3, 'dense 3 × 1, 36 px; dense 6 × 10, 22 px'],
  [60, 30, 'dense 5 × 6, 27 px; dense 6 × 5, 17 px'],
  [72, 3, 'dense 3 × 1, 36 px; dense 6 × 10, 22 px'],
])('gives %i tiles, %i failing, the bands %s', (count, failing, expected) => {
  const layout = layOut(count, failing);
  const { bands } = layout;
  const words = ({ form, columns, rows, typePx }: WallLayout | NonNullable<typeof bands>['failing']) =>
    `${form} ${columns} × ${rows}, ${Math.round(statePxOf({ form, typePx }))} px`;
  expect(bands && `${words(bands.failing)}; ${words(layout)}`).toBe(expected);
});

test('a phone has tiles of one size', () => {
  expect(layOut(60, 3, { widthPx: 341, heightPx: 590 })).toMatchObject({ scrolls: true, shown: 60 });
  expect(layOut(60, 3, { widthPx: 341, heightPx: 590 }).bands).toBeUndefined();
});

test('the gaps of two bands take at most a quarter of the width, and the failing tiles keep their text', () => {
  fc.assert(
    fc.property(anyWall, ({ count, failing, name, ...room }) => {
      const equal = layOut(count, 0, room, name);
      const { bands } = layOut(count, Math.min(failing, count), room, name);
      fc.pre(bands !== undefined);
      if (!bands) return;
      expect(bands.gapPx).toBeGreaterThan(0);
      expect(bands.gapPx).toBeLessThanOrEqual(24);
      expect(bands.gapPx * tracksOf(bands)).toBeLessThanOrEqual(room.widthPx / 4 + 0.01);
      expect(statePxOf(bands.failing)).toBeGreaterThanOrEqual(0.95 * statePxOf(equal));
    }),
    { numRuns: 60 },
  );
});
