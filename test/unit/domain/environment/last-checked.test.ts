import { expect, test } from 'vitest';
import { lastChecked } from '#domain/environment/last-checked.ts';

const status = { id: '1', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' };

test('lastChecked returns checked with the time of the answer when the reading is fresh', () => {
  expect(lastChecked({ freshness: 'fresh', status }, { observedAt: 1_000 })).toEqual({ kind: 'checked', at: 1_000 });
});

test('lastChecked returns old when an answer is overdue', () => {
  expect(lastChecked({ freshness: 'late', status }, { observedAt: 1_000 })).toEqual({ kind: 'old', at: 1_000 });
});

test('lastChecked returns the time of the first failure while requests fail', () => {
  const unreachable = { freshness: 'unreachable', unreachedSince: 5_000, status } as const;
  expect(lastChecked(unreachable, { observedAt: 1_000 })).toEqual({ kind: 'unreached', at: 5_000 });
});

test('lastChecked ignores an earlier failure of a fresh reading, and uses the answer when no first failure is known', () => {
  expect(lastChecked({ freshness: 'fresh', unreachedSince: 5_000, status }, { observedAt: 1_000 })).toEqual({
    kind: 'checked',
    at: 1_000,
  });
  expect(lastChecked({ freshness: 'unreachable', status }, { observedAt: 1_000 })).toEqual({ kind: 'old', at: 1_000 });
});

test('lastChecked returns kept for a persisted reading, with or without its time', () => {
  expect(lastChecked({ freshness: 'kept', status }, { observedAt: 1_000 })).toEqual({ kind: 'kept', at: 1_000 });
  expect(lastChecked({ freshness: 'fresh', status }, undefined)).toEqual({ kind: 'kept', at: undefined });
});

test('lastChecked names a cache, and gives no time when the age of the answer is unknown', () => {
  const fresh = { freshness: 'fresh', status } as const;
  expect(lastChecked(fresh, { observedAt: 1_000, via: 'cache' })).toEqual({
    kind: 'checked',
    at: 1_000,
    isCached: true,
  });
  expect(lastChecked(fresh, { observedAt: 1_000 })).not.toHaveProperty('isCached');
  expect(lastChecked({ freshness: 'late', status }, { observedAt: 1_000, via: 'undated' })).toEqual({
    kind: 'undated',
    at: undefined,
  });
});

test('lastChecked returns never before the first answer', () => {
  expect(lastChecked({ freshness: 'late' }, undefined)).toEqual({ kind: 'never', at: undefined });
});
