import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { decodeBoard, encodeBoard } from '#domain/board/board-url.ts';
import {
  DEFAULT_OPTIONS,
  decodeOptions,
  encodeOptions,
  type PageOptions,
  PERIOD_DAYS,
  ROW_KINDS,
} from '#domain/board/delivery-options.ts';
import { RESULTS } from '#domain/environment/deployment-result.ts';
import { anId } from '#test/support/ids.ts';

const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyOptions: fc.Arbitrary<PageOptions> = fc.record({
  result: orNone(fc.constantFrom(...RESULTS)),
  origin: orNone(fc.stringMatching(/^[A-Z_]{1,40}$/)),
  person: orNone(fc.stringMatching(/^[0-9a-z]{1,8}$/)),
  environment: orNone(fc.uuid()),
  moment: orNone(fc.stringMatching(/^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])(?:[01]\d|2[0-3])?$/)),
  showsHours: fc.boolean(),
  periodDays: fc.constantFrom(...PERIOD_DAYS),
  project: orNone(fc.uuid()),
  mode: orNone(fc.constantFrom('all', 'PRODUCTION', 'SOMETHING_NEW')),
  rows: orNone(fc.constantFrom(...ROW_KINDS)),
});

test('options survive the trip through a link', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      const { board, problems } = decodeBoard(encodeBoard({ ...DEFAULT_BOARD, only: encodeOptions(options) }));
      expect(decodeOptions(board.only)).toEqual(options);
      expect(problems.unreadable).toEqual([]);
    }),
  );
});

test('encodeOptions writes only what differs from the default', () => {
  expect(encodeOptions(DEFAULT_OPTIONS)).toBe('');
  expect(
    encodeOptions({
      result: 'failed',
      origin: 'TERRAFORM_PROVIDER',
      person: '1x9k2a',
      environment: anId(4),
      moment: '2026112614',
      showsHours: true,
      periodDays: 90,
      project: anId(5),
      mode: 'STAGING',
      rows: 'environment',
    }),
  ).toBe(
    'failed.oTERRAFORM_PROVIDER.p1x9k2a.eP6hfZFcXRWKz_AAAAAAABA.d2026112614.jP6hfZFcXRWKz_AAAAAAABQ.mSTAGING.renvironment.24h.90d',
  );
});

test('decodeOptions leaves out what is no option, and never throws', () => {
  expect(decodeOptions('failed.zebra.d2026.eX.7d')).toEqual({ ...DEFAULT_OPTIONS, result: 'failed', periodDays: 7 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(Object.keys(decodeOptions(text))).toEqual(Object.keys(DEFAULT_OPTIONS));
    }),
  );
});

test.each([
  'xyz',
  'd99999999',
  'd20261301',
  'd20260231',
  'd20260229',
  'd2026110012',
  'd00500101',
  'd2026112624',
  'rows',
  'mnone',
  'eX',
  '8d',
])('the word %s is left out and reported, and the words beside it stay', (word) => {
  const { board, problems } = decodeBoard(`only=failed.${word}.7d&v=1`);
  expect([board.only, problems.unreadable]).toEqual(['failed.7d', ['only']]);
  expect(decodeOptions(word)).toEqual(DEFAULT_OPTIONS);
});

test('a value that holds no words is left out and reported', () => {
  const { board, problems } = decodeBoard('only=%28x%29&v=1');
  expect([board.only, problems.unreadable]).toEqual(['', ['only']]);
});
