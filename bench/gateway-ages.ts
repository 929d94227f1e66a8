import { setTimeout as sleep } from 'node:timers/promises';
import { type Gateway, startGateway, temporaryFolder } from '#test/gateway/support/gateway.ts';
import { idOf } from '#test/gateway/support/ids.ts';
import { json, startUpstream } from '#test/gateway/support/upstream.ts';
import { AgeRecord, ageCells } from './gateway/age-record.ts';
import { mostWithin } from './gateway/allowed.ts';
import { type Reply, ViewerConnection } from './gateway/sending.ts';

const BUDGET = 900;
const SECRET = 'a-secret-of-the-bench-0123456789';
/** The first cycle belongs to the cold start. */
const WARM_UP_MS = 100_000;
const HOUR_MS = 3_600_000;
/** The minute at which Qovery goes away. */
const OUTAGE_AT = 3;
/**
 * `poll` and `seconds` are seconds, `slow` milliseconds. `restart` is the minute of a restart of the origin or the one
 * gateway, `outage` the minutes for which Qovery is away; 0 for neither.
 */
const DEFAULTS = { projects: 20, viewers: 40, edges: 0, seconds: 600, poll: 10, slow: 50, restart: 0, outage: 0 };
type Plan = Readonly<typeof DEFAULTS>;
/** `restartedAt` and `staleUntil` are times of `performance.now()`; the latter is of the last answer without the origin. */
type Seen = {
  readonly ages: AgeRecord;
  /** Without those of the outage and of the first cycle after it. */
  readonly usualAges: AgeRecord;
  polls: number;
  readonly failed: string[];
  restartedAt: number;
  staleUntil: number;
};

function record(seen: Seen, reply: Reply | undefined, minutes: number): void {
  seen.polls += 1;
  if (reply?.status !== 200) seen.failed.push(`${reply?.status ?? 'no answer'} in minute ${minutes.toFixed(1)}`);
  // Without the origin an edge does not know the time of its clock. One that the hour's limit holds up sends it.
  const isAlone = reply?.headers['x-cache'] === 'STALE' && reply.headers['x-gateway-time'] === undefined;
  if (seen.restartedAt > 0 && isAlone) seen.staleUntil = performance.now();
}

/** Polls every project in turn through all gateways by turns, and compares each answer with the one before. */
async function watch(ports: readonly number[], viewer: number, plan: Plan, end: number, seen: Seen): Promise<void> {
  const connections = ports.map((port) => new ViewerConnection(port, viewer));
  const began = performance.now();
  const pollMs = plan.poll * 1_000;
  const outageMs = OUTAGE_AT * 60_000;
  const phaseMs = (viewer * pollMs) / plan.viewers;
  const poll = async (turn: number, project: number): Promise<void> => {
    const connection = connections[(turn + project) % connections.length];
    const path = `/api/project/${idOf(project)}/environment/status`;
    const reply = await connection?.get(path).catch(() => undefined);
    const sinceMs = performance.now() - began;
    record(seen, reply, sinceMs / 60_000);
    if (!reply) return;
    seen.ages.add(viewer, path, reply.headers, sinceMs > WARM_UP_MS);
    const isDisturbed = plan.outage > 0 && sinceMs > outageMs && sinceMs < outageMs + plan.outage * 60_000 + WARM_UP_MS;
    seen.usualAges.add(viewer, path, reply.headers, sinceMs > WARM_UP_MS && !isDisturbed);
  };
  // Each viewer has its own phase: viewers that wait for one slow answer must not poll at the same moment from then on.
  for (let turn = viewer; performance.now() < end; turn += 1) {
    const sinceMs = performance.now() - began - phaseMs;
    await sleep(sinceMs < 0 ? -sinceMs : pollMs - (sinceMs % pollMs));
    await Promise.all(Array.from({ length: plan.projects }, (_, project) => poll(turn, project)));
  }
  for (const connection of connections) connection.close();
}

