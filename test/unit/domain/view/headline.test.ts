import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { TONES } from '#domain/environment/tone.ts';
import { headlineOf } from '#domain/view/headline.ts';
import { pageTitle } from '#messages/notifications.ts';

const one = (part: Partial<BoardEnvironment>): BoardEnvironment => ({
  id: 'a',
  tone: 'ok',
  freshness: 'fresh',
  ...part,
});
const anyWatched: fc.Arbitrary<BoardEnvironment> = fc.record({
  id: fc.uuid(),
  tone: fc.constantFrom(...TONES),
  freshness: fc.constantFrom('fresh' as const, 'late' as const, 'unreachable' as const, 'kept' as const),
  isSnoozed: fc.constantFrom(true, false, undefined),
});
const title = (watched: readonly BoardEnvironment[], name = 'Release train') => pageTitle(headlineOf(watched), name);
const FAILING = one({ tone: 'failing' });
const WARNING = one({ tone: 'warning' });
const LOST = one({ freshness: 'unreachable' });
const REFUSED = one({ tone: 'unknown', freshness: 'late', failure: { kind: 'denied' } });
const SNOOZED = one({ tone: 'failing', isSnoozed: true });

test.each<[string, readonly BoardEnvironment[]]>([
  ['Release train', [one({}), one({ tone: 'busy' }), one({ tone: 'idle', freshness: 'late' })]],
  ['2 failing · Release train', [FAILING, one({}), FAILING]],
  ['1 warning · Release train', [WARNING]],
  ['2 warnings · Release train', [WARNING, WARNING]],
  ['3 not reached · Release train', [LOST, LOST, LOST]],
  ['1 failing, 1 warning, 1 not reached · Release train', [LOST, WARNING, FAILING]],
  ['1 failing, 1 not reached · Release train', [one({ tone: 'failing', freshness: 'unreachable' })]],
  ['1 failing, 2 unknown · Release train', [REFUSED, FAILING, REFUSED]],
  ['Release train', [SNOOZED, one({})]],
  ['Release train', []],
])('the title is %j', (expected, watched) => {
  expect(title(watched)).toBe(expected);
});

test('the title is the app’s name when the board has no name', () => {
  expect(title([], ' ')).toBe('Envboard');
  expect(title([FAILING], '')).toBe('1 failing · Envboard');
});

test.each<[string, readonly BoardEnvironment[], ReturnType<typeof headlineOf>['mark']]>([
  ['the worst and how many', [FAILING, FAILING, WARNING, LOST], { look: 'failing', count: 2, isLoaded: true }],
  [
    'a failure, of which one is only remembered',
    [FAILING, one({ tone: 'failing', freshness: 'unreachable' })],
    { look: 'failing', count: 2, isLoaded: true },
  ],
  [
    'a warning, of which one is only remembered',
    [WARNING, one({ tone: 'warning', freshness: 'unreachable' })],
    { look: 'warning', count: 2, isLoaded: true },
  ],
  ['a warning before silence', [WARNING, LOST], { look: 'warning', count: 1, isLoaded: true }],
  ['silence', [LOST, one({})], { look: 'unreachable', count: 1, isLoaded: false }],
  [
    'a failure that is only remembered',
    [one({ tone: 'failing', freshness: 'unreachable' })],
    { look: 'failing', count: 1, isLoaded: false },
  ],
  ['the worst of the others', [one({}), one({ tone: 'busy' })], { look: 'busy', count: 0, isLoaded: true }],
  ['no reading yet', [one({ tone: 'unknown', freshness: 'late' })], { look: 'unknown', count: 0, isLoaded: true }],
  ['nothing pinned', [], undefined],
  ['all snoozed', [SNOOZED], undefined],
])('the icon shows %s', (_, watched, mark) => {
  expect(headlineOf(watched).mark).toEqual(mark);
});

test('icon and title never show ok while an environment is failing or unreachable', () => {
  fc.assert(
    fc.property(fc.array(anyWatched), (watched) => {
      const { failing, warning, notReached, mark } = headlineOf(watched);
      expect(title(watched) === 'Release train').toBe(failing + warning + notReached === 0);
      expect(mark?.look === 'ok' || mark?.look === 'idle').toBe(
        watched.some(({ isSnoozed }) => !isSnoozed) &&
          watched.every(
            ({ tone, freshness, isSnoozed }) =>
              isSnoozed || ((tone === 'ok' || tone === 'idle') && freshness !== 'unreachable'),
          ),
      );
    }),
  );
});
