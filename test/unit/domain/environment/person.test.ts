import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortNames, shortPerson } from '#domain/environment/person.ts';

test.each([
  ['margaret.hamilton@example.com', 'margaret.hamilton'],
  ['Ada Lovelace', 'Ada Lovelace'],
  ['ada @ work', 'ada @ work'],
  ['@ada', '@ada'],
  ['ada@', 'ada@'],
  ['', ''],
])('%j is %j', (person, short) => {
  expect(shortPerson(person)).toBe(short);
});

test('a short person is the beginning of the person, and never empty', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (person) => {
      expect(person.startsWith(shortPerson(person))).toBe(true);
      expect(shortPerson(person)).not.toBe('');
    }),
  );
});

test('two people with the same short name keep their whole names, and others have short ones', () => {
  const people = new Map([
    ['a', 'ada@example.com'],
    ['b', 'ada@example.org'],
    ['c', 'grace@example.com'],
  ]);
  expect([...shortNames(people)]).toEqual([
    ['a', 'ada@example.com'],
    ['b', 'ada@example.org'],
    ['c', 'grace'],
  ]);
});
