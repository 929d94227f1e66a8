import { expect, it } from 'vitest';
import { serviceKey } from '#domain/versions/service-version.ts';

it('gives one key to a name in both forms of its accents, and to each kind another', () => {
  const keyOf = (name: string, kind = 'APPLICATION') => serviceKey({ kind, name, id: 'x' });
  expect(keyOf('cafe\u0301')).toBe(keyOf(' CAF\u00e9 '));
  expect(keyOf('cafe')).not.toBe(keyOf('caf\u00e9'));
  expect(keyOf('web', 'CONTAINER')).not.toBe(keyOf('web'));
});
