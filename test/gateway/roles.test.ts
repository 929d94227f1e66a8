import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, type Gateway, type Settings, startGateway, TOKEN, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { freePort } from './support/ports.ts';
import { json, startUpstream, type Upstream } from './support/upstream.ts';

const SECRET = 'f3a9c1d27be84056a1b2c3d4e5f60718';
const project = (number: number): string => `/api/project/${idOf(number)}/environment/status`;
const PROJECTS = Array.from({ length: 5 }, (_, number) => number);

const edgeSettings = (port: number): Settings => ({
  GATEWAY_ROLE: 'edge',
  ORIGIN_SECRET: SECRET,
  ORIGIN_URL: `http://127.0.0.1:${port}`,
  QOVERY_API_TOKEN: '',
});

describe('four edges before one origin', () => {
  const run = temporaryFolder();
  let upstream: Upstream;
  let origin: Gateway;
  let edges: Gateway[];

  beforeAll(async () => {
    upstream = await startUpstream((request, response) => {
      setTimeout(() => json({ results: [] })(request, response), 50);
    });
    const port = await freePort();
    // All at once: an edge needs no origin to start.
    [origin, ...edges] = await Promise.all([
      startGateway({ ...originSettings(upstream), PORT: String(port) }),
      ...[1, 2, 3, 4].map(() => startGateway(edgeSettings(port))),
    ]);
  });
  afterAll(async () => {
    await Promise.all([...edges, origin].map((gateway) => gateway[Symbol.asyncDispose]()));
    await upstream[Symbol.asyncDispose]();
    run[Symbol.dispose]();
  });

  const originSettings = (to: Upstream): Settings => ({
    GATEWAY_ROLE: 'origin',
    ORIGIN_SECRET: SECRET,
    QOVERY_API_URL: to.url,
    QOVERY_STATUS_SECONDS: '5',
    ENVBOARD_RUN_DIR: `${run.path}/run`,
  });
  const readAll = (edge: Gateway) => Promise.all(PROJECTS.map((number) => ask(edge.port, project(number))));

  it('request Qovery as one gateway does, and never answer with an older status than before', async () => {
    const latest = edges.map(() => new Map<number, number>());
    let older = 0;
    for (let round = 0; round < 6; round += 1) {
      // Longer than an edge caches an answer, and shorter than a board's interval.
      if (round > 0) await sleep(2_200);
      for (const [viewer, seen] of latest.entries()) {
        // Each viewer uses another edge each time.
        const edge = edges[(viewer + round) % edges.length];
        const replies = edge ? await readAll(edge) : [];
        expect(replies.map(({ status }) => status)).toEqual(PROJECTS.map(() => 200));
        for (const [number, { headers }] of replies.entries()) {
          const fetchedAt = Number(headers['x-fetched-at']);
          if (fetchedAt < (seen.get(number) ?? 0)) older += 1;
          seen.set(number, fetchedAt);
        }
      }
    }
    expect(older).toBe(0);
    // With a cache of 5 to 6 s, one gateway would send this many requests in this time.
    expect(upstream.received.length).toBeGreaterThan(PROJECTS.length);
    expect(upstream.received.length).toBeLessThanOrEqual(3 * PROJECTS.length + PROJECTS.length);
    expect(upstream.received.every(({ headers }) => headers.authorization === `Token ${TOKEN}`)).toBe(true);
  });

  it('pass on the time of the origin, and send each header once', async () => {
    const [edge] = edges;
    const reply = await ask(edge?.port ?? 0, project(1));
    expect(Math.abs(Number(reply.headers['x-gateway-time']) * 1_000 - Date.now())).toBeLessThan(3_000);
    expect(Number(reply.headers['x-gateway-time'])).toBeGreaterThanOrEqual(Number(reply.headers['x-fetched-at']));
    const names = reply.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names).toEqual([...new Set(names)]);
    expect(reply.headers['x-cache']).toMatch(/^(?:HIT|EXPIRED)$/);
  });

  it('hold no token and serve the page, which the origin does not', async () => {
    for (const edge of edges) {
      expect((await ask(edge.port, '/')).status).toBe(200);
      expect(() => edge.processes()).not.toThrow();
    }
    const known = { headers: { 'X-Gateway-Secret': SECRET } };
    expect((await ask(origin.port, '/', known)).status).toBe(404);
    expect((await ask(origin.port, project(1), known)).status).toBe(200);
    for (const headers of [{}, { 'X-Gateway-Secret': 'guess' }])
      expect((await ask(origin.port, project(1), { headers })).status).toBe(403);
    expect((await ask(origin.port, '/healthz')).status).toBe(200);
    // A viewer's own header goes no further than the edge.
    const forged = await ask(edges[0]?.port ?? 0, project(1), { headers: { 'X-Gateway-Secret': 'forged' } });
    expect(forged.status).toBe(200);
  });

  it('answer while the origin restarts, with true ages, and are as fresh as it within 2 s', async () => {
    const before = await Promise.all(edges.map((edge) => ask(edge.port, project(1))));
    const received = upstream.received.length;
    const failed: number[] = [];
    let polls = 0;
    let isOver = false;
    const load = Promise.all(
      edges.map(async (edge) => {
        while (!isOver) {
          const replies = await readAll(edge);
          polls += replies.length;
          failed.push(...replies.map(({ status }) => status).filter((status) => status !== 200));
          // Below what one viewer may request.
          await sleep(300);
        }
      }),
    );
    await sleep(300);
    await origin.stop();
    await sleep(2_500);
    const during = await ask(edges[0]?.port ?? 0, project(1));
    expect([during.headers['x-cache'], during.headers['x-gateway-time']]).toEqual(['STALE', undefined]);
    expect(Number(during.headers['x-fetched-at'])).toBeGreaterThanOrEqual(Number(before[0]?.headers['x-fetched-at']));
    expect(Number(during.headers['x-fetched-at'])).toBeLessThan(Date.now() / 1_000 - 2);
    origin = await startGateway({
      ...originSettings(upstream),
      PORT: String(origin.port),
    });
    await sleep(2_000);
    isOver = true;
    await load;
    expect(polls).toBeGreaterThan(100);
    expect(failed).toEqual([]);
    const after = await Promise.all(edges.map((edge) => ask(edge.port, project(1))));
    for (const { headers } of after) expect(headers['x-cache']).not.toBe('STALE');
    // The origin's cache and its hourly budget are unchanged.
    expect(upstream.received.length - received).toBeLessThanOrEqual(2 * PROJECTS.length);
  });
});

