import { QueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { followServerTime, skewNow, takeSkew } from '#browser/server-now.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { TAB_PROTOCOL_VERSION, type TabMessage, tabMessage } from '#data/tabs/tab-messages.ts';
import { NO_SKEW } from '#domain/server-clock.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { behindCache } from '#test/support/caching-proxy.ts';
import { sourcesOf } from '#test/support/polling-hours.ts';

const NOW = Date.UTC(2026, 10, 27, 12);
const HOUR_MS = 3_600_000;
const sources = sourcesOf(1);
const [{ id } = { id: '' }] = sources;

beforeEach(() => {
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  takeSkew(NO_SKEW);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answer: typeof fetch = async () =>
  Response.json({ results: [{ id, state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' }] });

function openTab(send: typeof fetch) {
  const client = new QueryClient();
  const api = createApiClient({ source: 'tabs', baseUrl: '', send });
  const readings = new ReadingStore(api);
  const poller = new PollScheduler({ client, api, readings, tabs: openTabCoordinator('tabs'), perHour: () => 1_000 });
  const stop = poller.start();
  poller.setSources(sources);
  return { api, readings, poller, stop };
}

test('sends followers the age of a cached answer', async () => {
  const send = behindCache(answer, { keepMs: HOUR_MS });
  const leader = openTab(send);
  await vi.advanceTimersByTimeAsync(1_000);
  const asking = vi.fn(answer);
  const follower = openTab(asking);
  await vi.advanceTimersByTimeAsync(90_000);
  const received = follower.readings.observationOf(id);
  expect(received).toMatchObject({ via: 'cache' });
  expect(received?.observedAt).toBe(leader.readings.observationOf(id)?.observedAt);
  expect(Date.now() - (received?.observedAt ?? 0)).toBeGreaterThan(85_000);
  expect(asking).not.toHaveBeenCalled();
  leader.stop();
  follower.stop();
});

test('broadcasts the leader’s measured clock skew, which followers apply', async () => {
  const channel = new BroadcastChannel(`envboard.poller.${TAB_PROTOCOL_VERSION}@tabs`);
  const reported: TabMessage[] = [];
  channel.onmessage = ({ data }: MessageEvent<unknown>) => void reported.push(v.parse(tabMessage, data));
  const leader = openTab(behindCache(answer, { keepMs: 0, now: () => Date.now() - HOUR_MS }));
  const unfollow = followServerTime(leader.api.time);
  await vi.advanceTimersByTimeAsync(1_000);
  channel.postMessage({ kind: 'subscribe', tab: 'other', sources, lacks: [] });
  await vi.advanceTimersByTimeAsync(1_000);
  leader.stop();
  unfollow();
  expect(skewNow()).toEqual(NO_SKEW);

  const state = reported.find(({ kind }) => kind === 'state');
  const follower = openTab(answer);
  follower.poller.setPaused(true);
  channel.postMessage(state);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(skewNow().ms).toBeGreaterThan(HOUR_MS - 2_000);
  expect(skewNow().ms).toBeLessThan(HOUR_MS + 2_000);
  follower.stop();
  channel.close();
});
