import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { moveTo, reorderPins } from '#domain/board/pin-edits.ts';

const anyIds = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 });
const pin = (id: string): Pin => ({ kind: 'environment', id });

test('moveTo keeps all ids, and puts the id at the position of the target', () => {
  fc.assert(
    fc.property(anyIds, fc.nat(), fc.nat(), (ids, from, to) => {
      const id = ids[from % ids.length] ?? '';
      const index = to % ids.length;
      const after = moveTo(ids, id, ids[index] ?? '');
      expect(after.toSorted()).toEqual(ids.toSorted());
      expect(after[index]).toBe(id);
    }),
  );
});

test('moveTo changes nothing when the id or the target is missing', () => {
  expect(moveTo(['a', 'b'], 'x', 'a')).toEqual(['a', 'b']);
  expect(moveTo(['a', 'b'], 'a', 'x')).toEqual(['a', 'b']);
});

test('reorderPins follows the given order, with project pins last', () => {
  const pins: readonly Pin[] = [{ kind: 'project', id: 'a' }, pin('a'), pin('b'), pin('c')];
  expect(reorderPins(pins, ['c', 'a', 'b']).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'environment c',
    'environment a',
    'environment b',
    'project a',
  ]);
});
