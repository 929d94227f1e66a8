import { describe, expect, it } from 'vitest';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { barOf, isCounted, weekValueText } from '#features/delivery/measure-values.ts';

const week = (part: Partial<Measures> = {}): Measures => ({
  deployments: 4,
  succeeded: 3,
  failed: 1,
  apart: { repeats: 0, others: 0, cancelled: 0, running: 0 },
  perDay: 3 / 7,
  failureRate: 0.25,
  recovery: { medianMs: 600_000, recovered: 1, stillFailing: 0 },
  lead: { medianMs: 3_600_000, measured: 2, changes: 3 },
  duration: { medianSeconds: 90, p90Seconds: 120, measured: 3 },
  ...part,
});
const busy = week({ deployments: 20, succeeded: 15, failed: 5, perDay: 15 / 7 });
const empty = week({ deployments: 0, succeeded: 0, failed: 0, perDay: 0, failureRate: undefined });

describe('a week of the small charts', () => {
  it('shows counts and no rate when it has fewer than ten deployments', () => {
    expect(isCounted([week(), empty])).toBe(true);
    expect([week(), empty].map((one) => barOf('failureRate', one, true))).toEqual([1, 0]);
    expect(weekValueText('failureRate', busy)).toBe('25%, 5 failed, from 20 deployments');
    expect(weekValueText('failureRate', week())).toBe('1 failed, from 4 deployments: no rate');
    expect(weekValueText('frequency', week())).toBe('3 successful, from 4 deployments: no rate');
    expect(weekValueText('lead', week())).toBe('2 with a known commit, from 4 deployments: no rate');
  });

  it('has no bar of a rate beside weeks with ten deployments, and one for the frequency', () => {
    expect(isCounted([busy, week(), empty])).toBe(false);
    expect([busy, week()].map((one) => barOf('failureRate', one, false))).toEqual([0.25, undefined]);
    expect([busy, week()].map((one) => barOf('frequency', one, false))).toEqual([15 / 7, 3 / 7]);
    expect(weekValueText('failureRate', empty)).toBe('none');
  });

  it('is not known, rather than empty, when no history reaches into it', () => {
    const before = { ...empty, perDay: undefined };
    expect(weekValueText('frequency', before)).toBe('not known');
    expect(barOf('frequency', before, true)).toBeUndefined();
  });
});
