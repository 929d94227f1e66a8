import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/client.ts';
import { openLedger } from '#data/ledger.ts';
import { loneTab } from '#data/lone-tab.ts';
import { Poller } from '#data/poller.ts';
import { ReadingBook } from '#data/reading-book.ts';
import type { Source } from '#domain/source.ts';

const HOUR_MS = 3_600_000;
const HOURS = 4;
const DAY_HOURS = 24;
const LIMIT = 1_000;

const anId = (n: number) => `3fa85f64-5717-4562-b3fc-${n.toString(16).padStart(12, '0')}`;
const sourcesOf = (projects: number): readonly Source[] =>
  Array.from({ length: projects }, (_, n) => ({
    key: `project:${anId(n)}`,
    kind: 'project' as const,
    id: anId(n),
    environmentIds: [anId(n)],
  }));

type Server = {
  readonly send: typeof fetch;
  /** When each request came, by the server's clock, and of which project. */
  readonly asked: readonly { readonly at: number; readonly path: string }[];
  readonly refused: () => number;
  /** Someone else spends from the same token. */
  readonly spend: () => void;
};

/** Of the server: nobody here can set it. */
const serverNow = (): number => performance.now();

/** A Qovery that limits as documented: a thousand in any hour, and 429 beyond it. */
function limitingServer(isMoving: (n: number) => boolean): Server {
  const asked: { at: number; path: string }[] = [];
  const spent: number[] = [];
  let from = 0;
  let refused = 0;
  const remaining = () => {
    while ((spent[from] ?? Number.POSITIVE_INFINITY) <= serverNow() - HOUR_MS) from += 1;
    return LIMIT - (spent.length - from);
  };
  const send: typeof fetch = async (input) => {
    const path = String(input);
    asked.push({ at: serverNow(), path });
    if (remaining() <= 0) {
      refused += 1;
      return new Response('{}', { status: 429, headers: { 'Retry-After': '60', 'X-RateLimit-Remaining': '0' } });
    }
    spent.push(serverNow());
    const id = path.split('/')[2] ?? '';
    const state = isMoving(Number.parseInt(id.slice(-12), 16)) ? 'DEPLOYING' : 'DEPLOYED';
    const body = { results: [{ id, state, last_deployment_state: state, deployment_status: 'UP_TO_DATE' }] };
    return new Response(JSON.stringify(body), { headers: { 'X-RateLimit-Remaining': String(remaining()) } });
  };
  return { send, asked, refused: () => refused, spend: () => spent.push(serverNow()) };
}

/** One tab that knows of no other but through the ledger in this browser's storage. Ends with the function returned. */
function openTab(sources: readonly Source[], send: typeof fetch): () => void {
  const ledger = openLedger('hours');
  const api = createApiClient({
    source: 'hours',
    baseUrl: '',
    send,
    spend: ledger.spend,
    onRemaining: ledger.believe,
  });
  const client = new QueryClient();
  const book = new ReadingBook(client, api);
  const poller = new Poller({ client, api, book, team: loneTab(), perHour: ledger.sustainablePerHour });
  const stop = poller.start();
  poller.watch(sources);
  return stop;
}

function mostInAnHour(times: readonly number[]): number {
  let start = 0;
  let most = 0;
  times.forEach((time, index) => {
    while ((times[start] ?? time) <= time - HOUR_MS) start += 1;
    most = Math.max(most, index - start + 1);
  });
  return most;
}

/** The longest that any project waited between two answers, in milliseconds. */
function longestWait({ asked }: Server): number {
  const lastAt = new Map<string, number>();
  let longest = 0;
  for (const { at, path } of asked) {
    longest = Math.max(longest, at - (lastAt.get(path) ?? at));
    lastAt.set(path, at);
  }
  return longest;
}

function expectWithinBudget(server: Server): void {
  expect(mostInAnHour(server.asked.map(({ at }) => at))).toBeLessThanOrEqual(LIMIT);
  expect(server.refused()).toBe(0);
}

/** The little of a browser that polling needs: a whole one is many times slower, and a day is long. */
function browserOf(): Readonly<Record<string, unknown>> {
  const kept = new Map<string, string>();
  const listening = { addEventListener() {}, removeEventListener() {} };
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return { localStorage, document: { hidden: false, ...listening }, navigator: { onLine: true }, ...listening };
}

