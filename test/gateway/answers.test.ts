import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { ask, type Reply } from './support/asking.ts';
import { startGateway } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { type Answer, json, startUpstream } from './support/upstream.ts';

const status = (number: number): string => `/api/environment/${idOf(number)}/status`;
/** The age that a board shows: `X-Fetched-At` is Unix time in seconds, with milliseconds. */
const ageMs = (header: unknown): number => Date.now() - Number(header) * 1_000;
/** Independent of the number of paths. */
const KEPT = { QOVERY_STATUS_SECONDS: '9' };
/** A little longer than the gateway caches states. */
const PAST_STATES_MS = 10_300;
/** The shortest lifetime, for tests that wait for its end and do not measure it. */
const SHORT = { QOVERY_STATUS_SECONDS: '5' };
const PAST_SHORT_MS = 6_300;

describe.concurrent('what is kept', () => {
  it('keeps states 10 s, past deployments, names and lists longer', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ ...KEPT, QOVERY_API_URL: upstream.url });
    const states = [
      `/api/project/${idOf(1)}/environment/status`,
      `/api/project/${idOf(1)}/environment/overview`,
      status(1),
      `/api/environment/${idOf(1)}/statuses`,
    ];
    const lists = [
      '/api/organization',
      `/api/organization/${idOf(1)}/project`,
      `/api/organization/${idOf(1)}/environments`,
      `/api/environment/${idOf(1)}`,
      `/api/environment/${idOf(1)}/services`,
      `/api/environment/${idOf(1)}/deploymentHistoryV2?pageSize=20`,
    ];
    const askAll = (paths: readonly string[]) => Promise.all(paths.map((path) => ask(gateway.port, path)));
    const cacheOf = ({ headers }: Reply) => headers['x-cache'];
    const first = await askAll([...states, ...lists]);
    const firstAt = Date.now();
    expect(first.map(cacheOf)).toEqual(Array(10).fill('MISS'));
    await sleep(6_000);
    const second = await askAll([...states, ...lists]);
    // On a busy machine the request itself may arrive late, so the age at that time counts.
    const young = second.filter((_, index) => ageMs(first[index]?.headers['x-fetched-at']) < 8_900);
    expect(young.map(cacheOf)).toEqual(Array(young.length).fill('HIT'));
    // From the last of the first answers on.
    await sleep(Math.max(0, firstAt + PAST_STATES_MS - Date.now()));
    expect((await askAll(states)).map(cacheOf)).toEqual(Array(4).fill('EXPIRED'));
    expect((await askAll(lists)).map(cacheOf)).toEqual(Array(6).fill('HIT'));
    expect(upstream.received.filter(({ url }) => lists.includes(`/api${url}`))).toHaveLength(6);
  });

  it('serves the last answer with its true age while Qovery fails', async ({ expect }) => {
    await using upstream = await startUpstream(json({ state: 'DEPLOYED' }));
    await using gateway = await startGateway({ ...SHORT, QOVERY_API_URL: upstream.url });
    const codes = [500, 502, 503, 504, 429];
    const askAll = () => Promise.all(codes.map((code) => ask(gateway.port, status(code))));
    const first = await askAll();
    upstream.answerWith((request, response) => {
      const code = codes.find((one) => request.url?.includes(idOf(one)));
      json({ detail: 'no' }, code)(request, response);
    });
    await sleep(PAST_SHORT_MS);
    const failedAt = Date.now();
    const stale = await askAll();
    for (const [index, reply] of stale.entries()) {
      expect([reply.status, reply.headers['x-cache'], reply.body]).toEqual([200, 'STALE', '{"state":"DEPLOYED"}']);
      expect(reply.headers['x-fetched-at']).toBe(first[index]?.headers['x-fetched-at']);
      expect(ageMs(reply.headers['x-fetched-at'])).toBeGreaterThan(PAST_SHORT_MS - 100);
    }
    expect(upstream.received).toHaveLength(10);

    // Many more viewers of one failing path: the gateway still requests it about once in five seconds.
    const receivedFirst = () => upstream.received.filter(({ url }) => url?.includes(idOf(500))).length;
    for (let viewer = 0; viewer < 100; viewer += 1) await ask(gateway.port, status(500));
    expect(receivedFirst()).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - failedAt) / 5_000));

    upstream.answerWith(json({ state: 'STOPPED' }));
    expect((await askAll()).slice(1).map(({ body }) => body)).toEqual(Array(4).fill('{"state":"STOPPED"}'));
  });

  it.for([
    ['breaks off', (_request, response) => response.destroy()],
    // How long it waits for Qovery is another test's; here one second.
    ['does not answer', () => {}],
  ] as const satisfies readonly (readonly [string, Answer])[])(
    'serves the last answer when Qovery %s',
    async ([, answer], { expect }) => {
      await using upstream = await startUpstream();
      const settings = { ...SHORT, QOVERY_API_URL: upstream.url };
      await using gateway = await startGateway(settings, { alter: 's/read_timeout 8s/read_timeout 1s/' });
      const first = await ask(gateway.port, status(1));
      upstream.answerWith(answer);
      await sleep(PAST_SHORT_MS);
      const late = await ask(gateway.port, status(1));
      expect([late.status, late.headers['x-cache'], late.headers['x-fetched-at']]).toEqual([
        200,
        'STALE',
        first.headers['x-fetched-at'],
      ]);
      expect(upstream.received).toHaveLength(2);
    },
  );

  it('serves what it has past the budget, with its true age', async ({ expect }) => {
    await using upstream = await startUpstream(json({ state: 'DEPLOYED' }));
    await using gateway = await startGateway({
      ...SHORT,
      QOVERY_API_URL: upstream.url,
      QOVERY_REQUESTS_PER_HOUR: '100',
    });
    const first = await ask(gateway.port, status(1));
    await Promise.all(Array.from({ length: 60 }, (_, number) => ask(gateway.port, status(2 + number))));
    await sleep(PAST_SHORT_MS);
    const late = await ask(gateway.port, status(1));
    expect([late.status, late.headers['x-cache'], late.headers['x-fetched-at']]).toEqual([
      200,
      'STALE',
      first.headers['x-fetched-at'],
    ]);
    expect(upstream.received).toHaveLength(42);
  });
});

