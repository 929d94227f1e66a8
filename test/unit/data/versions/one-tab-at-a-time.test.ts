import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oneTabAtATime } from '#data/versions/one-tab-at-a-time.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

beforeEach(stubBrowser);
afterEach(unstubBrowser);

/** Returns a request that takes so many milliseconds, and records when it begins. */
function aRequest(name: string, ms: number, began: string[]) {
  return async () => {
    began.push(name);
    await new Promise((resolve) => setTimeout(resolve, ms));
  };
}

test('lets a second tab send only after the first one has its answer', async () => {
  const began: string[] = [];
  const [first, second] = [oneTabAtATime('lock'), oneTabAtATime('lock')];
  const both = Promise.all([first(aRequest('first', 1_000, began)), second(aRequest('second', 1_000, began))]);
  await vi.advanceTimersByTimeAsync(900);
  expect(began).toEqual(['first']);
  await vi.advanceTimersByTimeAsync(200);
  expect(began).toEqual(['first', 'second']);
  await vi.advanceTimersByTimeAsync(1_000);
  await both;
  expect(vi.getTimerCount(), 'no wait goes on').toBe(0);
});

test('sends without the lock when a frozen tab holds it for half a minute', async () => {
  const began: string[] = [];
  void oneTabAtATime('lock')(aRequest('frozen', 600_000, began));
  void oneTabAtATime('lock')(aRequest('waiting', 0, began));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(began).toEqual(['frozen']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(began).toEqual(['frozen', 'waiting']);
});

test('sends at once, and once, where the browser has no locks', async () => {
  vi.stubGlobal('navigator', {});
  const began: string[] = [];
  const sent = oneTabAtATime('lock')(aRequest('alone', 10, began));
  await vi.advanceTimersByTimeAsync(10);
  await sent;
  expect(began).toEqual(['alone']);
});
