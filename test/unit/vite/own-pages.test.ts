import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { withHourlyLimit } from '#vite/hourly-limit.ts';
import { isForeign } from '#vite/own-pages.ts';

const TOKEN = 'qov_of-the-server';
const HOUR_MS = 3_600_000;
const STRAY = 1_200;

describe('isForeign', () => {
  test.each<[string, IncomingHttpHeaders, boolean]>([
    ['a program', {}, false],
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, false],
    ['the address bar', { 'sec-fetch-site': 'none' }, false],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }, true],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['a word that is not known', { 'sec-fetch-site': 'elsewhere' }, true],
    ['the page itself over plain http', { origin: 'http://10.0.0.5:5173', host: '10.0.0.5:5173' }, false],
    ['another page over plain http', { origin: 'http://10.0.0.5:8080', host: '10.0.0.5:5173' }, true],
    ['a page without an origin', { origin: 'null', host: 'localhost:5173' }, true],
  ])('tells %s', (_, headers, expected) => {
    expect(isForeign({ headers })).toBe(expected);
  });
});

describe('withHourlyLimit', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('sends 1,000 of 1,200 requests in an hour, and more when the hour has passed', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 27, 12) });
    const upstream = vi.fn<typeof fetch>(async () => new Response('{}'));
    const send = withHourlyLimit(upstream);
    const statuses: number[] = [];
    for (let request = 0; request < STRAY; request += 1) statuses.push((await send('/organization')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1_000);
    expect(statuses.filter((status) => status === 429)).toHaveLength(200);
    expect(upstream).toHaveBeenCalledTimes(1_000);
    const waitSeconds = Number((await send('/organization')).headers.get('Retry-After'));
    expect(waitSeconds).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(waitSeconds * 1_000);
    expect((await send('/organization')).status).toBe(200);
  });

  test('counts the requests of other programs when the API reports how many remain', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 27, 12) });
    const send = withHourlyLimit(async () => new Response('{}', { headers: { 'X-RateLimit-Remaining': '1' } }));
    const statuses = [await send('/a'), await send('/b')].map(({ status }) => status);
    expect(statuses).toEqual([200, 200]);
    expect((await send('/c')).status).toBe(429);
    await vi.advanceTimersByTimeAsync(HOUR_MS + 10_000);
    expect((await send('/c')).status).toBe(200);
  });
});

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

const listen = async (server: Server): Promise<number> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

/** Sends a request with Node's own client, because `fetch` sets some of these headers itself. */
const ask = (port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    get({ host: 'localhost', port, path, headers }, async (response) => {
      const pieces = await response.setEncoding('utf8').toArray();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: pieces.join('') });
    }).on('error', reject);
  });

describe.each(['serve', 'preview'])('the server of vite %s with a token', (command) => {
  let upstream: Server;
  let vite: ChildProcess;
  let port = 0;
  let reached = 0;

  beforeAll(async () => {
    upstream = createServer((request, response) => {
      reached += request.headers.authorization === `Token ${TOKEN}` ? 1 : 0;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"results":[]}');
    });
    const target = await listen(upstream);
    const probe = createServer();
    port = await listen(probe);
    probe.close();
    const settings = { PORT: String(port), QOVERY_API_TOKEN: TOKEN, QOVERY_API_URL: `http://127.0.0.1:${target}` };
    const env = { ...process.env, ...settings, VITEST: '', NO_COLOR: '1' };
    vite = spawn('node_modules/.bin/vite', [command], { env, stdio: 'ignore' });
    await vi.waitFor(async () => expect((await ask(port, '/config.json')).status).toBe(200), { timeout: 25_000 });
  });
  afterAll(async () => {
    const exit = once(vite, 'exit');
    vite.kill();
    await exit;
    upstream.close();
  });

  test('refuses its API to pages of other sites and ports, and answers its own page and programs', async () => {
    const statusOf = async (headers: Readonly<Record<string, string>>) =>
      (await ask(port, '/api/organization', headers)).status;
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    const before = reached;
    expect(await statusOf({ 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await statusOf({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await statusOf({ Origin: 'http://localhost:1' })).toBe(403);
    expect(await statusOf({ Host: 'evil.example' })).toBe(403);
    expect(reached).toBe(before);
  });

  test('lets no other origin read an answer, and no page frame it', async () => {
    for (const path of ['/', '/config.json', '/api/organization']) {
      const { headers } = await ask(port, path, { Origin: `http://localhost:${port}` });
      expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'content-security-policy': "frame-ancestors 'none'" });
      expect((await ask(port, path, { Origin: 'http://localhost:1' })).headers).not.toHaveProperty(
        'access-control-allow-origin',
      );
    }
  });

  test('sends at most a thousand of 1,200 stray requests on, and says when the next may come', async () => {
    const replies: Reply[] = [];
    for (let batch = 0; batch < STRAY / 50; batch += 1)
      replies.push(...(await Promise.all(Array.from({ length: 50 }, () => ask(port, '/api/organization')))));
    expect(reached).toBeLessThanOrEqual(1_000);
    expect(reached).toBeGreaterThan(900);
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(200);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
