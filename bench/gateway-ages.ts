import { setTimeout as sleep } from 'node:timers/promises';
import { startGateway } from '#test/gateway/support/gateway.ts';
import { idOf } from '#test/gateway/support/ids.ts';
import { json, startUpstream } from '#test/gateway/support/upstream.ts';
import { AgeRecord, ageCells } from './gateway/age-record.ts';
import { mostWithin } from './gateway/allowed.ts';
import { ViewerConnection } from './gateway/sending.ts';

const BUDGET = 900;
const SECRET = 'a-secret-of-the-bench-0123456789';
const POLL_MS = 10_000;
/** The first cycle belongs to the cold start. */
const WARM_UP_MS = 100_000;
const HOUR_MS = 3_600_000;
const NAMES = ['projects', 'viewers', 'edges', 'seconds', 'slow', 'restart', 'outage'] as const;
type Plan = Readonly<Record<(typeof NAMES)[number], number>>;
type Seen = { readonly ages: AgeRecord; polls: number; failed: number };

/** Polls every project in turn through all gateways by turns, and compares each answer with the one before. */
async function watch(ports: readonly number[], viewer: number, plan: Plan, end: number, seen: Seen): Promise<void> {
  const connections = ports.map((port) => new ViewerConnection(port, viewer));
  const began = performance.now();
  const phaseMs = (viewer * POLL_MS) / plan.viewers;
  const poll = async (turn: number, project: number): Promise<void> => {
    const connection = connections[(turn + project) % connections.length];
    const path = `/api/project/${idOf(project)}/environment/status`;
    const reply = await connection?.get(path).catch(() => ({ status: 0, headers: {} as Record<string, string> }));
    seen.polls += 1;
    if (reply?.status !== 200) seen.failed += 1;
    if (reply) seen.ages.add(viewer, path, reply.headers, performance.now() - began > WARM_UP_MS);
  };
  // Each viewer has its own phase: viewers that wait for one slow answer must not poll at the same moment from then on.
  for (let turn = viewer; performance.now() < end; turn += 1) {
    const sinceMs = performance.now() - began - phaseMs;
    await sleep(sinceMs < 0 ? -sinceMs : POLL_MS - (sinceMs % POLL_MS));
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
    const isAway = outage > 0 && minutes > 3 && minutes < 3 + outage;
    setTimeout(() => json({ results: [] }, isAway ? 503 : 200)(request, response), slow > 0 ? slow : 50);
  });
  return { upstream, times };
}

async function startAll(plan: Plan, url: string) {
  const origin = await startGateway({
    QOVERY_API_URL: url,
    QOVERY_REQUESTS_PER_HOUR: String(BUDGET),
    ...(plan.edges > 0 && { GATEWAY_ROLE: 'origin', ORIGIN_SECRET: SECRET }),
  });
  const settings = {
    GATEWAY_ROLE: 'edge',
    ORIGIN_URL: `http://127.0.0.1:${origin.port}`,
    ORIGIN_SECRET: SECRET,
    QOVERY_API_TOKEN: '',
  };
  const edges = await Promise.all(Array.from({ length: plan.edges }, () => startGateway(settings)));
  return { origin, edges, ports: edges.length > 0 ? edges.map(({ port }) => port) : [origin.port] };
}

/** `npm run bench:gateway-ages -- --projects=20 --edges=4 --viewers=200 --seconds=1800`: how old answers are, and how often one is older than the one before. */
export async function main(words: readonly string[]): Promise<void> {
  const given = (name: string) => Number(words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? 0);
  const asked = Object.fromEntries(NAMES.map((name) => [name, given(name)]));
  const plan = {
    slow: 0,
    restart: 0,
    outage: 0,
    edges: 0,
    ...asked,
    projects: asked.projects || 20,
    viewers: asked.viewers || 40,
    seconds: asked.seconds || 600,
  } satisfies Plan;
  const { upstream, times } = await startUpstreamOf(plan);
  const { origin, edges, ports } = await startAll(plan, upstream.url);
  const seen: Seen = { ages: new AgeRecord(), polls: 0, failed: 0 };
  const end = performance.now() + plan.seconds * 1_000;
  await Promise.all(Array.from({ length: plan.viewers }, (_, viewer) => watch(ports, viewer, plan, end, seen)));
  const setUp = plan.edges > 0 ? `${plan.edges} edges` : 'one gateway';
  const how = `${plan.seconds} s, Qovery ${plan.slow || 50} ms${plan.outage ? `, ${plan.outage} min away` : ''}`;
  const requests = `${times.length} (${mostWithin(times, HOUR_MS)})`;
  const cells = [
    setUp,
    plan.projects,
    plan.viewers,
    how,
    requests,
    ...ageCells(seen.ages.report()),
    `${seen.failed} of ${seen.polls}`,
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  for (const gateway of [...edges, origin]) await gateway[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
  process.exit(0);
}
