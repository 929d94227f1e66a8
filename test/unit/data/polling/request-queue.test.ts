import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import { RequestQueue } from '#data/polling/request-queue.ts';
import { NEVER_REQUESTED } from '#domain/polling/source-health.ts';
import { idIn, openQueue, wellOf } from '#test/support/open-queue.ts';
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

test('sends requests in queue order, and records when each source was requested and answered', async () => {
  const { queue, poll, requested, answers } = openQueue();
  expect(queue.isQueueEmpty).toBe(true);
  await poll(B, A);
  expect(requested.map(idIn)).toEqual([B.id, A.id]);
  expect(answers.map(({ source }) => source)).toEqual([B, A]);
  expect(queue.healthOf(A.key)).toEqual({ ...NEVER_REQUESTED, requestedAt: NOW, observedAt: NOW, attempt: 1 });
  expect(queue.healthOf(C.key)).toEqual(NEVER_REQUESTED);
  await poll(A);
  expect(queue.healthOf(A.key).attempt).toBe(2);
});

test('sends requests after the clock was set back, and ignores earlier answers', async () => {
  const { poll, requested, answers } = openQueue();
  await poll(A);
  vi.setSystemTime(NOW - 3_600_000);
  await poll(A);
  expect(requested).toHaveLength(2);
  expect(answers.at(-1)?.observedAt).toBeLessThan(NOW);
});

test('sends six requests at once, and is empty only after all others are sent', async () => {
  const never = new Promise<Response>(() => {});
  const requested: string[] = [];
  const send: typeof fetch = (input) => {
    requested.push(String(input));
    return never;
  };
  const queue = new RequestQueue({
    client: new QueryClient(),
    api: createApiClient({ source: 'queue', baseUrl: '', send }),
    onAnswer: () => {},
    onFailed: () => {},
  });
  const many = sourcesOf(9);
  queue.replaceQueue(many);
  await vi.advanceTimersByTimeAsync(100);
  expect(requested).toHaveLength(6);
  expect(queue.isQueueEmpty).toBe(false);
  expect(queue.hasInFlight).toBe(true);
  expect(queue.idleSources(many)).toEqual(many.slice(6));
  queue.replaceQueue([]);
  expect(queue.isQueueEmpty).toBe(true);
  queue.replaceQueue(many.slice(6));
  await vi.advanceTimersByTimeAsync(100);
  expect(requested, 'a seventh').toHaveLength(6);
});

test('dates an answer by its age, and its request no later than the answer', async () => {
  const { poll, queue, answers } = openQueue((path) => {
    const { body } = wellOf(path);
    return new Response(body, { headers: { Age: '20' } });
  });
  await poll(A);
  expect(answers).toMatchObject([{ requestedAt: NOW - 20_000, observedAt: NOW - 20_000 }]);
  expect(queue.healthOf(A.key).observedAt).toBe(NOW - 20_000);
  expect(queue.partial.size).toBe(0);
});

test('reports whether a source has answered since a time', async () => {
  const { queue, poll } = openQueue();
  expect(queue.hasAnsweredSince(0)).toBe(false);
  await poll(A);
  expect(queue.hasAnsweredSince(NOW)).toBe(true);
  expect(queue.hasAnsweredSince(NOW + 1)).toBe(false);
});

test('makes a source due again a second after its request, and not before', async () => {
  const { queue, poll } = openQueue();
  await poll(A);
  vi.setSystemTime(NOW + 999);
  queue.makeDue(A.key);
  expect(queue.healthOf(A.key).requestedAt).toBe(NOW);
  vi.setSystemTime(NOW + 1_000);
  queue.makeDue(A.key);
  expect(queue.healthOf(A.key).requestedAt).toBeUndefined();
  queue.makeDue(B.key);
  expect(queue.healthOf(B.key)).toEqual(NEVER_REQUESTED);
});

test('reports a refused token when every source is refused, and not when one has answered', async () => {
  const refused = openQueue(() => new Response(null, { status: 401 }));
  await refused.poll(A, B, C);
  expect(refused.queue.isRefused([A, B, C])).toBe(true);
  const denied = openQueue((path) => (idIn(path) === A.id ? new Response(null, { status: 401 }) : wellOf(path)));
  await denied.poll(A, B, C);
  expect(denied.queue.isRefused([A, B, C])).toBe(false);
});

test('retires the health of sources that are not retained, and of no others', async () => {
  const { queue, poll } = openQueue();
  await poll(A, B);
  queue.retainOnly([B, C]);
  expect([...queue.health.keys()]).toEqual([B.key]);
});