async function startUpstreamOf({ slow, outage }: Plan) {
  const began = performance.now();
  const times: number[] = [];
  const upstream = await startUpstream((request, response) => {
    times.push(Date.now());
    const minutes = (performance.now() - began) / 60_000;
    const isAway = outage > 0 && minutes > OUTAGE_AT && minutes < OUTAGE_AT + outage;
    setTimeout(() => json({ results: [] }, isAway ? 503 : 200)(request, response), slow);
  });
  return { upstream, times };
}

async function startAll(plan: Plan, url: string) {
  const run = temporaryFolder();
  const settings = {
    QOVERY_API_URL: url,
    QOVERY_REQUESTS_PER_HOUR: String(BUDGET),
    ENVBOARD_RUN_DIR: `${run.path}/run`,
    ...(plan.edges > 0 && { GATEWAY_ROLE: 'origin', ORIGIN_SECRET: SECRET }),
  };
  const state: { origin: Gateway } = { origin: await startGateway(settings) };
  const { port } = state.origin;
  const ofEdge = {
    GATEWAY_ROLE: 'edge',
    ORIGIN_URL: `http://127.0.0.1:${port}`,
    ORIGIN_SECRET: SECRET,
    QOVERY_API_TOKEN: '',
  };
  const edges = await Promise.all(Array.from({ length: plan.edges }, () => startGateway(ofEdge)));
  return {
    ports: edges.length > 0 ? edges.map((edge) => edge.port) : [port],
    async restart() {
      await state.origin.stop();
      state.origin = await startGateway({ ...settings, PORT: String(port) });
    },
    async stop() {
      for (const gateway of [...edges, state.origin]) await gateway[Symbol.asyncDispose]();
      run[Symbol.dispose]();
    },
  };
}

function planOf(words: readonly string[]): Plan {
  const given = words.flatMap((word) => {
    const [, name = '', value = ''] = /^--(\w+)=(\d+)$/.exec(word) ?? [];
    return name in DEFAULTS ? [[name, Number(value)] as const] : [];
  });
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}

/** Returns the restart's cell: how long after it, in seconds, an edge still answered without the origin. */
function freshAfter({ restartedAt, staleUntil }: Seen): string {
  if (restartedAt === 0) return 'none';
  return staleUntil > restartedAt ? ((staleUntil - restartedAt) / 1_000).toFixed(1) : '0';
}

/**
 * `npm run bench:gateway-ages -- --projects=20 --edges=4 --viewers=200 --poll=30 --seconds=1800 --restart=15 --outage=2`:
 * how old answers are, and how often one is older than the one before.
 */
export async function main(words: readonly string[]): Promise<void> {
  const plan = planOf(words);
  const { upstream, times } = await startUpstreamOf(plan);
  const gateways = await startAll(plan, upstream.url);
  const seen: Seen = {
    ages: new AgeRecord(),
    usualAges: new AgeRecord(),
    polls: 0,
    failed: [],
    restartedAt: 0,
    staleUntil: 0,
  };
  const end = performance.now() + plan.seconds * 1_000;
  const restarts = async () => {
    await sleep(plan.restart * 60_000);
    await gateways.restart();
    seen.restartedAt = performance.now();
  };
  const viewers = Array.from({ length: plan.viewers }, (_, viewer) => watch(gateways.ports, viewer, plan, end, seen));
  await Promise.all([...viewers, ...(plan.restart > 0 ? [restarts()] : [])]);
  const cells = [
    plan.edges > 0 ? `${plan.edges} edges` : 'one gateway',
    plan.projects,
    `${plan.viewers} each ${plan.poll} s`,
    `${plan.seconds} s, Qovery ${plan.slow} ms${plan.outage ? `, ${plan.outage} min away` : ''}`,
    `${times.length} (${mostWithin(times, HOUR_MS)})`,
    ...ageCells(seen.ages.report()),
    ...(plan.outage > 0 ? [`outside the outage ${ageCells(seen.usualAges.report())[0]}`] : []),
    `${seen.failed.length} of ${seen.polls}`,
    `fresh ${freshAfter(seen)} s after a restart`,
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  for (const failure of seen.failed.slice(0, 20)) process.stdout.write(`${failure}\n`);
  await gateways.stop();
  await upstream[Symbol.asyncDispose]();
  process.exit(0);
}
