import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGateway, temporaryFolder } from '#test/gateway/support/gateway.ts';
import { idOf } from '#test/gateway/support/ids.ts';
import { mostWithin } from './gateway/allowed.ts';
import { startBeside } from './gateway/beside.ts';
import type { Health, UpstreamOrder, UpstreamReport } from './gateway/orders.ts';
import { ViewerConnection } from './gateway/sending.ts';

/** nginx's hour, in milliseconds of ours. */
const HOUR_MS = 30_000;
const SPEED = 3_600_000 / HOUR_MS;
const PLACES = ['/usr/lib', '/usr/local/lib'];
const VIEWERS = 8;
const SECOND_BUDGET = 100;
/** Counted where they arrive, on a clock that runs so fast: some come a little later than nginx let them through. */
const LATE_SHARE = 0.01;

/** faketime's library, for this machine's kind of processor. */
function fastClock(): string | undefined {
  const folders = PLACES.flatMap((place) => [
    join(place, 'faketime'),
    ...(existsSync(place) ? readdirSync(place).map((name) => join(place, name, 'faketime')) : []),
  ]);
  return folders.map((folder) => join(folder, 'libfaketime.so.1')).find((file) => existsSync(file));
}

/** Stands where the entrypoint looks for nginx, and starts the real one with a clock that runs faster. */
function writeFastNginx(folder: string, library: string): void {
  const script = `#!/bin/sh\nPATH=/usr/sbin:/usr/bin:/bin\nexport LD_PRELOAD=${library} FAKETIME='+0 x${SPEED}'\nexec nginx "$@"\n`;
  writeFileSync(join(folder, 'nginx'), script, { mode: 0o755 });
}

/** Ask for the same things, and now and then for what nobody asked for yet, until the time has come. */
async function askUntil(end: number, port: number): Promise<number> {
  let count = 0;
  await Promise.all(
    Array.from({ length: VIEWERS }, async (_, viewer) => {
      const connection = new ViewerConnection(port, viewer);
      while (performance.now() < end) {
        count += 1;
        const number = count % 2 === 0 ? count % 40 : count;
        // What nginx cannot answer in its fast seconds is no concern of this.
        await connection.get(`/api/environment/${idOf(number)}/status`).catch(() => undefined);
        await sleep(4);
      }
      connection.close();
    }),
  );
  return count;
}

type Hours = { readonly health: Health; readonly budget: number; readonly library: string };

/** An hour and a half of viewers, half an hour of nobody, one more hour of viewers. */
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

/** `npm run bench-gateway-hour`: three hours of nginx's clock in a minute and a half. Ends with 1 when an hour held too many. */
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
    '| Qovery | budget | viewers’ requests in 3 hours | asked of Qovery | most within any hour |\n| --- | --- | --- | --- | --- |';
  process.stdout.write(`${head}\n${lines.join('\n')}\n`);
  process.exit(outcomes.some(({ budget, most }) => most > budget * (1 + LATE_SHARE) || most < budget / 2) ? 1 : 0);
}
