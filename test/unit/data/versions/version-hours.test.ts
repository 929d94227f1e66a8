import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { spareBudgetOf } from '#data/history/spare-budget.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { VersionFetcher } from '#data/versions/version-fetcher.ts';
import type { VersionRequest } from '#domain/versions/version-request.ts';
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
const TABS = 4;

beforeEach(stubBrowser);
afterEach(unstubBrowser);

const quiet = () =>
  limitedServer((path) => {
    const id = path.split('/')[2] ?? '';
    const status = { id, state: 'DEPLOYED', last_deployment_state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' };
    return path.endsWith('/statuses')
      ? { environment: status }
      : { results: path.endsWith('/services') ? [] : [status] };
  });

/** Opens a tab that polls, and that fetches versions when it shows their page. Returns a function that closes it. */
function openTab(projects: number, environments: number, server: Server, showsVersions: boolean): () => void {
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
  const readings = new ReadingStore(api);
  const poller = new PollScheduler({
    client: new QueryClient(),
    api,
    readings,
    tabs: openTabCoordinator('hours'),
    perHour,
  });
  const ends = [poller.start()];
  poller.setSources(sourcesOf(projects));
  if (showsVersions) {
    const fetcher = new VersionFetcher({
      api,
      spare: spareBudgetOf(perHour, poller.plannedPerHour, api.source),
      canRequest: () => poller.getSnapshot().phase === 'live',
    });
    ends.push(fetcher.start());
    const update = () =>
      fetcher.request(
        Array.from({ length: environments }, (_, n): VersionRequest => {
          const deployment = Math.floor((serverNow() + (n * DEPLOYED_EVERY_MS) / environments) / DEPLOYED_EVERY_MS);
          const id = anId(10_000 + n);
          return {
            id,
            deployment: `${deployment}`,
            isFinished: true,
            isSettled: true,
            tone: 'ok',
            configuration: 'UP_TO_DATE',
          };
        }),
      );
    update();
    const timer = setInterval(update, 30_000);
    ends.push(() => clearInterval(timer));
  }
  return () => {
    for (const end of ends) end();
  };
}

const isPoll = ({ path }: Server['asked'][number]) => path.startsWith('/project/');

/** Runs some hours. Returns the server, and the mean interval of the polls of one project in milliseconds. */
async function run(projects: number, environments: number, tabs: readonly boolean[], hours: number) {
  const server = quiet();
  const from = serverNow();
  const closes = tabs.map((showsVersions) => openTab(projects, environments, server, showsVersions));
  await pass(hours * HOUR_MS);
  for (const close of closes) close();
  // The last messages between the tabs, and the requests in flight.
  await pass(10_000);
  const polls = server.asked.filter(isPoll).length;
  const others = server.asked.filter((one) => !isPoll(one));
  return {
    server,
    pollIntervalMs: ((serverNow() - from) * projects) / polls,
    services: others.filter(({ path }) => path.endsWith('/services')).length,
    others: others.length,
  };
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
  'four tabs with the versions of $environments environments stay within the hourly budget, and poll as usual',
  async ({ projects, environments }) => {
    const pages = await run(
      projects,
      environments,
      Array.from({ length: TABS }, () => true),
      hours,
    );
    if (process.env.BUDGET_HOURS !== undefined) {
      unstubBrowser();
      stubBrowser();
      const none = await run(
        projects,
        environments,
        Array.from({ length: TABS }, () => false),
        hours,
      );
      const perHour = [pages.services, pages.others].map((count) => Math.round(count / hours));
      const intervals = [none, pages].map(({ pollIntervalMs }) => Math.round(pollIntervalMs / 100) / 10);
      process.stdout.write(`| ${[environments, mostInAnHour(pages.server), ...perHour, ...intervals].join(' | ')} |\n`);
    }
    expect(mostInAnHour(pages.server)).toBeLessThanOrEqual(LIMIT);
    expect(pages.server.refused()).toBe(0);
    expect(pages.services).toBeGreaterThanOrEqual(12);
    // The interval of a plan that has the whole hour. Jitter makes it a twentieth longer; in the first hour the requests of
    // the page do the same, because they count into the same hour.
    const plannedMs = Math.max(30_000, (HOUR_MS * projects) / 900);
    expect(pages.pollIntervalMs).toBeLessThan(plannedMs * 1.15);
  },
  120_000,
);
