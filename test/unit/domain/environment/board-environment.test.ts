import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshnessOf, nameOf, toneOfStatus } from '#domain/environment/board-environment.ts';

const NOW = Date.UTC(2026, 9, 24, 20);
const fine = { observedAt: NOW, isPersisted: false, failing: false, intervalMs: 30_000, now: NOW };

test.each([
  ['just heard', {}, 'fresh'],
  ['two intervals and 25 s old', { observedAt: NOW - 85_000 }, 'fresh'],
  ['older', { observedAt: NOW - 85_001 }, 'late'],
  ['as old, of a source that is asked every ten minutes', { observedAt: NOW - 85_001, intervalMs: 600_000 }, 'fresh'],
  ['of a clock that was a little ahead', { observedAt: NOW + 85_000 }, 'fresh'],
  ['of a clock that was set back since', { observedAt: NOW + 85_001 }, 'late'],
  ['never heard', { observedAt: undefined }, 'late'],
  ['from before the page was opened', { isPersisted: true }, 'kept'],
  ['from long before the page was opened', { isPersisted: true, observedAt: NOW - 86_400_000 }, 'kept'],
  ['just heard, and failing since', { failing: true }, 'unreachable'],
  ['kept, and failing', { failing: true, isPersisted: true }, 'unreachable'],
  ['never heard, and failing', { failing: true, observedAt: undefined }, 'unreachable'],
] as const)('a reading %s: %#', (_, part, freshness) => {
  expect(freshnessOf({ ...fine, ...part })).toBe(freshness);
});

test('what fails is never fresh, however new and whatever the clock', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.boolean(), (observedAt, now, isPersisted) => {
      expect(freshnessOf({ ...fine, observedAt, now, isPersisted, failing: true })).toBe('unreachable');
    }),
  );
});

test('the name is the label, else the one in Qovery, else the start of the id', () => {
  const id = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
  const info = { id, name: 'staging' } as Parameters<typeof nameOf>[0]['info'];
  expect(nameOf({ id, label: 'Shop', info })).toBe('Shop');
  expect(nameOf({ id, info })).toBe('staging');
  expect(nameOf({ id })).toBe('3fa85f64…');
});

test('the tone is the state’s, and unknown without one', () => {
  expect(toneOfStatus(undefined)).toBe('unknown');
  expect(toneOfStatus({ id: 'a', state: 'BUILD_ERROR', lastDeploymentState: 'BUILD_ERROR' })).toBe('failing');
});
