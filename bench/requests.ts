import { writeFileSync } from 'node:fs';
import { QueryClient } from '@tanstack/react-query';
import { createApiClient } from '#api/api-client.ts';
import type { SharedStorage } from '#data/polling/ledger-counters.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { singleTab } from '#data/tabs/tab-coordinator.ts';
import { groupBy } from '#domain/group-by.ts';
import { environmentSource, type PollSource } from '#domain/polling/poll-source.ts';
import { createAccount } from '#simulator/account.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { median } from './metrics.ts';
import { withGateway } from './simulated-gateway.ts';
import { createStandingAccount } from './standing-account.ts';
import { startVirtualClock, type VirtualClock } from './virtual-clock.ts';
import { nameOfWorkload, WORKLOADS, type Workload } from './workload.ts';

const HOUR_MS = 3_600_000;
/** A fixed time, because the simulated account depends on the time. */
const START_MS = Date.UTC(2026, 0, 12, 9);
const VIEWERS = 5;

type Way = 'environment' | 'project' | 'gateway';
/** A request and its time, in epoch milliseconds. */
type Request = { readonly path: string; readonly at: number };
type Row = {
  readonly workload: string;
  readonly account: string;
  readonly way: string;
  /** Requests to Qovery in the hour. */
  readonly requests: number;
  /** Seconds between two answers of one source: the median over all sources of their means, and the longest of all. */
  readonly usual: number;
  readonly longest: number;
};

/** Installs the few globals of a browser that polling uses. Each tab gets a storage of its own. */
function standInForBrowser(): void {
  const listening = { addEventListener() {}, removeEventListener() {} };
  const page = { document: { hidden: false, ...listening }, localStorage: storageOf(), ...listening };
  for (const [name, value] of Object.entries(page)) Object.defineProperty(globalThis, name, { value, writable: true });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, writable: true });
}

function storageOf(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    removeItem: (key) => void kept.delete(key),
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

function sourcesOf(workload: Workload, way: Way): readonly PollSource[] {
  const { projects } = createAccount(workload);
  if (way === 'environment')
    return projects.flatMap(({ environments }) => environments.map(({ id }) => environmentSource(id)));
  return projects.map(({ id, environments }) => ({
    key: `project:${id}`,
    kind: 'project',
    id,
    environmentIds: environments.map((one) => one.id),
  }));
}

/** Returns a storage that no other tab uses. */
function ownStorage(): SharedStorage {
  const kept = new Map<string, string>();
  return {
    keys: () => [...kept.keys()],
    read: (key) => kept.get(key),
    write: (key, text) => kept.set(key, text) === kept,
    remove: (key) => void kept.delete(key),
  };
}

/** Opens one viewer's tab. It polls until the returned function is called. */
function openTab(sources: readonly PollSource[], send: typeof fetch): () => void {
  const ledger = createRequestLedger('requests', { storage: ownStorage() });
  const api = createApiClient({
    source: 'requests',
    baseUrl: '',
    send,
    reserveRequest: ledger.spend,
    onGateway: ledger.disable,
  });
  const client = new QueryClient();
  const readings = new ReadingStore(api);
  const poller = new PollScheduler({ client, api, readings, tabs: singleTab(), perHour: ledger.sustainablePerHour });
  const stop = poller.start();
  poller.setSources(sources);
  return stop;
}

/** Returns an account whose deployments run as in the demo, or one that does not change. */
function accountOf(workload: Workload, isCalm: boolean, clock: VirtualClock): typeof fetch {
  if (!isCalm) return createSimulatedQovery({ ...workload, now: clock.now });
  const standing = createStandingAccount(workload);
  return async (input) => new Response((await standing.answer(String(input))) ?? null);
}

async function hourOf(workload: Workload, isCalm: boolean, way: Way, viewers: number): Promise<Row> {
  const clock = startVirtualClock(START_MS);
  const received: Request[] = [];
  const account = accountOf(workload, isCalm, clock);
  const counted: typeof fetch = (input, init) => {
    received.push({ path: String(input), at: clock.now() });
    return account(input, init);
  };
  const send = way === 'gateway' ? withGateway(counted, clock.now) : counted;
  const sources = sourcesOf(workload, way);
  const stops: (() => void)[] = [];
  for (let viewer = 0; viewer < viewers; viewer += 1) {
    stops.push(openTab(sources, send));
    await clock.run(1_000);
  }
  await clock.run(HOUR_MS - viewers * 1_000);
  for (const stop of stops) stop();
  clock.end();
  const waits = waitsIn(received);
  const means = waits.map((times) => times.reduce((sum, time) => sum + time, 0) / times.length);
  return {
    workload: nameOfWorkload(workload),
    account: isCalm ? 'calm' : 'lively',
    way: way === 'gateway' ? `gateway, ${viewers === 1 ? '1 viewer' : `${viewers} viewers`}` : `per ${way}`,
    requests: received.length,
    usual: median(means) / 1_000,
    longest: Math.max(...waits.flat()) / 1_000,
  };
}

/** Returns for each path that was requested again the times between two requests, in milliseconds. */
function waitsIn(received: readonly Request[]): readonly (readonly number[])[] {
  return [...groupBy(received, ({ path }) => path).values()]
    .map((requests) => requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? at)))
    .filter((times) => times.length > 0);
}

const tableOf = (rows: readonly Row[]): string =>
  [
    '| environments/projects | account | requests | requests to Qovery in the hour | usual wait, s | longest wait, s |',
    '| --- | --- | --- | ---: | ---: | ---: |',
    ...rows.map(
      ({ workload, account, way, requests, usual, longest }) =>
        `| ${workload} | ${account} | ${way} | ${requests} | ${Math.round(usual)} | ${Math.round(longest)} |`,
    ),
  ].join('\n');

/**
 * `npm run bench -- --requests`: an hour of the app's poll scheduler against the simulated Qovery, on a virtual clock.
 */
export async function compareRequests(folder: string): Promise<string> {
  standInForBrowser();
  const rows: Row[] = [];
  for (const workload of WORKLOADS.filter(({ environments }) => environments === 60 || environments === 300)) {
    for (const isCalm of [true, false]) {
      for (const way of ['environment', 'project'] as const) rows.push(await hourOf(workload, isCalm, way, 1));
      for (const viewers of [1, VIEWERS]) rows.push(await hourOf(workload, isCalm, 'gateway', viewers));
    }
  }
  const table = tableOf(rows);
  writeFileSync(`${folder}/requests.md`, `${table}\n`);
  return table;
}
