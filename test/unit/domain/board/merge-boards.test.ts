import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { mergeBoards, mergeLists } from '#domain/board/merge-boards.ts';
import { anId } from '#test/support/ids.ts';

const ownKey = (text: string) => text;
const aList = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });

describe('mergeLists', () => {
  test('returns the edited side when the other side changed nothing', () => {
    fc.assert(
      fc.property(aList, aList, (base, mine) => {
        expect(mergeLists(base, mine, base, ownKey)).toEqual(mine);
        expect(mergeLists(base, base, mine, ownKey)).toEqual(mine);
      }),
    );
  });

  test('keeps the additions and applies the removals of both sides', () => {
    fc.assert(
      fc.property(aList, aList, aList, (base, mine, theirs) => {
        const merged = mergeLists(base, mine, theirs, ownKey);
        const wanted = (one: string) =>
          base.includes(one) ? mine.includes(one) && theirs.includes(one) : mine.includes(one) || theirs.includes(one);
        expect(merged.toSorted()).toEqual([...'abcdefgh'].filter(wanted));
      }),
    );
  });
});

const pins = (...numbers: readonly number[]) => numbers.map((n) => ({ kind: 'environment' as const, id: anId(n) }));
const board = (part: Partial<Board>): Board => ({ ...DEFAULT_BOARD, ...part });

test('mergeBoards keeps the name and the pins of another tab when this tab changed the view', () => {
  const base = board({ name: 'Old', pins: pins(1) });
  const theirs = board({ name: 'New', pins: pins(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) });
  expect(mergeBoards(base, { ...base, view: 'compact' }, theirs)).toEqual({ ...theirs, view: 'compact' });
});

test('mergeBoards keeps this tab’s label when another tab moved the pin', () => {
  const base = board({ pins: pins(1, 2) });
  const mine = { ...base, pins: [{ kind: 'environment' as const, id: anId(1), label: 'mine' }, ...pins(2)] };
  const theirs = { ...base, pins: pins(2, 1) };
  expect(mergeBoards(base, mine, theirs).pins).toEqual([...pins(2), { ...pins(1)[0], label: 'mine' }]);
});

test('mergeBoards loses no edit of two tabs in any order', () => {
  const anEdit = fc.record({ tab: fc.nat({ max: 1 }), pin: fc.nat({ max: 20 }), isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anEdit), (edits) => {
      let stored = board({ pins: pins(0) });
      const shown = [stored, stored];
      const wanted = new Set([0]);
      for (const { tab, pin, isAdded } of edits) {
        const base = shown[tab] ?? stored;
        const has = base.pins.some(({ id }) => id === anId(pin));
        if (has === isAdded) continue;
        const next = isAdded ? [...base.pins, ...pins(pin)] : base.pins.filter(({ id }) => id !== anId(pin));
        const mine = { ...base, pins: next };
        stored = mergeBoards(base, mine, stored);
        shown[tab] = mine;
        if (isAdded) wanted.add(pin);
        else wanted.delete(pin);
      }
      expect(new Set(stored.pins.map(({ id }) => id))).toEqual(new Set([...wanted].map(anId)));
    }),
  );
});
