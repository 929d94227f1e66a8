import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { groupConditionOf } from '#domain/view/attention.ts';
import { packGroups } from '#domain/view/group-columns.ts';
import type { Group } from '#domain/view/grouping.ts';

type Size = readonly [size: number, tone: BoardEnvironment['tone']];

const groupOf = ([size, tone]: Size, index: number): Group => {
  const members = Array.from({ length: size }, (_, id) => ({
    id: `${index} ${id}`,
    tone,
    freshness: 'fresh' as const,
  }));
  return { key: String(index), title: '', members, worst: groupConditionOf(members) };
};
const anyGroups = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('failing', 'busy', 'ok') as fc.Arbitrary<Size[1]>), {
    maxLength: 30,
  })
  .map((sizes) => sizes.map(groupOf));
const anyColumns = fc.integer({ min: 1, max: 12 });
const packed = (sizes: readonly Size[], columns: number, fillsGaps = true) =>
  packGroups(sizes.map(groupOf), { columns, fillsGaps }).map(({ group }) => Number(group.key));

test('packGroups keeps every group once, in a width that fits', () => {
  fc.assert(
    fc.property(anyGroups, anyColumns, fc.boolean(), fc.constantFrom(1, 2), (groups, columns, fillsGaps, minSpan) => {
      const frames = packGroups(groups, { columns, fillsGaps, minSpan });
      expect(new Set(frames.map(({ group }) => group))).toEqual(new Set(groups));
      expect(frames).toHaveLength(groups.length);
      for (const { group, span } of frames) {
        expect(span).toBeLessThanOrEqual(columns);
        const cards = group.members.length;
        if (cards < minSpan) expect(span).toBe(Math.min(minSpan, columns));
        else if (cards <= columns) expect(span).toBe(cards);
        else expect(span).toBe(columns);
      }
    }),
  );
});

test('packGroups never moves a group up past a more urgent one', () => {
  fc.assert(
    fc.property(anyGroups, anyColumns, (groups, columns) => {
      const places = new Map(
        packGroups(groups, { columns, fillsGaps: true }).map(({ group }, place) => [group, place]),
      );
      groups.forEach((earlier, index) => {
        for (const later of groups.slice(index + 1)) {
          if ((places.get(later) ?? 0) > (places.get(earlier) ?? 0)) continue;
          expect(later.worst.rank).toBeLessThanOrEqual(earlier.worst.rank);
        }
      });
    }),
  );
});

test('packGroups keeps the order when it may not fill gaps', () => {
  fc.assert(
    fc.property(anyGroups, anyColumns, (groups, columns) => {
      expect(packGroups(groups, { columns, fillsGaps: false }).map(({ group }) => group)).toEqual(groups);
    }),
  );
});

test('groups that complete a row move up', () => {
  expect(
    packed(
      [
        [3, 'ok'],
        [2, 'ok'],
        [1, 'ok'],
        [2, 'ok'],
      ],
      4,
    ),
  ).toEqual([0, 2, 1, 3]);
  // The first group waits for one row when only later groups fill it.
  expect(
    packed(
      [
        [1, 'busy'],
        [2, 'busy'],
        [2, 'busy'],
        [3, 'ok'],
      ],
      4,
    ),
  ).toEqual([1, 2, 0, 3]);
});

test('a calm group leaves a gap rather than move up past an urgent one', () => {
  expect(
    packed(
      [
        [3, 'failing'],
        [2, 'busy'],
        [1, 'ok'],
      ],
      4,
    ),
  ).toEqual([0, 1, 2]);
});

test('a group is passed by one row, and then takes its place with a gap', () => {
  expect(
    packed(
      [3, 2, 2, 3, 2, 2].map((size): Size => [size, 'ok']),
      4,
    ),
  ).toEqual([1, 2, 0, 4, 5, 3]);
});

test('a group that would complete a row moves up when it is among the next ten, and not from farther away', () => {
  const sizes = (between: number) =>
    [3, ...Array.from({ length: between }, () => 4), 1].map((size): Size => [size, 'ok']);
  expect(packed(sizes(8), 4).slice(0, 3)).toEqual([0, 9, 1]);
  expect(packed(sizes(9), 4).slice(0, 3)).toEqual([1, 0, 10]);
});
