import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Failure } from '#domain/environment/failure.ts';
import { afterAnswer, afterFailure, afterRequest } from '#domain/polling/health-transitions.ts';
import { NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';

const NOW = 1_000_000;
const SERVER: Failure = { kind: 'server', status: 503 };
const SPENT: Failure = { kind: 'budgetSpent', retryAfterMs: 60_000 };

const anyTime = fc.option(fc.integer({ min: 0, max: 2 * NOW }), { nil: undefined });
const anyFailure = fc.constantFrom<Failure>(
  SERVER,
  SPENT,
  { kind: 'unauthorized', credential: 'token' },
  { kind: 'offline' },
);
const anyHealth: fc.Arbitrary<SourceHealth> = fc.record({
  requestedAt: anyTime,
  observedAt: anyTime,
  failure: fc.option(anyFailure, { nil: undefined }),
  failingSince: anyTime,
  failures: fc.nat({ max: 20 }),
  attempt: fc.nat({ max: 20 }),
});

it('counts a request and notes its time when it is sent', () => {
  expect(afterRequest(NEVER_REQUESTED, NOW)).toEqual({ ...NEVER_REQUESTED, requestedAt: NOW, attempt: 1 });
});

it('ends every failure when the source answers', () => {
  fc.assert(
    fc.property(anyHealth, (health) => {
      const { requestedAt, attempt } = health;
      expect(afterAnswer(health, NOW)).toEqual({ ...NEVER_REQUESTED, requestedAt, attempt, observedAt: NOW });
    }),
  );
});

it('counts a failed request and notes when the failures began', () => {
  const beforeRequest = NEVER_REQUESTED;
  const first = afterFailure(afterRequest(beforeRequest, NOW), { beforeRequest, failure: SERVER, now: NOW + 1 });
  expect(first).toMatchObject({ failure: SERVER, failures: 1, failingSince: NOW + 1, requestedAt: NOW, attempt: 1 });
  const second = afterFailure(afterRequest(first, NOW + 2), { beforeRequest: first, failure: SERVER, now: NOW + 3 });
  expect(second).toMatchObject({ failures: 2, failingSince: NOW + 1, requestedAt: NOW + 2, attempt: 2 });
});

it('gives a source its turn back when the request ledger refuses the request', () => {
  fc.assert(
    fc.property(anyHealth, (beforeRequest) => {
      const { requestedAt, attempt, failures } = beforeRequest;
      const after = afterFailure(afterRequest(beforeRequest, NOW), { beforeRequest, failure: SPENT, now: NOW });
      expect(after).toMatchObject({ requestedAt, attempt, failures, failure: SPENT });
    }),
  );
});

it('drops a future time when a request fails after the clock was set back', () => {
  const health = { ...NEVER_REQUESTED, observedAt: NOW, failingSince: NOW };
  const failedAt = (now: number) => afterFailure(health, { beforeRequest: health, failure: SERVER, now });
  expect(failedAt(NOW)).toMatchObject({ observedAt: NOW, failingSince: NOW });
  expect(failedAt(NOW - 1)).toMatchObject({ observedAt: undefined, failingSince: NOW - 1 });
  fc.assert(
    fc.property(anyHealth, anyHealth, anyFailure, (current, beforeRequest, failure) => {
      const { observedAt = 0, failingSince = 0 } = afterFailure(current, { beforeRequest, failure, now: NOW });
      expect(Math.max(observedAt, failingSince)).toBeLessThanOrEqual(NOW);
    }),
  );
});
