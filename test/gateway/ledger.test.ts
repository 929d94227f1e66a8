import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, type Settings, startGateway, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { json, startUpstream } from './support/upstream.ts';

const status = (number: number): string => `/api/environment/${idOf(number)}/status`;
const LATE = { timeout: 15_000, interval: 200 };
const nowS = (): number => Math.floor(Date.now() / 1_000);
/** A budget of 100: 42 requests at once, then one in 62.5 s. */
const AT_ONCE = 42;
const PER_SECOND = 0.016;

describe.concurrent('the hour', () => {
  it('survives crashes in the middle of requests', async ({ expect }) => {
    using folder = temporaryFolder();
    // No answer arrives: a log that is written after the answer would lack these requests.
    await using upstream = await startUpstream(() => {});
    const settings = {
      QOVERY_API_URL: upstream.url,
      QOVERY_REQUESTS_PER_HOUR: '100',
      ENVBOARD_RUN_DIR: join(folder.path, 'run'),
    };
    const began = performance.now();
    for (let start = 0; start < 5; start += 1) {
      await using gateway = await startGateway(settings);
      const before = upstream.received.length;
      const replies = Array.from({ length: 30 }, (_, number) =>
        ask(gateway.port, status(start * 100 + number)).catch(() => undefined),
      );
      if (start === 0) await expect.poll(() => upstream.received.length, LATE).toBe(before + 30);
      // Beyond the budget, answers arrive at once.
      else await Promise.race(replies);
      for (const pid of gateway.processes()) process.kill(pid, 'SIGKILL');
      await Promise.all(replies);
    }
    const seconds = (performance.now() - began) / 1_000;
    expect(upstream.received.length).toBeLessThanOrEqual(AT_ONCE + PER_SECOND * seconds);
    expect(upstream.received.length).toBeGreaterThanOrEqual(AT_ONCE - 1);
    const ledger = join(folder.path, 'run/spent.log');
    expect(readFileSync(ledger, 'utf8').trim().split('\n')).toHaveLength(upstream.received.length);
    // It names the requested paths.
    expect(statSync(ledger).mode & 0o007).toBe(0);
  });

  it('says that it is spent when a restart finds nothing left, and goes on when some is', async ({ expect }) => {
    using folder = temporaryFolder();
    const lines = (agoS: number) => `${`${nowS() - agoS}.000 /environment/x/status\n`.repeat(AT_ONCE)}`;
    await using upstream = await startUpstream();
    const startWith = (text: string) => {
      writeFileSync(join(folder.path, 'spent.log'), text);
      return startGateway({
        QOVERY_API_URL: upstream.url,
        QOVERY_REQUESTS_PER_HOUR: '100',
        ENVBOARD_LEDGER_DIR: folder.path,
        ENVBOARD_WATCH_SECONDS: '1',
      });
    };
    {
      await using gateway = await startWith(lines(1));
      const { status: code, headers } = await ask(gateway.port, status(1));
      expect([code, headers['x-gateway-error'], headers['retry-after']]).toEqual([429, 'budget-spent', '5']);
      expect(upstream.received).toEqual([]);
    }
    await using gateway = await startWith(lines(60));
    await expect.poll(async () => (await ask(gateway.port, status(2))).status, LATE).toBe(200);
    expect((await ask(gateway.port, status(3))).status).toBe(429);
  });

  it.for([
    ['an hour and more ago', 3_700, 61],
    ['half an hour ago', 1_800, 61],
    ['just now', 0, 21],
    ['in the future, by a clock that was set back', -5_000, 21],
  ] as const)('gives back of 40 requests %s what nginx would have', async ([, agoS, left], { expect }) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'spent.log'), `${nowS() - agoS}.000 /environment/x/status\n`.repeat(40));
    using configured = await configure({ ENVBOARD_LEDGER_DIR: folder.path });
    const burst = Number(/zone=after_restart burst=(\d+) nodelay/.exec(configured.read('inner.conf'))?.[1]);
    // The first request is not counted in nginx's burst; some milliseconds may have passed.
    expect(burst + 1).toBeGreaterThanOrEqual(left - 1);
    expect(burst + 1).toBeLessThan(left + 5);
  });

  it.for([
    ['zeros', '\0'.repeat(4_096)],
    ['a line that was cut in its time', '17959'],
    ['a line that is not of a ledger', 'nan /environment/x/status'],
    ['an empty line', ''],
    ['a time of 400 digits', '9'.repeat(400)],
  ] as const)('counts what was spent before %s in its file', async ([, line], { expect }) => {
    using folder = temporaryFolder();
    const spent = `${nowS()}.000 /environment/x/status\n`.repeat(40);
    writeFileSync(join(folder.path, 'spent.log'), `${spent}${line}\n`);
    using configured = await configure({ ENVBOARD_LEDGER_DIR: folder.path });
    const burst = Number(/zone=after_restart burst=(\d+) nodelay/.exec(configured.read('inner.conf'))?.[1]);
    expect(burst + 1).toBeGreaterThanOrEqual(19);
    expect(burst + 1).toBeLessThan(25);
  });

  it('has its burst again once the restart is paid for', async ({ expect }) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'spent.log'), `${nowS()}.000 /environment/x/status\n`);
    using configured = await configure({ ENVBOARD_LEDGER_DIR: folder.path });
    expect(existsSync(join(configured.state, 'after-restart'))).toBe(true);
    await using gateway = await startGateway({
      QOVERY_API_URL: 'http://127.0.0.1:9',
      ENVBOARD_LEDGER_DIR: folder.path,
      ENVBOARD_WATCH_SECONDS: '1',
    });
    const flag = join(gateway.state, 'after-restart');
    await expect.poll(() => existsSync(flag), LATE).toBe(false);
  });

  it.for([
    ['a folder that is not there', { ENVBOARD_LEDGER_DIR: '/nowhere' }, 'ENVBOARD_LEDGER_DIR (/nowhere) cannot'],
    ['a relative folder', { ENVBOARD_LEDGER_DIR: 'ledger' }, 'ENVBOARD_LEDGER_DIR is not an absolute'],
    ['no number of seconds', { QOVERY_STATUS_SECONDS: '4' }, 'QOVERY_STATUS_SECONDS is not'],
    ['no interval', { ENVBOARD_WATCH_SECONDS: '0' }, 'ENVBOARD_WATCH_SECONDS is not'],
  ] as const)('is not begun with %s', async ([, settings, sentence], { expect }) => {
    using configured = await configure(settings satisfies Settings);
    expect([configured.code, configured.said.includes(`envboard: ${sentence}`)]).toEqual([1, true]);
  });
});