describe.concurrent('a role', () => {
  const edge = { GATEWAY_ROLE: 'edge', ORIGIN_URL: 'http://127.0.0.1:9', ORIGIN_SECRET: SECRET };
  it.for([
    [{ GATEWAY_ROLE: 'replica' }, 'GATEWAY_ROLE is not both, edge or origin.'],
    [{ ...edge }, 'QOVERY_API_TOKEN is for the origin'],
    [{ ...edge, QOVERY_API_TOKEN: '', ORIGIN_URL: '' }, 'ORIGIN_URL is not the address'],
    [{ ...edge, QOVERY_API_TOKEN: '', ORIGIN_URL: 'http://127.0.0.1:9/api' }, 'ORIGIN_URL is not the address'],
    [{ ...edge, QOVERY_API_TOKEN: '', ORIGIN_SECRET: '' }, 'ORIGIN_SECRET is not at least 20'],
    [{ ...edge, QOVERY_API_TOKEN: '', ORIGIN_SECRET: 'short' }, 'ORIGIN_SECRET is not at least 20'],
    [{ GATEWAY_ROLE: 'origin', ORIGIN_SECRET: `${SECRET}"; }` }, 'ORIGIN_SECRET is not at least 20'],
    [{ GATEWAY_ROLE: 'origin', ORIGIN_SECRET_FILE: '/nowhere' }, 'ORIGIN_SECRET_FILE names no file'],
    [{ ORIGIN_SECRET: SECRET }, 'ORIGIN_URL and ORIGIN_SECRET are for'],
    [
      { GATEWAY_ROLE: 'origin', ORIGIN_SECRET: SECRET, OAUTH2_PROXY_URL: 'http://127.0.0.1:9' },
      'OAUTH2_PROXY_URL and BASIC_AUTH_FILE are for the edges',
    ],
  ] as const)('%j is refused: %s', async ([settings, sentence], { expect: expectHere }) => {
    using configured = await configure(settings satisfies Settings);
    expectHere([configured.code, configured.said]).toEqual([1, expect.stringContaining(`envboard: ${sentence}`)]);
    expectHere(configured.said).not.toContain(SECRET);
  });
});
