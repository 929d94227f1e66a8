import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import { RequestQueue } from '#data/polling/request-queue.ts';
import { NEVER_REQUESTED } from '#domain/polling/source-health.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { sourcesOf } from '#test/support/polling-hours.ts';

const NOW = Date.UTC(2026, 9, 24, 20);
const [A, B, C, D] = sourcesOf(4) as [Source, Source, Source, Source];
type Source = ReturnType<typeof sourcesOf>[number];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const idIn = (path: string) => path.split('/')[2] ?? '';
const wellOf = (path: string) =>
  Response.json({ results: [{ id: idIn(path), state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' }] });

/** Returns a request queue over a Qovery that the test controls, and over a ledger whose hour may be spent. */
function openAsker(answer: (path: string) => Response = wellOf, reserveRequest: () => void = () => {}) {
  const asked: string[] = [];
  const answers: StatusAnswer[] = [];
  const onFailed = vi.fn();
  const send: typeof fetch = async (input) => {
    asked.push(String(input));
    return answer(String(input));
  };
  const asker = new RequestQueue({
    client: new QueryClient(),
    api: createApiClient({ source: 'asker', baseUrl: '', send, reserveRequest }),
    onAnswer: (one) => {
      answers.push(one);
      asker.sendNext();
    },
    onFailed,
  });
  const ask = async (...line: readonly Source[]) => {
    asker.replaceQueue(line);
    await vi.advanceTimersByTimeAsync(100);
  };
  return { asker, ask, asked, answers, onFailed };
}

test('asks a line in its order, and keeps when each was asked and heard', async () => {
  const { asker, ask, asked, answers } = openAsker();
  expect(asker.isQueueEmpty).toBe(true);
  await ask(B, A);
  expect(asked.map(idIn)).toEqual([B.id, A.id]);
  expect(answers.map(({ source }) => source)).toEqual([B, A]);
  expect(asker.healthOf(A.key)).toEqual({ ...NEVER_REQUESTED, requestedAt: NOW, observedAt: NOW, attempt: 1 });
  expect(asker.healthOf(C.key)).toEqual(NEVER_REQUESTED);
  await ask(A);
  expect(asker.healthOf(A.key).attempt).toBe(2);
});

test('after the clock was set back it asks, and does not take what was heard before for news', async () => {
  const { ask, asked, answers } = openAsker();
  await ask(A);
  vi.setSystemTime(NOW - 3_600_000);
  await ask(A);
  expect(asked).toHaveLength(2);
  expect(answers.at(-1)?.observedAt).toBeLessThan(NOW);
});

test('six at once, and the line is not empty before the rest is asked', async () => {
  const never = new Promise<Response>(() => {});
  const asked: string[] = [];
  const send: typeof fetch = (input) => {
    asked.push(String(input));
    return never;
  };
  const asker = new RequestQueue({
    client: new QueryClient(),
    api: createApiClient({ source: 'asker', baseUrl: '', send }),
    onAnswer: () => {},
    onFailed: () => {},
  });
  const many = sourcesOf(9);
  asker.replaceQueue(many);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toHaveLength(6);
  expect(asker.isQueueEmpty).toBe(false);
  expect(asker.hasInFlight).toBe(true);
  expect(asker.idleSources(many)).toEqual(many.slice(6));
  asker.replaceQueue([]);
  expect(asker.isQueueEmpty).toBe(true);
});

test('forgets those that are no longer wanted, and no others', async () => {
  const { asker, ask } = openAsker();
  await ask(A, B);
  asker.retainOnly([B, C]);
  expect([...asker.health.keys()]).toEqual([B.key]);
});

test('begins anew: as if not asked, nor failed, and what was heard stays', async () => {
  let isBroken = false;
  const { asker, ask } = openAsker((path) => (isBroken ? new Response(null, { status: 503 }) : wellOf(path)));
  await ask(A);
  isBroken = true;
  await ask(A);
  expect(asker.healthOf(A.key)).toMatchObject({ failures: 1, failure: { kind: 'server', status: 503 } });
  asker.resetFailures();
  expect(asker.healthOf(A.key)).toMatchObject({ requestedAt: undefined, failures: 0, observedAt: NOW });
});

test('what the ledger held back was not asked: it keeps its place, and nobody is asked before the time', async () => {
  let isSpent = false;
  const { asker, ask, onFailed } = openAsker(wellOf, () => {
    if (isSpent) throw new ApiError({ kind: 'budgetSpent', retryAfterMs: 70_000 });
  });
  await ask(A);
  const before = asker.healthOf(A.key);
  isSpent = true;
  vi.setSystemTime(NOW + 30_000);
  await ask(A);
  expect(asker.healthOf(A.key)).toMatchObject({
    requestedAt: before.requestedAt,
    attempt: before.attempt,
    failures: 0,
    failure: { kind: 'budgetSpent', retryAfterMs: 70_000 },
  });
  expect(onFailed).toHaveBeenCalledOnce();
  expect(asker.blockedUntil(NOW + 30_000)).toBe(NOW + 100_000);
  expect(asker.blockedUntil(NOW - 86_400_000)).toBe(NOW - 86_400_000 + 3_600_000);
});

test('a refusal has two others asked about it, the first time; other failures have nobody', async () => {
  const statuses = new Map<string, number>();
  const { asker, ask } = openAsker((path) => {
    const status = statuses.get(idIn(path));
    return status === undefined ? wellOf(path) : new Response(null, { status });
  });
  await ask(A, B, C, D);
  const unasked = () => [A, B, C, D].filter(({ key }) => asker.healthOf(key).requestedAt === undefined);
  statuses.set(A.id, 503);
  await ask(A);
  expect(unasked()).toEqual([]);
  statuses.set(A.id, 401);
  await ask(A);
  expect(unasked(), 'it failed before').toEqual([]);
  statuses.set(B.id, 401);
  asker.retainOnly([B, C, D]);
  await ask(B);
  expect(unasked().filter((one) => one !== A)).toEqual([C, D]);
});

test('a fault of ours is no reason to stop', async () => {
  const asker = new RequestQueue({
    client: new QueryClient(),
    api: createApiClient({ source: 'asker', baseUrl: '', send: async (input) => wellOf(String(input)) }),
    onAnswer: () => {
      throw new TypeError('a mistake');
    },
    onFailed: () => {},
  });
  asker.replaceQueue([A]);
  await vi.advanceTimersByTimeAsync(100);
  expect(asker.healthOf(A.key).failure).toEqual({ kind: 'unreachable' });
  expect(asker.hasInFlight).toBe(false);
});

test('news of a clock that was set back since is forgotten once the source fails, and older news is not', async () => {
  let isBroken = false;
  const { asker, ask } = openAsker((path) => (isBroken ? new Response(null, { status: 503 }) : wellOf(path)));
  await ask(A);
  isBroken = true;
  vi.setSystemTime(NOW);
  await ask(A);
  expect(asker.healthOf(A.key)).toMatchObject({ observedAt: NOW, failures: 1 });
  vi.setSystemTime(NOW - 7_200_000);
  await ask(A);
  expect(asker.healthOf(A.key)).toMatchObject({ observedAt: undefined, failures: 2, failingSince: NOW - 7_200_000 });
});

test('tells how it goes, and another goes on from there', async () => {
  const partial = (path: string) => {
    const one = { id: idIn(path), state: 'DEPLOYED' };
    return Response.json({ results: [path.endsWith('/overview') ? { id: one.id, deployment_status: one } : one] });
  };
  const { asker, ask, asked } = openAsker(partial);
  await ask(A);
  expect(asked).toHaveLength(2);
  expect([...asker.partial]).toEqual([A.id]);
  const told = asker.exportState();
  expect(told).toMatchObject({
    waitUntil: 0,
    partial: [A.id],
    usesOverview: [A.id],
    health: [[A.key, { observedAt: NOW }]],
  });
  const next = openAsker(partial);
  next.asker.importState(told);
  expect(next.asker.exportState()).toEqual(told);
  await next.ask(A);
  expect(next.asked, 'the overview at once').toHaveLength(1);
});
