import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { takeSkew } from '#browser/server-now.ts';
import { PolledAnswers } from '#data/polling/polled-answers.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';
import { NO_SKEW } from '#domain/server-clock.ts';
import { openQueue } from '#test/support/open-queue.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const [A, B] = [aProject('a'), aProject('b')];
const aStatus = (id: string, state: string): EnvironmentStatus => ({ id, state, lastDeploymentState: state });

beforeEach(stubBrowser);
afterEach(() => {
  takeSkew(NO_SKEW);
  unstubBrowser();
});

function open(respond?: (path: string) => Response) {
  const { queue, poll } = openQueue(respond);
  const readings = new ReadingStore(createApiClient({ source: 'polled', baseUrl: '' }));
  return { polled: new PolledAnswers({ queue, readings }), readings, poll };
}

test('has all sources once each was answered or failed', async () => {
  const { polled, poll } = open((path) => new Response(null, { status: path.includes('/a/') ? 503 : 404 }));
  expect(polled.hasAll([])).toBe(true);
  await poll(A);
  expect(polled.hasAll([A, B])).toBe(false);
  await poll(B);
  expect(polled.hasAll([A, B])).toBe(true);
});

test('returns the answer before, unless another board removed its source in between', () => {
  const { polled } = open();
  const first = { at: 1, statuses: [aStatus('a', 'DEPLOYED')] };
  const second = { at: 2, statuses: [aStatus('a', 'STOPPED')] };
  expect(polled.replace(A.key, first)).toBeUndefined();
  expect(polled.replace(A.key, second)).toBe(first);
  polled.retainOnly([A]);
  expect(polled.replace(A.key, first)).toBe(second);
  polled.retainOnly([B]);
  expect(polled.replace(A.key, second)).toBeUndefined();
});

test('calls an answer newer only when it was requested later', () => {
  const { polled } = open();
  expect(polled.isNewer(A.key, 5)).toBe(true);
  polled.replace(A.key, { at: 5, statuses: [] });
  expect([4, 5, 6].map((at) => polled.isNewer(A.key, at))).toEqual([false, false, true]);
});

test('uses the readings and the request time of the former leader until its own first answer', async () => {
  const { polled, readings, poll } = open();
  const requestedAt = Date.now();
  takeSkew({ ms: 60_000, isCertain: true });
  expect(polled.of([A]).polledAtOf(A)).toBeUndefined();
  await poll(A);
  readings.apply({
    source: A,
    statuses: [aStatus('a', 'BUILDING')],
    presentIds: ['a'],
    requestedAt,
    observedAt: requestedAt,
  });
  const former = polled.of([A]);
  expect(former.statusesOf(A)).toEqual([aStatus('a', 'BUILDING')]);
  expect(former.polledAtOf(A), 'by the server’s clock').toBe(requestedAt - 60_000);
  polled.replace(A.key, { at: 7, statuses: [aStatus('a', 'STOPPED')] });
  const own = polled.of([A]);
  expect(own.statusesOf(A)).toEqual([aStatus('a', 'STOPPED')]);
  expect(own.polledAtOf(A)).toBe(7);
});

test('names the project of an environment that is a source of its own', () => {
  const { polled } = open();
  const { projectOf } = polled.of([{ ...environmentSource('e'), projectId: 'p' }, A]);
  expect(projectOf('e')).toBe('p');
  expect(projectOf('a')).toBeUndefined();
});
