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

describe('an arrow', () => {
  // 0 1 2
  // 3 4 5
  // 6
  const go = stepping(linesOf([3, 3, 1]));

  it('leads up and down to what stands nearest in the next line', () => {
    expect([go(1, 'down'), go(4, 'up'), go(5, 'down'), go(6, 'up')]).toEqual([4, 1, 6, 3]);
  });

  it('leads left and right in order, from line to line', () => {
    expect([go(2, 'right'), go(3, 'left')]).toEqual([3, 2]);
  });

  it('leads nowhere past the ends', () => {
    expect([go(0, 'left'), go(6, 'right'), go(1, 'up'), go(6, 'down')]).toEqual(Array(4).fill(undefined));
  });

  it('leads to the first and the last', () => {
    expect([go(4, 'first'), go(4, 'last')]).toEqual([0, 6]);
  });

  it('leads nowhere from what is not there', () => {
    expect([go(-1, 'right'), go(7, 'first'), stepping([])(0, 'last')]).toEqual(Array(3).fill(undefined));
  });

  it('keeps to its column where a line holds cards of unequal height', () => {
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

it('always leads down to the line below, and up to the line above', () => {
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

it('undoes left with right, wherever left leads', () => {
  fc.assert(
    fc.property(anyLines, ({ boxes, from }) => {
      const go = stepping(boxes);
      const to = go(from, 'left');
      expect(to === undefined ? from : go(to, 'right')).toBe(from);
    }),
  );
});

it('undoes down with up where lines are full', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }), fc.nat(), (columns, lines, pick) => {
      const boxes = linesOf(Array(lines).fill(columns));
      const from = pick % (columns * (lines - 1));
      const go = stepping(boxes);
      expect(go(go(from, 'down') ?? -1, 'up')).toBe(from);
    }),
  );
});

it('measures no more than the two lines it goes between', () => {
  const boxes = linesOf(Array(100).fill(4));
  const measured = new Set<number>();
  const boxOf = (index: number) => {
    measured.add(index);
    return boxes[index] ?? NOWHERE;
  };
  expect(nextIndex(201, 'down', boxes.length, boxOf)).toBe(205);
  expect(measured.size).toBeLessThanOrEqual(9);
});