test('makes every source due and resets its failures, without losing its last answer', async () => {
  let isBroken = false;
  const { queue, poll } = openQueue((path) => (isBroken ? new Response(null, { status: 503 }) : wellOf(path)));
  await poll(A);
  isBroken = true;
  await poll(A);
  expect(queue.healthOf(A.key)).toMatchObject({ failures: 1, failure: { kind: 'server', status: 503 } });
  queue.resetFailures();
  expect(queue.healthOf(A.key)).toMatchObject({ requestedAt: undefined, failures: 0, observedAt: NOW });
});

test('does not count a request that the ledger refuses, and sends none before the ledger has room', async () => {
  let isSpent = false;
  const { queue, poll, onFailed } = openQueue(wellOf, () => {
    if (isSpent) throw new ApiError({ kind: 'budgetSpent', retryAfterMs: 70_000 });
  });
  await poll(A);
  const before = queue.healthOf(A.key);
  isSpent = true;
  vi.setSystemTime(NOW + 30_000);
  await poll(A);
  expect(queue.healthOf(A.key)).toMatchObject({
    requestedAt: before.requestedAt,
    attempt: before.attempt,
    failures: 0,
    failure: { kind: 'budgetSpent', retryAfterMs: 70_000 },
  });
  expect(onFailed).toHaveBeenCalledOnce();
  expect(queue.blockedUntil(NOW + 30_000)).toBe(NOW + 100_000);
  expect(queue.blockedUntil(NOW - 86_400_000)).toBe(NOW - 86_400_000);
});

test('makes two other sources due after a first 401, and none after another failure', async () => {
  const statuses = new Map<string, number>();
  const { queue, poll } = openQueue((path) => {
    const status = statuses.get(idIn(path));
    return status === undefined ? wellOf(path) : new Response(null, { status });
  });
  await poll(A, B, C, D);
  const unasked = () => [A, B, C, D].filter(({ key }) => queue.healthOf(key).requestedAt === undefined);
  statuses.set(A.id, 503);
  await poll(A);
  expect(unasked()).toEqual([]);
  statuses.set(A.id, 401);
  await poll(A);
  expect(unasked(), 'it failed before').toEqual([]);
  statuses.set(B.id, 401);
  queue.retainOnly([B, C, D]);
  await poll(B);
  expect(unasked().filter((one) => one !== A)).toEqual([C, D]);
});

test('continues after an unexpected exception', async () => {
  const queue = new RequestQueue({
    client: new QueryClient(),
    api: createApiClient({ source: 'queue', baseUrl: '', send: async (input) => wellOf(String(input)) }),
    onAnswer: () => {
      throw new TypeError('a mistake');
    },
    onFailed: () => {},
  });
  queue.replaceQueue([A]);
  await vi.advanceTimersByTimeAsync(100);
  expect(queue.healthOf(A.key).failure).toEqual({ kind: 'unreachable' });
  expect(queue.hasInFlight).toBe(false);
});

test('drops a future answer time when the source fails, and retains a past one', async () => {
  let isBroken = false;
  const { queue, poll } = openQueue((path) => (isBroken ? new Response(null, { status: 503 }) : wellOf(path)));
  await poll(A);
  isBroken = true;
  vi.setSystemTime(NOW);
  await poll(A);
  expect(queue.healthOf(A.key)).toMatchObject({ observedAt: NOW, failures: 1 });
  vi.setSystemTime(NOW - 7_200_000);
  await poll(A);
  expect(queue.healthOf(A.key)).toMatchObject({ observedAt: undefined, failures: 2, failingSince: NOW - 7_200_000 });
});

test('exports its state, from which another queue continues', async () => {
  const partial = (path: string) => {
    const one = { id: idIn(path), state: 'DEPLOYED' };
    return Response.json({ results: [path.endsWith('/overview') ? { id: one.id, deployment_status: one } : one] });
  };
  const { queue, poll, requested } = openQueue(partial);
  await poll(A);
  expect(requested).toHaveLength(2);
  expect([...queue.partial]).toEqual([A.id]);
  const reported = queue.exportState();
  expect(reported).toMatchObject({
    waitUntil: 0,
    partial: [A.id],
    usesOverview: [A.id],
    health: [[A.key, { observedAt: NOW }]],
  });
  const next = openQueue(partial);
  next.queue.importState(reported);
  expect(next.queue.exportState()).toEqual(reported);
  await next.poll(A);
  expect(next.requested, 'the overview at once').toHaveLength(1);
});
