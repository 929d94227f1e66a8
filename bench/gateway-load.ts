import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createAccount } from '#simulator/account.ts';
import { type Gateway, startGateway } from '#test/gateway/support/gateway.ts';
import { allowanceOf, allowedIn } from './gateway/allowed.ts';
import { type Beside, startBeside } from './gateway/beside.ts';
import { type Outcome, tableOfLoad } from './gateway/load-table.ts';
import {
  ACCOUNT,
  type Health,
  type Pace,
  type Percentiles,
  percentilesOf,
  type UpstreamOrder,
  type UpstreamReport,
  type ViewersOrder,
  type ViewersReport,
} from './gateway/orders.ts';
import { ViewerConnection } from './gateway/sending.ts';

const RESULTS = 'bench/results';
const BUDGET = 900;
const VIEWERS = 200;
const SAMPLE_MS = 1_000;

type Case = { readonly health: Health; readonly isWarm: boolean; readonly pace: Pace };
type Sides = {
  readonly upstream: Beside<UpstreamOrder, UpstreamReport>;
  readonly viewers: Beside<ViewersOrder, ViewersReport>;
};

const CASES: readonly Case[] = (['as the page', 'without a pause'] as const).flatMap((pace) =>
  (['healthy', 'failing'] as const).flatMap((health) => [false, true].map((isWarm) => ({ pace, health, isWarm }))),
);

/** Returns the memory of all processes of the gateway in MB; a shared page counts once. */
function memoryOf(gateway: Gateway): number {
  const kilobytes = gateway
    .processes()
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1_000;
}

/** Returns response times by the gateway's own log, in milliseconds: the process of the viewers may be slow itself. */
function tookOf(gateway: Gateway): Percentiles | undefined {
  return percentilesOf(
    [...gateway.logs().matchAll(/ \/api\/.* rt=([\d.]+)/g)].map(([, seconds]) => Number(seconds) * 1_000),
  );
}

/** Requests every status and name once, as an earlier viewer would have done. */
async function warmUp(port: number): Promise<void> {
  const { projects, organizations } = createAccount(ACCOUNT);
  const connection = new ViewerConnection(port, VIEWERS);
  const lists = organizations.flatMap(({ id }) => [`/organization/${id}/project`, `/organization/${id}/environments`]);
  const states = projects.map(({ id }) => `/project/${id}/environment/status`);
  for (const path of ['/organization', ...lists, ...states]) {
    const { status } = await connection.get(`/api${path}`);
    if (status !== 200) throw new Error(`${path} answered ${status} although Qovery was healthy`);
  }
  connection.close();
}

async function watch({ upstream, viewers }: Sides, gateway: Gateway, one: Case, seconds: number): Promise<Outcome> {
  const began = performance.now();
  if (one.isWarm) await warmUp(gateway.port);
  const before = (await upstream.ask({ kind: 'report' })).received.length;
  await upstream.ask({ kind: 'behave', health: one.health });
  let memoryMb = memoryOf(gateway);
  const sampler = setInterval(() => (memoryMb = Math.max(memoryMb, memoryOf(gateway))), SAMPLE_MS);
  const seen = await viewers.ask({ port: gateway.port, viewers: VIEWERS, seconds, pace: one.pace });
  clearInterval(sampler);
  const { received } = await upstream.ask({ kind: 'report' });
  const allowance = allowanceOf(readFileSync(`${gateway.state}/inner.conf`, 'utf8'));
  const allowed = allowedIn(allowance, (performance.now() - began) / 1_000);
  return {
    ...one,
    seen,
    received,
    before,
    allowed,
    worstHour: allowedIn(allowance, 3_600),
    memoryMb,
    took: tookOf(gateway),
  };
}

async function measure(sides: Sides, one: Case, seconds: number): Promise<Outcome> {
  const { port } = await sides.upstream.ask({ kind: 'behave', health: 'healthy' });
  const settings = { QOVERY_API_URL: `http://127.0.0.1:${port}`, QOVERY_REQUESTS_PER_HOUR: String(BUDGET) };
  const gateway = await startGateway(settings);
  try {
    return await watch(sides, gateway, one, seconds);
  } finally {
    await gateway[Symbol.asyncDispose]();
  }
}

const nameOf = ({ pace, health, isWarm }: Case): string => `${pace}, ${health}, ${isWarm ? 'warm' : 'cold'}`;

/**
 * `npm run bench:gateway`, or for a part of it `-- --seconds=10 --only=failing`. Exits with 1 when Qovery received more
 * requests than the hour allows.
 */
export async function main(words: readonly string[]): Promise<void> {
  const value = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
  const seconds = Number(value('seconds') ?? 60);
  const only = value('only') ?? '';
  const sides: Sides = { upstream: startBeside('gateway/upstream'), viewers: startBeside('gateway/viewers') };
  const outcomes: Outcome[] = [];
  try {
    for (const one of CASES.filter((each) => nameOf(each).includes(only))) {
      process.stderr.write(`${nameOf(one)}: ${seconds} s\n`);
      outcomes.push(await measure(sides, one, seconds));
    }
  } finally {
    sides.upstream.stop();
    sides.viewers.stop();
  }
  const machine = `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`;
  const table = `${tableOfLoad(outcomes)}\n\n${VIEWERS} viewers of ${ACCOUNT.environments} environments in ${ACCOUNT.projects} projects, ${seconds} s each; ${machine}.\n`;
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/gateway-load.md`, table);
  process.stdout.write(table);
  const isOver = outcomes.some(
    ({ received, before, allowed, worstHour }) => received.length + before > allowed || worstHour > BUDGET,
  );
  if (isOver) process.stderr.write('The gateway sent more requests to Qovery than the hour allows.\n');
  process.exit(isOver ? 1 : 0);
}
