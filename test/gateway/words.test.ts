import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, startGateway, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { type Answer, json, startUpstream } from './support/upstream.ts';

const status = (number: number): string => `/api/environment/${idOf(number)}/status`;
const SHORT = { QOVERY_STATUS_SECONDS: '5' };
const PAST_SHORT_MS = 6_300;
const LATE = { timeout: 20_000, interval: 200 };
const isRoot = process.getuid?.() === 0;

const page: Answer = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<title>Sign in</title>');
const long: Answer = (_, response) =>
  response
    .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 10_000_000 })
    .end(`"${'x'.repeat(9_999_998)}"`);
const withoutType: Answer = (_, response) => response.writeHead(200).end('<title>Sign in</title>');
const otherStatus =
  (status: number): Answer =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(status === 204 ? undefined : '{}');
const empty: Answer = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 0 }).end();
const compressed: Answer = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(gzipSync('{}'));
const redirect: Answer = (_, response) => response.writeHead(302, { Location: 'https://login.example.com/' }).end();
const pageAsJson: Answer = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('<title>Sign in</title>');
const emptyWithoutLength: Answer = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders();
  response.end();
};
const UNUSABLE = [
  ['a page to sign in at', page],
  ['of no type', withoutType],
  ['a 203', otherStatus(203)],
  ['a 204', otherStatus(204)],
  ['a 206', otherStatus(206)],
  ['empty', empty],
  ['compressed', compressed],
  ['a redirect', redirect],
  ['10 MB long', long],
] as const;
const longWithoutLength: Answer = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  for (let count = 0; count < 12; count += 1) response.write(' '.repeat(1_000_000));
  response.end('{}');
};

describe.concurrent('an answer that is not usable', () => {
  it('leaves the one before in place, and says so where there is none', async ({ expect }) => {
    await using upstream = await startUpstream(json({ state: 'DEPLOYED' }));
    await using gateway = await startGateway({ ...SHORT, QOVERY_API_URL: upstream.url });
    const firsts = await Promise.all(UNUSABLE.map((_, at) => ask(gateway.port, status(at + 100))));
    for (const [at, [name, answer]] of UNUSABLE.entries()) {
      expect([name, firsts[at]?.status, firsts[at]?.headers['x-gateway-error']]).toEqual([name, 200, undefined]);
      upstream.answerWith(answer);
      const none = await ask(gateway.port, status(at));
      expect([name, none.status, none.headers['x-gateway-error']]).toEqual([name, 502, 'unusable-answer']);
      expect(none.body).not.toContain('Sign in');
      upstream.answerWith(json({}));
      // An outage begins after five failures in a row; it would limit the requests.
      expect((await ask(gateway.port, status(at + 200))).status).toBe(200);
    }
    await sleep(PAST_SHORT_MS);
    const before = upstream.received.length;
    for (const [at, [name, answer]] of UNUSABLE.entries()) {
      upstream.answerWith(answer);
      const late = await ask(gateway.port, status(at + 100));
      expect([name, late.status, late.headers['x-cache']]).toEqual([name, 200, 'STALE']);
      expect([late.body, late.headers['x-fetched-at']]).toEqual([
        firsts[at]?.body,
        firsts[at]?.headers['x-fetched-at'],
      ]);
    }
    expect(upstream.received.length - before).toBe(UNUSABLE.length);
  });

  // A log of 9 MB is longer than nginx's other files may become.
  it.for([
    ['this process', ['pipe', 'pipe']],
    ['a file', ['file', 'file']],
    ['a file, and the errors to this process', ['file', 'pipe']],
    ['this process, and the errors to a file', ['pipe', 'file']],
  ] as const)(
    'is not kept when it is 12 MB long and does not say so, with the log to %s',
    async ([, ways], { expect }) => {
      using folder = temporaryFolder();
      const file = join(folder.path, 'log');
      writeFileSync(file, '\n'.repeat(9_000_000));
      const log = openSync(file, 'a');
      await using upstream = await startUpstream(longWithoutLength);
      const settings = { QOVERY_API_URL: upstream.url };
      const [output, errors] = ways.map((way) => (way === 'file' ? log : way));
      await using gateway = await startGateway(settings, { into: [output ?? 'pipe', errors ?? 'pipe'] });
      expect(await ask(gateway.port, status(1)).catch(() => 'cut')).toBe('cut');
      upstream.answerWith(json({}));
      await expect.poll(async () => (await ask(gateway.port, status(1)).catch(() => undefined))?.body, LATE).toBe('{}');
      const logged = () => `${gateway.logs()}${readFileSync(file, 'latin1').trim()}`;
      await expect.poll(logged, LATE).toMatch(/GET \/api\/environment\/\S+ 200 12 /);
      expect(logged()).toContain('anyone who reaches port');
      closeSync(log);
    },
  );

  // nginx has judged the headers before it sees the body. The page refuses both.
  it.for([
    ['calls itself JSON and is a page to sign in at', pageAsJson],
    ['is empty and does not say its length', emptyWithoutLength],
  ] as const)('is kept for one lifetime and no longer when it %s', async ([, answer], { expect }) => {
    await using upstream = await startUpstream(answer);
    await using gateway = await startGateway({ ...SHORT, QOVERY_API_URL: upstream.url });
    const first = await ask(gateway.port, status(1));
    expect([first.status, first.headers['x-cache']]).toEqual([200, 'MISS']);
    upstream.answerWith(json({ state: 'DEPLOYED' }));
    await sleep(PAST_SHORT_MS);
    const next = await ask(gateway.port, status(1));
    expect([next.headers['x-cache'], next.body]).toEqual(['EXPIRED', '{"state":"DEPLOYED"}']);
  });

  it('has an error of its own, other than a spent budget, when no name server answers', async ({ expect }) => {
    await using gateway = await startGateway({ QOVERY_API_URL: 'https://qovery.invalid', RESOLVER: '127.0.0.1' });
    const reply = await ask(gateway.port, status(1));
    expect([reply.status, reply.headers['x-gateway-error'], reply.headers['x-fetched-at']]).toEqual([
      502,
      'unreachable',
      undefined,
    ]);
    expect(reply.headers['retry-after']).toBeUndefined();
  });
});

