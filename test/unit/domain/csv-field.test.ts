import { expect, it } from 'vitest';
import { withoutFormula } from '#domain/csv-field.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['-v1', "'-v1"],
  ['＝1+1', "'＝1+1"],
  ['web;=1+1', "web;'=1+1"],
  ['web\t@name', "web\t'@name"],
  ['web\n+1', "web\n'+1"],
])('the field %j is no formula in any column', (text, field) => {
  expect(withoutFormula(text)).toBe(field);
});

it('leaves other texts as they are', () => {
  for (const text of ['web 1.2.3; api a=b', 'pr-12', 'ada@example.com', '']) expect(withoutFormula(text)).toBe(text);
});