describe.concurrent('Qovery', () => {
  it('lowers the budget by its own count, until its hour begins anew', async ({ expect }) => {
    let remaining = '90';
    await using upstream = await startUpstream((request, response) => {
      response.setHeader('X-RateLimit-Limit', '1000');
      response.setHeader('X-RateLimit-Remaining', remaining);
      response.setHeader('X-RateLimit-Reset', '4');
      json({ results: [] })(request, response);
    });
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, ENVBOARD_WATCH_SECONDS: '1' });
    expect((await ask(gateway.port, status(1))).status).toBe(200);
    let number = 1;
    const next = async () => (await ask(gateway.port, status(++number))).headers['x-gateway-error'];
    await expect.poll(next, LATE).toBe('budget-spent');
    remaining = '900';
    await expect.poll(next, LATE).toBeUndefined();
  });

  it('receives few requests while it fails, and as many as before once it answers', async ({ expect }) => {
    await using upstream = await startUpstream(json({}, 500));
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, ENVBOARD_WATCH_SECONDS: '1' });
    const flag = join(gateway.state, 'outage');
    for (let number = 0; number < 6; number += 1) await ask(gateway.port, status(number));
    await expect.poll(() => existsSync(flag), LATE).toBe(true);
    const before = upstream.received.length;
    for (let number = 10; number < 20; number += 1) await ask(gateway.port, status(number));
    expect(upstream.received.length - before).toBeLessThanOrEqual(1);
    upstream.answerWith(json({ results: [] }));
    let number = 20;
    await expect.poll(async () => (await ask(gateway.port, status(++number))).status, LATE).toBe(200);
    await expect.poll(() => existsSync(flag), LATE).toBe(false);
  });
});
