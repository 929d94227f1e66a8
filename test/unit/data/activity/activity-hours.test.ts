import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { DETAILED_HISTORIES } from '#data/activity/detailed-history-query.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
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
/** Two of the four tabs show Board and Versions. */
const TABS = 4;
const TABS_WITH_HISTORIES = 2;

beforeEach(stubBrowser);
afterEach(unstubBrowser);

const deploymentOf = (n: number, environments: number): string =>
  `d${Math.floor((serverNow() + (n * DEPLOYED_EVERY_MS) / environments) / DEPLOYED_EVERY_MS)}`;

const serverFor = (environments: number): Server =>
  limitedServer((path) => {
    const id = path.split('/')[2] ?? '';
    const n = Number.parseInt(id.slice(-12), 16) - 10_000;
    if (path.includes('deploymentHistoryV2'))
      return { results: [{ identifier: { execution_id: deploymentOf(n, environments) }, status: 'DEPLOYED' }] };
    return { results: [{ id, state: 'DEPLOYED', last_deployment_state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' }] };
  });

/** Opens a tab that polls, and that requests the long histories when it shows Activity or Delivery. */
function openTab(projects: number, environments: number, server: Server, showsActivity: boolean): () => void {
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
  const readings = new ReadingStore(api);
  const poller = new PollScheduler({ client, api, readings, tabs: openTabCoordinator('hours'), perHour });
  const ends = [poller.start()];
  poller.setSources(sourcesOf(projects));
  if (showsActivity) {
    const fetcher = new HistoryFetcher({
      client,
      api,
      perHour,
      plannedPerHour: poller.plannedPerHour,
      canRequest: () => poller.getSnapshot().phase === 'live',
      queries: DETAILED_HISTORIES,
    });
    ends.push(fetcher.start());
    const update = () =>
      fetcher.request(
        Array.from({ length: environments }, (_, n) => ({
          id: anId(10_000 + n),
          deploymentId: deploymentOf(n, environments),
          isFinished: true,
        })),
      );
    update();
    const timer = setInterval(update, 30_000);
    ends.push(() => clearInterval(timer));
  }
  return () => {
    for (const end of ends) end();
  };
}

/** Runs some hours. Returns the server, the mean interval of the polls of one project, and the requests for histories. */
async function run(projects: number, environments: number, showsActivity: boolean, hours: number) {
  const server = serverFor(environments);
  const from = serverNow();
  const closes = Array.from({ length: TABS }, (_, tab) =>
    openTab(projects, environments, server, showsActivity && tab >= TABS - TABS_WITH_HISTORIES),
  );
  await pass(hours * HOUR_MS);
  for (const close of closes) close();
  await pass(10_000);
  const histories = server.asked.filter(({ path }) => path.includes('deploymentHistoryV2')).length;
  const polls = server.asked.length - histories;
  return { server, histories, pollIntervalMs: ((serverNow() - from) * projects) / polls };
}

const hours = Number(process.env.BUDGET_HOURS ?? 1);
/** `npm run budget` prints a row for each. */
const CASES = [
  { projects: 20, environments: 60 },
  ...(process.env.BUDGET_HOURS === undefined
    ? []
    : [
        { projects: 4, environments: 12 },
        { projects: 100, environments: 300 },
      ]),
];

it.each(CASES)(
  'four tabs stay within the hourly budget, and poll as usual, when two of them show Activity and Delivery of $environments environments',
  async ({ projects, environments }) => {
    const pages = await run(projects, environments, true, hours);
    unstubBrowser();
    stubBrowser();
    const none = await run(projects, environments, false, hours);
    if (process.env.BUDGET_HOURS !== undefined) {
      const intervals = [none.pollIntervalMs, pages.pollIntervalMs].map((ms) => Math.round(ms / 100) / 10);
      const cells = [environments, mostInAnHour(pages.server), Math.round(pages.histories / hours)];
      process.stdout.write(`| ${[...cells, ...intervals].join(' | ')} |\n`);
    }
    expect(mostInAnHour(pages.server)).toBeLessThanOrEqual(LIMIT);
    expect(pages.server.refused()).toBe(0);
    expect(pages.histories).toBeGreaterThanOrEqual(12);
    expect(pages.pollIntervalMs).toBeLessThan(none.pollIntervalMs * 1.1);
  },
  120_000 * Math.max(1, hours),
);