describe.concurrent('a limit', () => {
  it('counts page sizes of one path apart, as the cache keeps them', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    const sizes = [1, 2, 3, 4, 5, 6];
    const replies = await Promise.all(
      sizes.map((size) => ask(gateway.port, `/api/environment/${idOf(1)}/deploymentHistoryV2?pageSize=${size}`)),
    );
    expect(replies.map((reply) => reply.status)).toEqual(sizes.map(() => 200));
    expect(upstream.received).toHaveLength(sizes.length);
  });
});

describe.concurrent('a restart', () => {
  it('finds workers of a killed gateway on the port, and leaves their folder alone', async ({ expect }) => {
    await using upstream = await startUpstream();
    using folder = temporaryFolder();
    const settings = { QOVERY_API_URL: upstream.url, ENVBOARD_RUN_DIR: join(folder.path, 'run') };
    await using first = await startGateway(settings);
    const [master = 0, ...workers] = first.processes();
    process.kill(master, 'SIGKILL');
    using again = await configure({ ...settings, LISTEN_ADDRESS: '127.0.0.1', PORT: String(first.port) });
    expect([again.code, again.said]).toEqual([1, expect.stringMatching(/Port \d+ is taken.* set PORT\./)]);
    using metrics = await configure({ LISTEN_ADDRESS: '127.0.0.1', METRICS_PORT: String(first.port) });
    expect([metrics.code, metrics.said]).toEqual([1, expect.stringMatching(/Port \d+ is taken.* set METRICS_PORT\./)]);
    expect(readdirSync(first.state)).toContain('inner.sock');
    expect((await ask(first.port, status(1))).status).toBe(200);
    for (const pid of workers) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Some end by themselves.
      }
    }
    await using second = await startGateway(settings);
    expect((await ask(second.port, '/healthz')).status).toBe(200);
  });

  it('keeps the answers under the same token, with their age, and forgets them under another', async ({ expect }) => {
    using folder = temporaryFolder();
    await using upstream = await startUpstream();
    const settings = { QOVERY_API_URL: upstream.url, ENVBOARD_RUN_DIR: join(folder.path, 'run') };
    const read = async (more: Record<string, string> = {}) => {
      await using gateway = await startGateway({ ...settings, ...more });
      const { headers } = await ask(gateway.port, `/api/environment/${idOf(1)}`);
      return [headers['x-cache'], headers['x-fetched-at']];
    };
    const [cache, fetchedAt] = await read();
    expect(cache).toBe('MISS');
    expect(await read()).toEqual(['HIT', fetchedAt]);
    expect((await read({ QOVERY_API_TOKEN: 'qov_another' }))[0]).toBe('MISS');
    expect(upstream.received).toHaveLength(2);
  });
});

describe.concurrent('a full disk', () => {
  it.runIf(isRoot)('fails the health check, and kept answers still go out', async ({ expect }) => {
    using folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=755', 'tmpfs', folder.path]);
    try {
      await using upstream = await startUpstream(json({ state: 'DEPLOYED' }));
      await using gateway = await startGateway({
        ...SHORT,
        QOVERY_API_URL: upstream.url,
        ENVBOARD_RUN_DIR: join(folder.path, 'run'),
        ENVBOARD_WATCH_SECONDS: '1',
      });
      const first = await ask(gateway.port, status(1));
      const health = async () => (await ask(gateway.port, '/healthz')).status;
      expect(await health()).toBe(200);
      const filler = join(folder.path, 'filler');
      try {
        writeFileSync(filler, Buffer.alloc(2 << 20));
      } catch {
        // As full as it gets.
      }
      expect(existsSync(filler)).toBe(true);
      await expect.poll(health, LATE).toBe(503);
      await sleep(PAST_SHORT_MS);
      const late = await ask(gateway.port, status(1));
      expect([late.status, late.body, late.headers['x-fetched-at']]).toEqual([
        200,
        first.body,
        first.headers['x-fetched-at'],
      ]);
      execFileSync('rm', [filler]);
      await expect.poll(health, LATE).toBe(200);
    } finally {
      execFileSync('umount', ['-l', folder.path]);
    }
  });
});
