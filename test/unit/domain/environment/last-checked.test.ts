import { expect, test } from 'vitest';
import { lastChecked } from '#domain/environment/last-checked.ts';

const status = { id: '1', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' };

test('a fresh reading is as old as its answer', () => {
  expect(lastChecked({ freshness: 'fresh', status }, { observedAt: 1_000 })).toEqual({ kind: 'checked', at: 1_000 });
});

test('one that is overdue is old, not checked', () => {
  expect(lastChecked({ freshness: 'late', status }, { observedAt: 1_000 })).toEqual({ kind: 'old', at: 1_000 });
});

test('while asking fails the first failure counts, not the last answer', () => {
  const unreachable = { freshness: 'unreachable', failingSince: 5_000, status } as const;
  expect(lastChecked(unreachable, { observedAt: 1_000 })).toEqual({ kind: 'unreached', at: 5_000 });
});

test('what is reached was not unreached, and without a first failure the answer counts', () => {
  expect(lastChecked({ freshness: 'fresh', failingSince: 5_000, status }, { observedAt: 1_000 })).toEqual({
    kind: 'checked',
    at: 1_000,
  });
  expect(lastChecked({ freshness: 'unreachable', status }, { observedAt: 1_000 })).toEqual({ kind: 'old', at: 1_000 });
});

test('what was kept is never called checked, with or without its age', () => {
  expect(lastChecked({ freshness: 'kept', status }, { observedAt: 1_000 })).toEqual({ kind: 'kept', at: 1_000 });
  expect(lastChecked({ freshness: 'fresh', status }, undefined)).toEqual({ kind: 'kept', at: undefined });
});

test('before the first answer nothing was heard', () => {
  expect(lastChecked({ freshness: 'late' }, undefined)).toEqual({ kind: 'never', at: undefined });
});
