import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAccount } from '#simulator/account.ts';
import { type Gateway, startGateway, temporaryFolder } from '#test/gateway/support/gateway.ts';
import { idOf } from '#test/gateway/support/ids.ts';
import { AGE_HEAD, AgeRecord, ageCells } from './gateway/age-record.ts';
import { mostWithin } from './gateway/allowed.ts';
import { startBeside } from './gateway/beside.ts';
import { ACCOUNT, type Health, type UpstreamOrder, type UpstreamReport } from './gateway/orders.ts';
import { ViewerConnection } from './gateway/sending.ts';

/** The length of an hour of nginx's clock, in real milliseconds. */
const HOUR_MS = 30_000;
const SPEED = 3_600_000 / HOUR_MS;
const PLACES = ['/usr/lib', '/usr/local/lib'];
const VIEWERS = 8;
/** The environments that viewers request again and again: their ages are measured. */
const KNOWN_IDS = [...createAccount(ACCOUNT).environmentById.keys()];
const SECOND_BUDGET = 100;

/** Returns the path of faketime's library; the folder depends on the processor. Undefined when it is not installed. */
function fastClock(): string | undefined {
  const folders = PLACES.flatMap((place) => [
    join(place, 'faketime'),
    ...(existsSync(place) ? readdirSync(place).map((name) => join(place, name, 'faketime')) : []),
  ]);
  return folders.map((folder) => join(folder, 'libfaketime.so.1')).find((file) => existsSync(file));
}

/** Writes a script named `nginx`, which the entrypoint finds first: it starts the real nginx with a faster clock. */
function writeFastNginx(folder: string, library: string): void {
  const script = `#!/bin/sh\nPATH=/usr/sbin:/usr/bin:/bin\nexport LD_PRELOAD=${library} FAKETIME='+0 x${SPEED}'\nexec nginx "$@"\n`;
  writeFileSync(join(folder, 'nginx'), script, { mode: 0o755 });
}

/** Requests the same 40 paths, and every second time a new one, until `end`. Returns the number of requests. */
async function askUntil(end: number, port: number, ages: AgeRecord): Promise<number> {
  let count = 0;
  await Promise.all(
    Array.from({ length: VIEWERS }, async (_, viewer) => {
      const connection = new ViewerConnection(port, viewer);
      while (performance.now() < end) {
        count += 1;
        const isKnown = count % 2 === 0;
        const id = isKnown ? KNOWN_IDS[count % KNOWN_IDS.length] : idOf(count);
        const path = `/api/environment/${id}/status`;
        // Requests that nginx cannot answer in its fast seconds do not matter here.
        const reply = await connection.get(path).catch(() => undefined);
        if (reply?.status === 200 && isKnown) ages.add(viewer, path, reply.headers);
        await sleep(4);
      }
      connection.close();
    }),
  );
  return count;
}

/**
 * Returns when each request left, in milliseconds of nginx's clock, from the gateway's ledger. Arrivals at the other side cannot
 * be counted: one real second of a busy machine is two minutes of that clock.
 */
const spentAt = (gateway: Gateway): readonly number[] =>
  readFileSync(join(gateway.state, '../spent.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Number(line.split(' ')[0]) * 1_000)
    .toSorted((a, b) => a - b);

type Hours = { readonly health: Health; readonly budget: number; readonly library: string };

/** Simulates viewers for an hour and a half, no viewers for half an hour, then viewers for an hour. */
async function watch({ health, budget, library }: Hours) {
  const folder = temporaryFolder();
  writeFastNginx(folder.path, library);
  const upstream = startBeside<UpstreamOrder, UpstreamReport>('gateway/upstream');
  const { port } = await upstream.ask({ kind: 'behave', health });
  const gateway = await startGateway({
    PATH: `${folder.path}:${process.env.PATH}:/usr/sbin`,
    QOVERY_API_URL: `http://127.0.0.1:${port}`,
    QOVERY_REQUESTS_PER_HOUR: String(budget),
    // Two minutes of nginx's clock.
    ENVBOARD_WATCH_SECONDS: '1',
  });
  try {
    const ages = new AgeRecord();
    const first = await askUntil(performance.now() + 1.5 * HOUR_MS, gateway.port, ages);
    await sleep(0.5 * HOUR_MS);
    const second = await askUntil(performance.now() + HOUR_MS, gateway.port, ages);
    const { received } = await upstream.ask({ kind: 'report' });
    const most = mostWithin(spentAt(gateway), 3_600_000);
    return { health, budget, requests: first + second, received: received.length, most, ages: ages.report() };
  } finally {
    upstream.stop();
    await gateway[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  }
}

/** `npm run bench:gateway-hour`: three hours of nginx's clock in a minute and a half. Exits with 1 above the budget. */
export async function main(): Promise<void> {
  const library = fastClock();
  if (library === undefined) {
    process.stderr.write(
      'A clock that runs faster needs faketime: apt-get install -y --no-install-recommends faketime\n',
    );
    process.exit(1);
  }
  const budgets = [900, SECOND_BUDGET];
  const plans = budgets.flatMap((budget) =>
    (['healthy', 'failing'] as const).map((health) => ({ health, budget, library })),
  );
  const outcomes = await Promise.all(plans.map(watch));
  const lines = outcomes.map(
    ({ health, budget, requests, received, most, ages }) =>
      `| ${[health, budget, requests, received, most, ...ageCells(ages)].join(' | ')} |`,
  );
  const names = [
    'Qovery',
    'budget',
    'viewers’ requests in 3 hours',
    'requests to Qovery',
    'most in any hour',
    ...AGE_HEAD,
  ];
  const head = [`| ${names.join(' | ')} |`, `|${' --- |'.repeat(names.length)}`];
  process.stdout.write(`${[...head, ...lines].join('\n')}\n`);
  // While Qovery fails, the gateway sends one request in 10 s, so that the hour recovers.
  const isWrong = ({ budget, most, health }: (typeof outcomes)[number]) =>
    most > budget || (health === 'healthy' && most < budget / 2);
  process.exit(outcomes.some(isWrong) ? 1 : 0);
}
