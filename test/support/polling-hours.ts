import { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator, singleTab, type TabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { anId } from '#test/support/ids.ts';

export const HOUR_MS = 3_600_000;
/** Qovery's limit for one token, in requests an hour. */
export const LIMIT = 1_000;

export const sourcesOf = (projects: number): readonly PollSource[] =>
  Array.from({ length: projects }, (_, n) => ({
    key: `project:${anId(n)}`,
    kind: 'project' as const,
    id: anId(n),
    environmentIds: [anId(n)],
  }));

/** The projects that are in progress, by their number. */
export const MOVING = {
  calm: () => false,
  'a tenth moving': (n: number) => n % 10 === 0,
  'all moving': () => true,
} as const satisfies Record<string, (n: number) => boolean>;

export type Server = {
  readonly send: typeof fetch;
  /** The time of each request, by the server's clock, and its path. */
  readonly received: readonly { readonly at: number; readonly path: string }[];
  readonly refused: () => number;
  /** Spends one request of the same token from elsewhere. */
  readonly spend: () => void;
};

/** Returns the server's time in milliseconds. Tests that set the clock do not change it. */
export const serverNow = (): number => performance.now();

/** Returns a Qovery that limits as documented: 1,000 requests in any hour, and 429 beyond. */
export function limitingServer(isMoving: (n: number) => boolean): Server {
  return limitedServer((path) => {
    const id = path.split('/')[2] ?? '';
    const state = isMoving(Number.parseInt(id.slice(-12), 16)) ? 'DEPLOYING' : 'DEPLOYED';
    return { results: [{ id, state, last_deployment_state: state, deployment_status: 'UP_TO_DATE' }] };
  });
}

/** The same with answers of the test: a body, or the HTTP status of a failure. */
export function limitedServer(answer: (path: string) => unknown): Server {
  const received: { at: number; path: string }[] = [];
  const spent: number[] = [];
  let from = 0;
  let refused = 0;
  const remaining = () => {
    while ((spent[from] ?? Number.POSITIVE_INFINITY) <= serverNow() - HOUR_MS) from += 1;
    return LIMIT - (spent.length - from);
  };
  const send: typeof fetch = async (input) => {
    const path = String(input);
    received.push({ at: serverNow(), path });
    if (remaining() <= 0) {
      refused += 1;
      return new Response('{}', { status: 429, headers: { 'Retry-After': '60', 'X-RateLimit-Remaining': '0' } });
    }
    spent.push(serverNow());
    const body = answer(path);
    const headers = { 'X-RateLimit-Remaining': String(remaining()) };
    return typeof body === 'number' ? new Response(null, { status: body, headers }) : Response.json(body, { headers });
  };
  return { send, received, refused: () => refused, spend: () => spent.push(serverNow()) };
}

/** Opens the coordinator of a tab: with Web Locks, or without them, when tabs share only the ledger. */
type Team = () => TabCoordinator;
const TOGETHER: Team = () => openTabCoordinator('hours');
const ALONE: Team = () => singleTab();

/** Opens a tab that polls until the returned function is called. */
export function openTab(sources: readonly PollSource[], send: typeof fetch, team: Team = ALONE): () => void {
  const ledger = createRequestLedger('hours');
  const api = createApiClient({
    source: 'hours',
    baseUrl: '',
    send,
    reserveRequest: ledger.spend,
    onRemaining: ledger.syncRemaining,
    onRateLimited: ledger.blockFor,
  });
  const client = new QueryClient();
  const readings = new ReadingStore(api);
  const poller = new PollScheduler({ client, api, readings, tabs: team(), perHour: ledger.sustainablePerHour });
  const stop = poller.start();
  poller.setSources(sources);
  return stop;
}

export const pass = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

type Open = (team: Team) => () => void;

/** Opens five tabs, one after another. Each hour the oldest tab closes and a new one opens. */
async function fiveTabs(open: Open, hours: number, team: Team): Promise<void> {
  const tabs: (() => void)[] = [];
  for (let tab = 0; tab < 5; tab += 1) tabs.push(open(team));
  for (let hour = 0; hour < hours; hour += 1) {
    await pass(HOUR_MS);
    tabs.shift()?.();
    tabs.push(open(team));
  }
  for (const close of tabs) close();
}

/** Ways in which a user opens tabs during `hours`. */
export const HABITS = {
  'one tab': async (open: Open, hours: number) => {
    const close = open(TOGETHER);
    await pass(hours * HOUR_MS);
    close();
  },
  'five tabs': (open: Open, hours: number) => fiveTabs(open, hours, TOGETHER),
  'five tabs without locks': (open: Open, hours: number) => fiveTabs(open, hours, ALONE),
  'a reload each hour': async (open: Open, hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      const close = open(TOGETHER);
      await pass(HOUR_MS);
      close();
    }
  },
  'two windows at once': async (open: Open, hours: number) => {
    const windows = [open(TOGETHER), open(TOGETHER)];
    await pass(hours * HOUR_MS);
    for (const close of windows) close();
  },
} as const satisfies Record<string, (open: Open, hours: number) => Promise<void>>;

export function mostInAnHour({ received }: Server): number {
  let start = 0;
  let most = 0;
  received.forEach(({ at }, index) => {
    while ((received[start]?.at ?? at) <= at - HOUR_MS) start += 1;
    most = Math.max(most, index - start + 1);
  });
  return most;
}

/** Returns the longest time between two requests of one project, in milliseconds. */
export function longestWait({ received }: Server): number {
  const lastAt = new Map<string, number>();
  let longest = 0;
  for (const { at, path } of received) {
    longest = Math.max(longest, at - (lastAt.get(path) ?? at));
    lastAt.set(path, at);
  }
  return longest;
}

export function stubBrowser(): void {
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
  vi.useFakeTimers({ now: Date.UTC(2026, 9, 24, 20) });
}

export function unstubBrowser(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
}
