import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/client.ts';
import { loneTab } from '#data/lone-tab.ts';
import { Poller } from '#data/poller.ts';
import { ReadingBook } from '#data/reading-book.ts';
import type { TeamMessage } from '#data/team-messages.ts';
import type { Source } from '#domain/source.ts';

const anId = (n: number) => `3fa85f64-5717-4562-b3fc-${n.toString(16).padStart(12, '0')}`;
const sources: readonly Source[] = Array.from({ length: 30 }, (_, n) => ({
  key: `project:${anId(n)}`,
  kind: 'project',
  id: anId(n),
  environmentIds: [anId(n)],
}));

beforeEach(() => {
  const listening = { addEventListener() {}, removeEventListener() {} };
  const localStorage = { getItem: () => null, setItem() {} };
  const page = { localStorage, document: { hidden: false, ...listening }, navigator: { onLine: true }, ...listening };
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A leading tab whose every question takes a tenth of a second, what it told other tabs, and what it asked. */
function openTab() {
  const told: TeamMessage[] = [];
  const asked: string[] = [];
  let hear = (_: TeamMessage): void => {};
  let underWay = 0;
  let most = 0;
  const send: typeof fetch = async (input) => {
    const id = String(input).split('/')[2] ?? '';
    asked.push(id);
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 100));
    underWay -= 1;
    return Response.json({ results: [{ id, state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' }] });
  };
  const client = new QueryClient();
  const api = createApiClient({ source: 'poller', baseUrl: '', send });
  const book = new ReadingBook(client, api);
  const team = {
    ...loneTab(),
    tell: (message: TeamMessage) => void told.push(message),
    join: (on: { readonly message: (message: TeamMessage) => void }) => {
      hear = on.message;
      return () => {};
    },
  };
  const poller = new Poller({ client, api, book, team, perHour: () => 1_000 });
  const stop = poller.start();
  poller.watch(sources);
  return { poller, book, told, asked, stop, most: () => most, hear: (message: TeamMessage) => hear(message) };
}

test('asks everything once a round, six at a time, and each answer is a reading', async () => {
  const { book, asked, most, stop } = openTab();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked.toSorted()).toEqual(sources.map(({ id }) => id));
  expect(most()).toBe(6);
  expect(Object.keys(book.statuses())).toHaveLength(30);
  stop();
});

test('a pause in the middle of a round asks nothing more, and what is left comes after it', async () => {
  const { poller, asked, stop } = openTab();
  await vi.advanceTimersByTimeAsync(150);
  poller.setPaused(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(12);
  poller.setPaused(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(new Set(asked)).toEqual(new Set(sources.map(({ id }) => id)));
  stop();
});

test('tells nobody while no other tab listens, and everything known to one that comes', async () => {
  const { told, hear, stop } = openTab();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told.filter(({ kind }) => kind === 'answer' || kind === 'state')).toEqual([]);
  hear({ kind: 'want', tab: 'other', sources });
  await vi.waitFor(() => expect(told.filter(({ kind }) => kind === 'answer')).toHaveLength(60));
  expect(told.some(({ kind }) => kind === 'state')).toBe(true);
  stop();
});
