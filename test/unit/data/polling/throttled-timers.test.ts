import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  HOUR_MS,
  LIMIT,
  limitingServer,
  longestWait,
  MOVING,
  mostInAnHour,
  openTab,
  pass,
  sourcesOf,
  stubBrowser,
  unstubBrowser,
} from '#test/support/polling-hours.ts';

const MINUTE_MS = 60_000;
const PROJECTS = 8;

beforeEach(stubBrowser);
afterEach(unstubBrowser);

test('polls more slowly, without a burst, while timers fire once a minute, and continues as before afterwards', async () => {
  const server = limitingServer(MOVING['a tenth moving']);
  const plain = setTimeout;
  // A browser throttles the timers of a tab that was hidden for some minutes. A spy on a fake clock would outlive it.
  const throttled = (run: () => void, ms = 0) => {
    const now = performance.now();
    return plain(run, Math.ceil((now + ms) / MINUTE_MS) * MINUTE_MS - now);
  };
  globalThis.setTimeout = Object.assign(throttled, plain);
  const stop = openTab(sourcesOf(PROJECTS), server.send);
  await pass(HOUR_MS);
  expect(mostInAnHour(server)).toBeLessThanOrEqual(LIMIT);
  expect(longestWait(server)).toBeLessThanOrEqual(3 * MINUTE_MS);
  expect(new Set(server.received.map(({ path }) => path)).size).toBe(PROJECTS);

  globalThis.setTimeout = plain;
  const before = server.received.length;
  await pass(2 * MINUTE_MS);
  stop();
  // Two minutes at the usual interval: one source in progress every 10 s, seven others every 30 s, and no more.
  expect(server.received.length - before).toBeLessThanOrEqual(13 + 7 * 5);
  expect(server.refused()).toBe(0);
});