beforeEach(() => {
  for (const [name, value] of Object.entries(browserOf())) vi.stubGlobal(name, value);
  vi.useFakeTimers({ now: Date.UTC(2026, 9, 24, 20) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const MOVING = {
  calm: () => false,
  'a tenth moving': (n: number) => n % 10 === 0,
  'all moving': () => true,
} as const;
const CASES = [1, 8, 40, 200].flatMap((projects) =>
  (['calm', 'a tenth moving', 'all moving'] as const).map((what) => ({ projects, what })),
);

test.each(CASES)('hours with $projects projects, $what, stays within the budget', async ({ projects, what }) => {
  const server = limitingServer(MOVING[what]);
  const stop = openTab(sourcesOf(projects), server.send);
  await vi.advanceTimersByTimeAsync(HOURS * HOUR_MS);
  stop();
  expectWithinBudget(server);
  // Jitter makes a wait up to a tenth longer. Two hundred cannot all be asked every ten minutes with 900 requests.
  expect(longestWait(server)).toBeLessThanOrEqual(projects > 150 ? 1_200_000 : 720_000);
  expect(new Set(server.asked.map(({ path }) => path)).size).toBe(projects);
});

test('a whole day stays within the budget, and leaves no project out', async () => {
  const server = limitingServer(MOVING['a tenth moving']);
  const stop = openTab(sourcesOf(40), server.send);
  await vi.advanceTimersByTimeAsync(DAY_HOURS * HOUR_MS);
  stop();
  expectWithinBudget(server);
  expect(server.asked.length).toBeGreaterThan(DAY_HOURS * 800);
  expect(longestWait(server)).toBeLessThanOrEqual(660_000);
}, 120_000);

test('five tabs that know of each other by the ledger alone stay within the budget together', async () => {
  const server = limitingServer(MOVING['a tenth moving']);
  const stops = Array.from({ length: 5 }, () => openTab(sourcesOf(40), server.send));
  await vi.advanceTimersByTimeAsync(HOURS * HOUR_MS);
  for (const stop of stops) stop();
  expectWithinBudget(server);
});

test('a reload each hour spends nothing twice', async () => {
  const server = limitingServer(MOVING['a tenth moving']);
  for (let hour = 0; hour < DAY_HOURS / 3; hour += 1) {
    const stop = openTab(sourcesOf(40), server.send);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    stop();
  }
  expectWithinBudget(server);
});

test('a reload every few seconds cannot spend more than the hour has', async () => {
  const server = limitingServer(MOVING['all moving']);
  for (let reload = 0; reload < 600; reload += 1) {
    const stop = openTab(sourcesOf(8), server.send);
    await vi.advanceTimersByTimeAsync(6_000);
    stop();
  }
  expectWithinBudget(server);
});

test('someone else who spends the same token is survived: no burst, and at most one refusal a minute', async () => {
  const server = limitingServer(MOVING['a tenth moving']);
  const stop = openTab(sourcesOf(40), server.send);
  const stranger = setInterval(server.spend, 5_000);
  await vi.advanceTimersByTimeAsync(6 * HOUR_MS);
  clearInterval(stranger);
  stop();
  expect(mostInAnHour(server.asked.map(({ at }) => at))).toBeLessThanOrEqual(LIMIT);
  expect(server.refused()).toBeLessThanOrEqual(6 * 60);
  const lastHour = server.asked.filter(({ at }) => at > serverNow() - HOUR_MS);
  expect(lastHour.length).toBeGreaterThan(40);
});

test.each([
  ['set back by an hour', -HOUR_MS],
  ['set forward by an hour', HOUR_MS],
  ['set back by a year', -365 * 24 * HOUR_MS],
  ['woken after eight hours of sleep', 8 * HOUR_MS],
])('a clock that is %s causes no burst and no silence', async (_, jumpMs) => {
  const server = limitingServer(MOVING['a tenth moving']);
  const stop = openTab(sourcesOf(40), server.send);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  const before = server.asked.length;
  vi.setSystemTime(Date.now() + jumpMs);
  await vi.advanceTimersByTimeAsync(60_000);
  // Everything may be due at once, and then once only.
  expect(server.asked.length - before).toBeLessThanOrEqual(40 + 30);
  // Requests that the ledger dates into the future count for an hour more: slower, and none is passed over.
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  stop();
  expectWithinBudget(server);
  expect(new Set(server.asked.slice(before).map(({ path }) => path)).size).toBe(40);
});
