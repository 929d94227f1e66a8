import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { MultiTokenPoller } from '#data/connection/multi-token-poller.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { singleTab } from '#data/tabs/tab-coordinator.ts';
import { TokenOwners } from '#data/tokens/token-owners.ts';
import { idIn, wellOf } from '#test/support/open-queue.ts';
import { aProject } from '#test/support/poll-sources.ts';
import { pass, stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const KEYS = ['aaaaaaaa', 'bbbbbbbb'] as const;
const [FIRST, SECOND] = KEYS;
const [P, Q] = [aProject('p'), aProject('q')];

beforeEach(stubBrowser);
afterEach(unstubBrowser);

type Answer = (key: string, id: string) => number;

/** Opens the poller of two tokens. `statusOf` returns the HTTP status of a token's answer about a project. */
function open(statusOf: Answer) {
  const requested: string[] = [];
  const owners = new TokenOwners(() => undefined);
  const client = new QueryClient();
  const readings = new ReadingStore(createApiClient({ source: 'all', baseUrl: '' }));
  let answer = statusOf;
  const tokens = KEYS.map((key) => {
    const send: typeof fetch = async (input) => {
      const path = String(input);
      requested.push(`${key} ${idIn(path)}`);
      const status = answer(key, idIn(path));
      return status === 200 ? wellOf(path) : new Response(null, { status });
    };
    const api = createApiClient({ source: key, baseUrl: '', send });
    const poller = new PollScheduler({ client, api, readings, tabs: singleTab(), perHour: () => 1_000 });
    return { key, isPolicy: false, poller };
  });
  const poller = new MultiTokenPoller(tokens, owners);
  const stop = poller.start();
  const setAnswer = (next: Answer) => {
    answer = next;
  };
  return { poller, tokens, owners, readings, requested, stop, setAnswer };
}

const onlyOwn: Answer = (key, id) => ((id === 'p') === (key === FIRST) ? 200 : 404);

test('moves a denied source to the next token, remembers its owner, and asks only the owner from then on', async () => {
  const { poller, owners, readings, requested, stop } = open(onlyOwn);
  poller.setSources([P, Q]);
  await pass(5_000);
  expect(Object.keys(readings.statuses()).toSorted()).toEqual(['p', 'q']);
  expect([owners.ownerOf('p'), owners.ownerOf('q')]).toEqual([FIRST, SECOND]);
  expect(requested.toSorted()).toEqual([`${FIRST} p`, `${FIRST} q`, `${SECOND} q`]);
  requested.length = 0;
  await pass(60_000);
  expect(new Set(requested)).toEqual(new Set([`${FIRST} p`, `${SECOND} q`]));
  stop();
});

test('asks the stored owner first', async () => {
  const { poller, owners, requested, stop } = open(onlyOwn);
  owners.remember('q', SECOND);
  poller.setSources([Q]);
  await pass(5_000);
  expect(requested).toEqual([`${SECOND} q`]);
  stop();
});

test('shows the state of all tokens as one, with the health of each source', async () => {
  const { poller, stop } = open(onlyOwn);
  const listener = vi.fn();
  poller.subscribe(listener);
  poller.setSources([P, Q]);
  await pass(5_000);
  const { phase, sources, health } = poller.getSnapshot();
  expect(phase).toBe('live');
  expect(sources.map(({ key }) => key).toSorted()).toEqual([P.key, Q.key]);
  expect([P, Q].map(({ key }) => health.get(key)?.failure)).toEqual([undefined, undefined]);
  expect(listener).toHaveBeenCalled();
  stop();
});

test('keeps polling with the other token when one is refused, and ends when both are', async () => {
  const { poller, setAnswer, readings, stop } = open((key) => (key === FIRST ? 401 : 200));
  poller.setSources([P, Q]);
  await pass(5_000);
  expect(Object.keys(readings.statuses()).toSorted()).toEqual(['p', 'q']);
  expect(poller.getSnapshot().phase).toBe('live');
  setAnswer(() => 401);
  await pass(1_800_000);
  expect(poller.getSnapshot().phase).toBe('ended');
  expect(poller.getSnapshot().ended).toContain(SECOND);
  stop();
});

test('tries every token again after a refresh', async () => {
  const { poller, requested, setAnswer, readings, stop } = open(() => 404);
  poller.setSources([P]);
  await pass(5_000);
  expect(requested.toSorted()).toEqual([`${FIRST} p`, `${SECOND} p`]);
  setAnswer((key) => (key === FIRST ? 200 : 404));
  poller.refresh();
  await pass(5_000);
  expect(readings.statusOf('p')?.state).toBe('DEPLOYED');
  stop();
});

test('pauses every token', async () => {
  const { poller, requested, stop } = open(onlyOwn);
  poller.setSources([P, Q]);
  await pass(5_000);
  poller.setPaused(true);
  requested.length = 0;
  await pass(600_000);
  expect(requested).toEqual([]);
  poller.setPaused(false);
  await pass(5_000);
  expect(requested).toHaveLength(2);
  stop();
});

test('shares a history only with the tabs that hold the environment’s own token', () => {
  const { poller, tokens, owners, stop } = open(onlyOwn);
  owners.remember('e', SECOND);
  const [first, second] = tokens.map((token) => vi.spyOn(token.poller.tabs, 'broadcastHistory'));
  poller.tabs.broadcastHistory('e', []);
  expect(second).toHaveBeenCalledExactlyOnceWith('e', []);
  poller.tabs.broadcastHistory('of no owner', []);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  stop();
});