describe.concurrent('an answer', () => {
  it('is requested once for any number of viewers, who all see the same age', async ({ expect }) => {
    await using upstream = await startUpstream((request, response) => {
      setTimeout(() => json({ results: [] })(request, response), 300);
    });
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    const replies = await Promise.all(Array.from({ length: 200 }, () => ask(gateway.port, status(1))));
    expect(replies.map((reply) => reply.status)).toEqual(Array(200).fill(200));
    expect(new Set(replies.map((reply) => reply.headers['x-fetched-at'])).size).toBe(1);
    expect(upstream.received).toHaveLength(1);
    const age = ageMs(replies[0]?.headers['x-fetched-at']);
    expect(age).toBeGreaterThanOrEqual(-1);
    expect(age).toBeLessThan(10_000);
  });

  it('says that an environment is gone, the token refused, or how long to wait', async ({ expect }) => {
    const waits: Record<string, string> = { '000000429001': '120', '000000429002': 'tomorrow' };
    await using upstream = await startUpstream((request, response) => {
      const end = request.url?.split('/')[2]?.slice(-12) ?? '';
      const wait = waits[end];
      response.writeHead(Number(end.slice(-6, -3)), {
        ...(wait && { 'Retry-After': wait }),
        'X-RateLimit-Remaining': '0',
      });
      response.end();
    });
    // With few viewers, Qovery's own count of remaining requests would end the requests.
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, ENVBOARD_WATCH_SECONDS: '60' });
    const path = (end: string) => `/api/environment/3c90c3cc-0d44-4b50-8888-000000${end}/status`;
    for (const code of ['401', '403', '404']) {
      const [first, second] = [
        await ask(gateway.port, path(`${code}001`)),
        await ask(gateway.port, path(`${code}001`)),
      ];
      expect([first.status, first.headers['x-cache']]).toEqual([Number(code), 'MISS']);
      expect([second.status, second.headers['x-cache']]).toEqual([Number(code), 'HIT']);
      expect(first.headers['x-gateway-error']).toBe(code === '401' ? 'token-rejected' : undefined);
      expect(second.headers['x-gateway-error']).toBe(first.headers['x-gateway-error']);
      expect(second.headers['x-fetched-at']).toBe(first.headers['x-fetched-at']);
    }
    expect(upstream.received).toHaveLength(3);
    for (const [end, wait] of [
      ['429001', '120'],
      ['429002', '60'],
      ['429003', '60'],
    ] as const) {
      const reply = await ask(gateway.port, path(end));
      expect([reply.status, reply.headers['retry-after']]).toEqual([429, wait]);
      // Qovery's own count is of no use to one viewer of many.
      expect(reply.headers['x-ratelimit-remaining']).toBeUndefined();
      expect(reply.headers['x-gateway-error']).toBeUndefined();
    }
  });
});

