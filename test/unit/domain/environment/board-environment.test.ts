import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshnessOf, isUnknown, longNameOf, nameOf, toneOfStatus } from '#domain/environment/board-environment.ts';

const NOW = Date.UTC(2026, 9, 24, 20);
const fine = { observedAt: NOW, isPersisted: false, failing: false, intervalMs: 30_000, now: NOW };

test.each([
  ['received just now', {}, 'fresh'],
  ['two intervals and 25 s old', { observedAt: NOW - 85_000 }, 'fresh'],
  ['older', { observedAt: NOW - 85_001 }, 'late'],
  ['as old, of a source that is polled every ten minutes', { observedAt: NOW - 85_001, intervalMs: 600_000 }, 'fresh'],
  ['less than the tolerance in the future', { observedAt: NOW + 85_000 }, 'fresh'],
  ['further in the future, because the clock was set back', { observedAt: NOW + 85_001 }, 'late'],
  ['of unknown age, although it was received just now', { via: 'undated' }, 'late'],
  ['of a known age, from a cache', { via: 'cache' }, 'fresh'],
  ['that was never received', { observedAt: undefined }, 'late'],
  ['persisted by an earlier page', { isPersisted: true }, 'kept'],
  ['persisted a day ago by an earlier page', { isPersisted: true, observedAt: NOW - 86_400_000 }, 'kept'],
  ['received just now, of a source that fails since', { failing: true }, 'unreachable'],
  ['persisted, of a source that fails', { failing: true, isPersisted: true }, 'unreachable'],
  ['never received, of a source that fails', { failing: true, observedAt: undefined }, 'unreachable'],
] as const)('the freshness is right for a reading %s: %#', (_, part, freshness) => {
  expect(freshnessOf({ ...fine, ...part })).toBe(freshness);
});

test('a reading is unreachable when its source fails, at any age and under any clock', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.boolean(), (observedAt, now, isPersisted) => {
      expect(freshnessOf({ ...fine, observedAt, now, isPersisted, failing: true })).toBe('unreachable');
    }),
  );
});

test('nameOf returns the label, or Qovery’s name, or the start of the id', () => {
  const id = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
  const info = { id, name: 'staging' } as Parameters<typeof nameOf>[0]['info'];
  expect(nameOf({ id, label: 'Shop', info })).toBe('Shop');
  expect(nameOf({ id, info })).toBe('staging');
  expect(nameOf({ id })).toBe('3fa85f64…');
});

test('toneOfStatus returns the tone of the state, and unknown without a status', () => {
  expect(toneOfStatus(undefined)).toBe('unknown');
  expect(toneOfStatus({ id: 'a', state: 'BUILD_ERROR', lastDeploymentState: 'BUILD_ERROR' })).toBe('failing');
});

test('longNameOf puts the project before the name, if the directory names it', () => {
  const id = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
  const info = { id, name: 'staging', projectName: 'Checkout' } as Parameters<typeof nameOf>[0]['info'];
  expect(longNameOf({ id, info })).toBe('Checkout staging');
  expect(longNameOf({ id, label: 'Shop', info })).toBe('Checkout Shop');
  expect(longNameOf({ id })).toBe('3fa85f64…');
});

test('an environment is unknown when Qovery denies it and never answered', () => {
  const status = { id: 'a', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' };
  const [denied, down] = [{ kind: 'denied' } as const, { kind: 'server', status: 503 } as const];
  expect(isUnknown({ status: undefined, failure: denied })).toBe(true);
  expect(isUnknown({ status, failure: denied })).toBe(false);
  expect(isUnknown({ status: undefined, failure: down })).toBe(false);
  expect(isUnknown({ status: undefined, failure: undefined })).toBe(false);
});
