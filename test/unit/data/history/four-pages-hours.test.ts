import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { DETAILED_HISTORIES } from '#data/activity/detailed-history-query.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { spareBudgetOf } from '#data/history/spare-budget.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { VersionFetcher } from '#data/versions/version-fetcher.ts';
import type { Page } from '#domain/board/board.ts';
import { anId } from '#test/support/ids.ts';
import {
  HOUR_MS,
  LIMIT,
  limitedServer,
  mostInAnHour,
  pass,
  type Server,
  serverNow,
  sourcesOf,
  stubBrowser,
  unstubBrowser,
} from '#test/support/polling-hours.ts';

/** Each environment ends a deployment every this many milliseconds. */
const DEPLOYED_EVERY_MS = 2 * HOUR_MS;
const FOUR_PAGES: readonly Page[] = ['board', 'versions', 'activity', 'delivery'];
const FOUR_BOARDS: readonly Page[] = ['board', 'board', 'board', 'board'];

beforeEach(stubBrowser);
afterEach(unstubBrowser);

type Size = { readonly projects: number; readonly environments: number };

const deploymentOf = (n: number, environments: number): string =>
  `d${Math.floor((serverNow() + (n * DEPLOYED_EVERY_MS) / environments) / DEPLOYED_EVERY_MS)}`;

/** Returns a Qovery whose environments are all deployed, and end a deployment every two hours. */
const serverFor = (environments: number): Server =>
  limitedServer((path) => {
    const id = path.split('/')[2] ?? '';
    const n = Number.parseInt(id.slice(-12), 16) - 10_000;
    const status = { id, state: 'DEPLOYED', last_deployment_state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' };
    if (path.includes('deploymentHistoryV2'))
      return { results: [{ identifier: { execution_id: deploymentOf(n, environments) }, status: 'DEPLOYED' }] };
    if (path.endsWith('/statuses')) return { environment: status };
    return { results: path.endsWith('/services') ? [] : [status] };
  });

/** Opens a tab that polls and shows a page; the board alone requests nothing more. Returns a function that closes it. */
function openTab({ projects, environments }: Size, server: Server, page: Page): () => void {
  const ledger = createRequestLedger('hours');
  const api = createApiClient({
    source: 'hours',
    baseUrl: '',
    send: server.send,
    reserveRequest: ledger.spend,
    onRemaining: ledger.syncRemaining,
    onRateLimited: ledger.blockFor,
  });
  const perHour = ledger.sustainablePerHour;
  const client = new QueryClient();
  const tabs = openTabCoordinator('hours');
  const poller = new PollScheduler({ client, api, readings: new ReadingStore(api), tabs, perHour });
  const ends = [poller.start()];
  poller.setSources(sourcesOf(projects));
  const { plannedPerHour } = poller;
  const canRequest = () => poller.getSnapshot().phase === 'live';
  const shown = () =>
    Array.from({ length: environments }, (_, n) => ({
      id: anId(10_000 + n),
      deployment: deploymentOf(n, environments),
      isFinished: true,
    }));
  const requestEach = (request: () => void) => {
    request();
    const timer = setInterval(request, 30_000);
    ends.push(() => clearInterval(timer));
  };
  if (page === 'versions') {
    const fetcher = new VersionFetcher({ api, spare: spareBudgetOf(perHour, plannedPerHour, api.source), canRequest });
    ends.push(fetcher.start());
    const rest = { isSettled: true, tone: 'ok', configuration: 'UP_TO_DATE' } as const;
    requestEach(() => fetcher.request(shown().map((one) => ({ ...one, ...rest }))));
  } else if (page !== 'board') {
    const queries = DETAILED_HISTORIES;
    const fetcher = new HistoryFetcher({ client, api, perHour, plannedPerHour, canRequest, queries });
    ends.push(fetcher.start());
    requestEach(() => fetcher.request(shown().map(({ deployment, ...one }) => ({ ...one, deploymentId: deployment }))));
  }
  return () => {
    for (const end of ends) end();
  };
}

/** Runs some hours. Returns the server, the requests for each page, and the mean interval between polls of one project. */
async function run(size: Size, pages: readonly Page[], hours: number) {
  const server = serverFor(size.environments);
  const from = serverNow();
  const closes = pages.map((page) => openTab(size, server, page));
  await pass(hours * HOUR_MS);
  for (const close of closes) close();
  // The last messages between the tabs, and the requests in flight.
  await pass(10_000);
  const count = (kind: RegExp) => server.received.filter(({ path }) => kind.test(path)).length;
  const polls = count(/^\/project\//);
  return {
    server,
    histories: count(/deploymentHistoryV2/),
    versions: count(/\/(?:services|statuses)$/),
    pollIntervalMs: ((serverNow() - from) * size.projects) / polls,
  };
}

const hours = Number(process.env.BUDGET_HOURS ?? 1);
/** With BUDGET_HOURS, the test prints a row for each. */
const SIZES: readonly Size[] = [
  { projects: 20, environments: 60 },
  ...(process.env.BUDGET_HOURS === undefined
    ? []
    : [
        { projects: 4, environments: 12 },
        { projects: 100, environments: 300 },
      ]),
];

it.each(SIZES)(
  'the four pages of $environments environments, each in a tab, stay within the hourly budget, and polls are as usual',
  async (size) => {
    const { server, histories, versions, pollIntervalMs } = await run(size, FOUR_PAGES, hours);
    if (process.env.BUDGET_HOURS !== undefined) {
      unstubBrowser();
      stubBrowser();
      const none = await run(size, FOUR_BOARDS, hours);
      const intervals = [none.pollIntervalMs, pollIntervalMs].map((ms) => `${Math.round(ms / 100) / 10} s`);
      const perHour = [versions, histories].map((requests) => Math.round(requests / hours));
      const cells = [`${size.environments}/${size.projects}`, ...perHour, mostInAnHour(server), intervals.join(', ')];
      process.stdout.write(`| ${cells.join(' | ')} |\n`);
    }
    expect(mostInAnHour(server)).toBeLessThanOrEqual(LIMIT);
    expect(server.refused()).toBe(0);
    expect(histories).toBeGreaterThanOrEqual(12);
    expect(versions).toBeGreaterThanOrEqual(12);
    // The interval of a plan that has the whole hour. Jitter makes it a twentieth longer; in the first hour the requests of
    // the pages do the same, because they count into the same hour.
    const plannedMs = Math.max(30_000, (HOUR_MS * size.projects) / 900);
    expect(pollIntervalMs).toBeLessThan(plannedMs * 1.15);
  },
  120_000 * Math.max(1, hours),
);