describe.concurrent('the budget', () => {
  it.for([
    ['healthy', json({ results: [] })],
    ['failing', json({}, 500)],
    ['rate limited', json({}, 429)],
  ] as const)('is held while Qovery is %s, and says so', async ([, answer], { expect }) => {
    await using upstream = await startUpstream(answer);
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, QOVERY_REQUESTS_PER_HOUR: '100' });
    const began = performance.now();
    // 100 an hour: 41 at once, then one in 62.5 s.
    const allowed = () => 42 + Math.floor((performance.now() - began) / 62_500);
    const askMany = async (from: number) =>
      Promise.all(Array.from({ length: 200 }, (_, number) => ask(gateway.port, status(from + number))));
    const replies = await askMany(0);
    expect(upstream.received.length).toBe(42);
    const refused = replies.filter(({ headers }) => headers['x-gateway-error'] === 'budget-spent');
    expect(refused).toHaveLength(200 - 42);
    expect(refused.every(({ status, headers }) => status === 429 && headers['retry-after'] === '5')).toBe(true);
    // No request was sent, so the answer has no time of a request.
    expect(refused.every(({ headers }) => headers['x-fetched-at'] === undefined)).toBe(true);
    await sleep(2_500);
    await askMany(0);
    await askMany(1_000);
    expect(upstream.received.length).toBeLessThanOrEqual(allowed());
  });
});

/** An hour of 72 s: 233 thousandths of a request a second, as nginx rounds 14 a minute, times 50. */
const FAST = { perSecond: 11.65, alter: 's/rate=14r/rate=699r/' };

describe.concurrent('the budget, for longer than its burst lasts,', () => {
  it('lets through one after the other, whoever asks for whatever', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url }, { alter: FAST.alter });
    const began = performance.now();
    let last = 0;
    const askOften = async (ms: number) => {
      const end = performance.now() + ms;
      let refused = 0;
      const viewer = async (_: unknown, number: number) => {
        while (performance.now() < end || refused < 30) {
          last += 1;
          // From addresses of their own: the limits of each viewer are another test's.
          const reply = await ask(gateway.port, status(last), { from: `127.0.1.${number + 1}` });
          if (reply.headers['x-gateway-error'] === 'budget-spent') refused += 1;
        }
      };
      await Promise.all(Array.from({ length: 10 }, viewer));
    };
    for (const ms of [0, 1_500, 1_500]) {
      await askOften(ms);
      const seconds = (performance.now() - began) / 1_000;
      expect(upstream.received.length).toBeLessThanOrEqual(61 + FAST.perSecond * seconds);
    }
    expect(upstream.received.length).toBeGreaterThan(61 + FAST.perSecond);
  });
});

describe('a viewer', () => {
  it('that asks without end is slowed down, and others are not', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    const codes: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        for (let count = 0; count < 40; count += 1) codes.push((await ask(gateway.port, status(1))).status);
      }),
    );
    expect(codes).toContain(429);
    expect((await ask(gateway.port, status(1), { from: '127.0.0.2' })).status).toBe(200);
  });
});
