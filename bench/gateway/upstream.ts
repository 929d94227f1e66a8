import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { serveBeside } from './beside.ts';
import { ACCOUNT, type Health, type Question, type UpstreamOrder, type UpstreamReport } from './orders.ts';

/** The usual duration of a request to an API over the internet. */
const ANSWER_MS = 50;

function kindOf(url: string): Question['kind'] {
  if (url.includes('/deploymentHistoryV2')) return 'past';
  return /\/(?:status|statuses|overview)$/.test(url) ? 'states' : 'names';
}

/** Simulates Qovery and records the requests. Every order except `report` clears the record. */
export async function main(): Promise<void> {
  const send = createSimulatedQovery(ACCOUNT);
  const received: Question[] = [];
  const state: { health: Health } = { health: 'healthy' };
  const server = createServer(async ({ url = '/' }, response) => {
    received.push({ at: Date.now(), kind: kindOf(url) });
    await sleep(ANSWER_MS);
    const answer = state.health === 'healthy' ? await send(url) : new Response('{}', { status: 500 });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  serveBeside<UpstreamOrder, UpstreamReport>(async (order) => {
    if (order.kind === 'behave') {
      state.health = order.health;
      received.length = 0;
    }
    return { port, received: [...received] };
  });
}
