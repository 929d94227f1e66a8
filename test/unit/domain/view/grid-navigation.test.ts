import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, nextIndex } from '#domain/view/grid-navigation.ts';

const WIDTH = 300;
const HEIGHT = 200;
const GAP = 14;

/** Returns rows of so many cards each, as a grid lays them out. */
const linesOf = (sizes: readonly number[]): readonly Box[] =>
  sizes.flatMap((size, line) =>
    Array.from({ length: size }, (_, column) => {
      const left = column * (WIDTH + GAP);
      const top = line * (HEIGHT + GAP);
      return { left, top, right: left + WIDTH, bottom: top + HEIGHT };
    }),
  );
const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };
const stepping = (boxes: readonly Box[]) => (from: number, step: Parameters<typeof nextIndex>[1]) =>
  nextIndex(from, step, boxes.length, (index) => boxes[index] ?? NOWHERE);

describe('nextIndex', () => {
  // 0 1 2
  // 3 4 5
  // 6
  const go = stepping(linesOf([3, 3, 1]));

  it('returns the nearest item of the adjacent row for up and down', () => {
    expect([go(1, 'down'), go(4, 'up'), go(5, 'down'), go(6, 'up')]).toEqual([4, 1, 6, 3]);
  });

  it('returns the adjacent item for left and right, across rows', () => {
    expect([go(2, 'right'), go(3, 'left')]).toEqual([3, 2]);
  });

  it('returns undefined beyond the ends', () => {
    expect([go(0, 'left'), go(6, 'right'), go(1, 'up'), go(6, 'down')]).toEqual(Array(4).fill(undefined));
  });

  it('returns the first and the last item', () => {
    expect([go(4, 'first'), go(4, 'last')]).toEqual([0, 6]);
  });

  it('returns undefined when the start does not exist', () => {
    expect([go(-1, 'right'), go(7, 'first'), stepping([])(0, 'last')]).toEqual(Array(3).fill(undefined));
  });

  it('keeps its column when a row has cards of unequal height', () => {
    const boxes = linesOf([2, 2]).map((box, index) => (index === 1 ? { ...box, bottom: box.bottom - 60 } : box));
    const uneven = stepping(boxes);
    expect([uneven(0, 'down'), uneven(1, 'down'), uneven(3, 'up')]).toEqual([2, 3, 1]);
  });
});

const anyLines = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }), fc.nat())
  .map(([sizes, pick]) => {
    const boxes = linesOf(sizes);
    return { boxes, from: pick % boxes.length };
  });

it('nextIndex always returns an item of the row below for down, and of the row above for up', () => {
  fc.assert(
    fc.property(anyLines, fc.constantFrom('up', 'down'), ({ boxes, from }, step) => {
      const to = stepping(boxes)(from, step);
      const line = (index: number) => (boxes[index]?.top ?? 0) / (HEIGHT + GAP);
      const next = line(from) + (step === 'down' ? 1 : -1);
      if (to === undefined) expect(boxes.some((_, index) => line(index) === next)).toBe(false);
      else expect(line(to)).toBe(next);
    }),
  );
});

it('nextIndex for right reverses left', () => {
  fc.assert(
    fc.property(anyLines, ({ boxes, from }) => {
      const go = stepping(boxes);
      const to = go(from, 'left');
      expect(to === undefined ? from : go(to, 'right')).toBe(from);
    }),
  );
});

it('nextIndex for up reverses down when rows are full', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }), fc.nat(), (columns, lines, pick) => {
      const boxes = linesOf(Array(lines).fill(columns));
      const from = pick % (columns * (lines - 1));
      const go = stepping(boxes);
      expect(go(go(from, 'down') ?? -1, 'up')).toBe(from);
    }),
  );
});

it('nextIndex measures only the items of the two rows concerned', () => {
  const boxes = linesOf(Array(100).fill(4));
  const measured = new Set<number>();
  const boxOf = (index: number) => {
    measured.add(index);
    return boxes[index] ?? NOWHERE;
  };
  expect(nextIndex(201, 'down', boxes.length, boxOf)).toBe(205);
  expect(measured.size).toBeLessThanOrEqual(9);
});
