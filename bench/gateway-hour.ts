import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGateway, temporaryFolder } from '#test/gateway/support/gateway.ts';
import { idOf } from '#test/gateway/support/ids.ts';
import { mostWithin } from './gateway/allowed.ts';
import { startBeside } from './gateway/beside.ts';
import type { Health, UpstreamOrder, UpstreamReport } from './gateway/orders.ts';
import { ViewerConnection } from './gateway/sending.ts';

/** The length of an hour of nginx's clock, in real milliseconds. */
const HOUR_MS = 30_000;
const SPEED = 3_600_000 / HOUR_MS;
const PLACES = ['/usr/lib', '/usr/local/lib'];
const VIEWERS = 8;
const SECOND_BUDGET = 100;
/** The requests are counted on arrival. With so fast a clock, some arrive slightly after nginx has let them through. */
const LATE_SHARE = 0.01;

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
async function askUntil(end: number, port: number): Promise<number> {
  let count = 0;
  await Promise.all(
    Array.from({ length: VIEWERS }, async (_, viewer) => {
      const connection = new ViewerConnection(port, viewer);
      while (performance.now() < end) {
        count += 1;
        const number = count % 2 === 0 ? count % 40 : count;
        // Requests that nginx cannot answer in its fast seconds do not matter here.
        await connection.get(`/api/environment/${idOf(number)}/status`).catch(() => undefined);
        await sleep(4);
      }
      connection.close();
    }),
  );
  return count;
}

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
  });
  try {
    const first = await askUntil(performance.now() + 1.5 * HOUR_MS, gateway.port);
    await sleep(0.5 * HOUR_MS);
    const second = await askUntil(performance.now() + HOUR_MS, gateway.port);
    const { asked } = await upstream.ask({ kind: 'report' });
    const most = mostWithin(
      asked.map(({ at }) => at),
      HOUR_MS,
    );
    return { health, budget, requests: first + second, asked: asked.length, most };
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
    ({ health, budget, requests, asked, most }) => `| ${health} | ${budget} | ${requests} | ${asked} | ${most} |`,
  );
  const head =
    '| Qovery | budget | viewers’ requests in 3 hours | requests to Qovery | most in any hour |\n| --- | --- | --- | --- | --- |';
  process.stdout.write(`${head}\n${lines.join('\n')}\n`);
  process.exit(outcomes.some(({ budget, most }) => most > budget * (1 + LATE_SHARE) || most < budget / 2) ? 1 : 0);
}
