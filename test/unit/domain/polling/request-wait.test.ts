import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Failure } from '#domain/environment/failure.ts';
import { MAX_WAIT_MS } from '#domain/polling/poll-plan.ts';
import { blockedUntil, isHourSpent, NO_WAIT, waitAfter } from '#domain/polling/request-wait.ts';

const NOW = 10_000_000;
const limited = (retryAfterMs: number): Failure => ({ kind: 'rateLimited', retryAfterMs });
const spent = (retryAfterMs: number): Failure => ({ kind: 'budgetSpent', retryAfterMs });

it('blocks requests until the wait of a rate limit is over', () => {
  const wait = waitAfter(NO_WAIT, limited(30_000), NOW);
  expect(blockedUntil(wait, NOW)).toBe(NOW + 30_000);
  expect(isHourSpent(wait, NOW)).toBe(false);
  expect(blockedUntil(waitAfter(NO_WAIT, { kind: 'server', status: 503 }, NOW), NOW)).toBe(0);
});

it('reports a spent hour when the request ledger waits longer than a pause between two requests', () => {
  expect(isHourSpent(waitAfter(NO_WAIT, spent(10_001), NOW), NOW)).toBe(true);
  expect(isHourSpent(waitAfter(NO_WAIT, spent(10_000), NOW), NOW)).toBe(false);
});

it('never shortens a wait when a further request fails', () => {
  fc.assert(
    fc.property(fc.nat(MAX_WAIT_MS), fc.nat(MAX_WAIT_MS), fc.boolean(), (firstMs, secondMs, isLedgers) => {
      const first = waitAfter(NO_WAIT, limited(firstMs), NOW);
      const second = waitAfter(first, isLedgers ? spent(secondMs) : limited(secondMs), NOW);
      expect(blockedUntil(second, NOW)).toBe(NOW + Math.max(firstMs, secondMs));
    }),
  );
});

it('ends a wait when the clock was set back by more than the longest limit', () => {
  const wait = waitAfter(NO_WAIT, spent(60_000), NOW);
  expect(isHourSpent(wait, NOW)).toBe(true);
  expect(blockedUntil(wait, NOW - 60_000)).toBe(NOW + 60_000);
  for (const now of [0, 60_000, NOW - MAX_WAIT_MS]) {
    expect(blockedUntil(wait, now)).toBe(now);
    expect(isHourSpent(wait, now)).toBe(false);
  }
});

it('waits at most the longest limit when the server asks for more', () => {
  expect(blockedUntil(waitAfter(NO_WAIT, limited(24 * MAX_WAIT_MS), NOW), NOW)).toBe(NOW + MAX_WAIT_MS);
});
