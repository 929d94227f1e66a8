import { expect, test } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { setLabel } from '#domain/board/set-label.ts';

const pin = (id: string): Pin => ({ kind: 'environment', id });

test('setLabel cleans the label, and removes it when it is empty', () => {
  expect(setLabel([pin('a'), pin('b')], 'b', ' Tills ')).toEqual([pin('a'), { ...pin('b'), label: 'Tills' }]);
  expect(setLabel([{ ...pin('a'), label: 'Tills' }], 'a', '  ')).toEqual([pin('a')]);
});

test('setLabel gives an environment of a pinned project a pin of its own, and adds none without a label', () => {
  const project: Pin = { kind: 'project', id: 'p' };
  expect(setLabel([project], 'a', 'Tills')).toEqual([project, { ...pin('a'), label: 'Tills' }]);
  expect(setLabel([project], 'a', ' ')).toEqual([project]);
});
