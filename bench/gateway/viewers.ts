import { setTimeout as sleep } from 'node:timers/promises';
import { createAccount, type World } from '#simulator/account.ts';
import { AgeRecord } from './age-record.ts';
import { serveBeside } from './beside.ts';
import { ACCOUNT, percentilesOf, type ViewersOrder, type ViewersReport } from './orders.ts';
import { openPage } from './page-viewer.ts';
import { type Reply, ViewerConnection } from './sending.ts';

/** The responses that all viewers received. */
class Sightings {
  readonly #latencies: number[] = [];
  readonly #ages = new AgeRecord();
  readonly #statuses: Record<string, number> = {};
  readonly #kept: Record<string, number> = {};

  add(viewer: number, path: string, ms: number, { status, headers }: Reply): void {
    this.#latencies.push(ms);
    const name = headers['x-gateway-error'] === 'budget-spent' ? `${status} budget-spent` : String(status);
    this.#statuses[name] = (this.#statuses[name] ?? 0) + 1;
    if (status !== 200) return;
    const from = String(headers['x-cache']);
    this.#kept[from] = (this.#kept[from] ?? 0) + 1;
    if (path.endsWith('/status')) this.#ages.add(viewer, path, headers);
  }

  report(): ViewersReport {
    return {
      requests: this.#latencies.length,
      statuses: this.#statuses,
      kept: this.#kept,
      latency: percentilesOf(this.#latencies),
      ages: this.#ages.report(),
    };
  }
}

async function askWithoutPause(
  world: World,
  connection: ViewerConnection,
  end: number,
  seen: Sightings,
  viewer: number,
): Promise<void> {
  const paths = world.projects.map(({ id }) => `/api/project/${id}/environment/status`);
  for (let turn = viewer; performance.now() < end; turn += 1) {
    const path = paths[turn % paths.length] ?? '';
    const began = performance.now();
    const reply = await connection.get(path);
    seen.add(viewer, path, performance.now() - began, reply);
  }
}

async function askAsThePage(
  world: World,
  connection: ViewerConnection,
  end: number,
  seen: Sightings,
  viewer: number,
): Promise<void> {
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    const began = performance.now();
    const reply = await connection.get(path, init?.signal ?? undefined);
    seen.add(viewer, path.split('?')[0] ?? path, performance.now() - began, reply);
    const headers = Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)]);
    return new Response(reply.body, { status: reply.status, headers });
  };
  const close = await openPage(world, `viewer ${viewer}`, send);
  await sleep(Math.max(0, end - performance.now()));
  close();
}

async function watchAll({ port, viewers, seconds, pace }: ViewersOrder): Promise<ViewersReport> {
  const world = createAccount(ACCOUNT);
  const seen = new Sightings();
  const end = performance.now() + seconds * 1_000;
  const watch = pace === 'as the page' ? askAsThePage : askWithoutPause;
  await Promise.all(
    Array.from({ length: viewers }, async (_, viewer) => {
      const connection = new ViewerConnection(port, viewer);
      await watch(world, connection, end, seen, viewer);
      connection.close();
    }),
  );
  return seen.report();
}

/** Runs all viewers in a process of their own. */
export function main(): void {
  serveBeside<ViewersOrder, ViewersReport>(watchAll);
}
