import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMultiTokenConnection } from '#data/connection/multi-token-connection.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import {
  HOUR_MS,
  LIMIT,
  limitingServer,
  longestWait,
  MOVING,
  mostInAnHour,
  pass,
  sourcesOf,
  stubBrowser,
  unstubBrowser,
} from '#test/support/polling-hours.ts';

const HOURS = 1;
const PROJECTS = 40;
const CREDENTIALS = ['qov_first', 'qov_second'].map((value): Credential => ({ scheme: 'Token', value }));

beforeEach(stubBrowser);
afterEach(unstubBrowser);

test('spends twice the requests with two tokens, and neither exceeds its hourly budget', async () => {
  const servers = [limitingServer(MOVING['all moving']), limitingServer(MOVING['all moving'])] as const;
  // The second token owns the second half of the projects: the first token is denied access to them.
  const send: typeof fetch = async (input, init) => {
    const isSecond = new Headers(init?.headers).get('Authorization') === 'Token qov_second';
    const path = String(input).replace('/api', '');
    const number = Number.parseInt(/^\/project\/([^/]*)/.exec(path)?.[1]?.slice(-12) ?? '', 16);
    const answer = await servers[isSecond ? 1 : 0].send(path, init);
    const isTheirs = number >= PROJECTS / 2 === isSecond;
    return isTheirs ? answer : new Response(null, { status: 404, headers: answer.headers });
  };
  vi.stubGlobal('fetch', send);
  const { api, openPoller } = createMultiTokenConnection('/api', CREDENTIALS);
  const client = new QueryClient();
  const poller = openPoller?.(client, new ReadingStore(api));
  const stop = poller?.start();
  poller?.setSources(sourcesOf(PROJECTS));
  await pass(HOURS * HOUR_MS);
  stop?.();
  for (const server of servers) {
    expect(mostInAnHour(server)).toBeLessThanOrEqual(LIMIT);
    expect(server.refused()).toBe(0);
    expect(server.received.length).toBeGreaterThan(HOURS * 800);
    expect(longestWait(server)).toBeLessThanOrEqual(660_000);
  }
});
