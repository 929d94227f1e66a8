import { expect, test } from 'vitest';
import { waitReasonOf, withPolling } from '#domain/polling/spare-wait.ts';

const NOW = Date.UTC(2026, 9, 24, 20);
const NONE = { isPaused: false, failingMs: 0, budgetMs: 0 };
const NEVER = Number.POSITIVE_INFINITY;

test.each([
  ['nothing delays a request', {}, 'none', NEVER],
  ['the budget delays it', { budgetMs: 5_000 }, 'budget', NOW + 5_000],
  ['polling needs the whole budget', { budgetMs: NEVER }, 'budget', NEVER],
  ['a request failed', { failingMs: 4_000 }, 'failing', NOW + 4_000],
  [
    'a request failed and the budget allows the next one later',
    { failingMs: 4_000, budgetMs: 9_000 },
    'failing',
    NOW + 9_000,
  ],
  ['polling is paused', { isPaused: true, failingMs: 4_000 }, 'paused', NEVER],
])('names the reason and the time when %s', (_, part, kind, until) => {
  expect(waitReasonOf({ ...NONE, ...part }, NOW)).toEqual({ kind, until });
});

test('names the next poll when the hour is spent, because nothing else is sent before it', () => {
  const reason = (isHourSpent: boolean, nextAt: number | undefined) =>
    waitReasonOf(withPolling(NONE, { isHourSpent, nextAt }, NOW), NOW);
  expect(reason(true, NOW + 59_000)).toEqual({ kind: 'budget', until: NOW + 59_000 });
  expect(reason(true, undefined)).toEqual({ kind: 'budget', until: NEVER });
  expect(reason(false, NOW + 59_000)).toEqual({ kind: 'none', until: NEVER });
});

test('returns the same reason at each time when nothing delays a request', () => {
  expect(waitReasonOf(NONE, NOW + 1_000)).toEqual(waitReasonOf(NONE, NOW));
});
