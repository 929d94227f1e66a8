import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, startGateway, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { startUpstream } from './support/upstream.ts';

const PATH = `/api/environment/${idOf(1)}/status`;
const called = (host: string) => ({ headers: { Host: host } });
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe.concurrent('a name of the board', () => {
  it('is localhost or an address when none is set, so that no name pointed here reads it', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    for (const host of ['localhost', '127.0.0.1:8080', '10.0.0.7', '[::1]:8080', 'LOCALHOST:1'])
      expect([host, (await ask(gateway.port, '/', called(host))).status]).toEqual([host, 200]);
    for (const host of ['rebound.example', '127.0.0.1.evil.example', 'localhost.evil.example', 'x', '1.2.3.4a'])
      for (const path of ['/', PATH, '/config.json', '/oauth2/start']) {
        const reply = await ask(gateway.port, path, called(host));
        expect([host, path, reply.status]).toEqual([host, path, 421]);
        expect(reply.body).toContain('set BOARD_HOSTS');
      }
    expect(upstream.received).toEqual([]);
    expect((await ask(gateway.port, '/healthz', called('10-0-0-7.probe'))).status).toBe(200);
  });

  it('is one of those listed, and localhost where nothing but this machine reaches it', async ({ expect }) => {
    const settings = { QOVERY_API_URL: 'http://127.0.0.1:9', BOARD_HOSTS: 'board.example.com, Board2.example.com' };
    await using gateway = await startGateway(settings);
    for (const host of ['board.example.com', 'BOARD.example.com:443', 'board2.example.com', 'localhost', '127.0.0.1'])
      expect([host, (await ask(gateway.port, '/', called(host))).status]).toEqual([host, 200]);
    for (const host of ['10.0.0.7', 'other.example.com', 'xboard.example.com'])
      expect([host, (await ask(gateway.port, '/', called(host))).status]).toEqual([host, 421]);
    using configured = await configure({ ...settings, LISTEN_ADDRESS: '' });
    expect(configured.read('hosts.conf')).toBe('default 1;\nboard.example.com 0;\nboard2.example.com 0;\n');
  });

  it('may be the end of another one', async ({ expect }) => {
    using configured = await configure({ BOARD_HOSTS: 'board.example.com, example.com, Example.com.' });
    expect(configured.read('hosts.conf')).toBe('default 1;\nboard.example.com 0;\nexample.com 0;\n');
  });

  it('may end with a dot, in the setting and in the request, and may be a word of nginx', async ({ expect }) => {
    const settings = {
      QOVERY_API_URL: 'http://127.0.0.1:9',
      BOARD_HOSTS: 'board.example.com. default include volatile',
    };
    await using gateway = await startGateway(settings);
    for (const host of ['board.example.com', 'board.example.com.:8080', 'default', 'include', 'volatile'])
      expect([host, (await ask(gateway.port, '/', called(host))).status]).toEqual([host, 200]);
    for (const host of ['board.example', 'hostnames', '10.0.0.7'])
      expect([host, (await ask(gateway.port, '/', called(host))).status]).toEqual([host, 421]);
  });

  it.for(['https://board.example.com', 'board.example.com:443', '*.example.com', 'a;b'])(
    'is refused when it is %s',
    async (host, { expect }) => {
      using configured = await configure({ BOARD_HOSTS: host });
      expect([configured.code, configured.said]).toEqual([1, expect.stringContaining('BOARD_HOSTS holds something')]);
    },
  );
});

describe.concurrent('another site', () => {
  it('reads nothing of the API, and may link to the page', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    const from = (site: string, path = PATH) => ask(gateway.port, path, { headers: { 'Sec-Fetch-Site': site } });
    for (const site of ['cross-site', 'Cross-Site']) expect((await from(site)).status).toBe(403);
    expect(upstream.received).toEqual([]);
    // Over plain http on a LAN, where browsers send no Sec-Fetch-Site.
    const withOrigin = (origin: string, host: string, path = PATH) =>
      ask(gateway.port, path, { headers: { Origin: origin, Host: host } });
    for (const origin of [
      'http://elsewhere.example',
      'http://10.0.0.7:81',
      'https://10.0.0.7.elsewhere.example',
      'null',
    ])
      expect([origin, (await withOrigin(origin, '10.0.0.7')).status]).toEqual([origin, 403]);
    expect((await withOrigin('http://elsewhere.example', '10.0.0.7', '/')).status).toBe(200);
    expect(upstream.received).toEqual([]);
    for (const [origin, host] of [
      ['http://10.0.0.7:8080', '10.0.0.7:8080'],
      ['https://localhost', 'LOCALHOST'],
    ] as const)
      expect([origin, (await withOrigin(origin, host)).status]).toEqual([origin, 200]);
    for (const site of ['same-origin', 'same-site', 'none']) expect((await from(site)).status).toBe(200);
    expect((await from('cross-site', '/')).status).toBe(200);
  });
});

describe.concurrent('a password', () => {
  const hash = () => execFileSync('openssl', ['passwd', '-apr1', 'open sesame'], { encoding: 'utf8' });

  it.for(['$2y$12$', '$2b$10$', '$2a$31$', '$2y$09$', '$6$rounds=100000$', '$5$rounds=999999999$'])(
    'is refused when its hash begins %s, which takes too long to check',
    async (form, { expect }) => {
      using folder = temporaryFolder();
      const file = join(folder.path, 'htpasswd');
      writeFileSync(file, `user:${form}N9qo8uLOickgx2ZMRZoMye\n`);
      using configured = await configure({ BASIC_AUTH_FILE: file });
      expect([configured.code, configured.said]).toEqual([1, expect.stringContaining('takes too long to check')]);
      writeFileSync(file, 'user:$2y$05$N9qo8uLOickgx2ZMRZoMye\nother:$6$rounds=5000$N9qo8uLOickgx2ZMRZoMye\n');
      using cheap = await configure({ BASIC_AUTH_FILE: file });
      expect(cheap.code).toBe(0);
    },
  );

  it('that is wrong again and again has to wait, and right ones do not', async ({ expect }) => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'htpasswd');
    writeFileSync(file, `user:${hash()}`);
    await using gateway = await startGateway({ QOVERY_API_URL: 'http://127.0.0.1:9', BASIC_AUTH_FILE: file });
    const sendWith = (password: string, cookie = '') =>
      ask(gateway.port, '/', { headers: { Authorization: basic(`user:${password}`), Cookie: cookie } });
    const first = await sendWith('open sesame');
    const cookie = String(first.headers['set-cookie']?.[0]).split(';')[0];
    expect([first.status, first.headers['set-cookie']]).toEqual([
      200,
      [expect.stringMatching(/^envboard_known=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)],
    ]);
    const tries = await Promise.all(Array.from({ length: 120 }, (_, count) => sendWith(`wrong ${count}`)));
    expect(tries.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(66);
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThan(50);
    expect(tries.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
    const known = await Promise.all(Array.from({ length: 120 }, () => sendWith('open sesame', cookie)));
    expect(known.map(({ status }) => status)).toEqual(Array(120).fill(200));
    // The cookie lifts the limit, and is no password.
    expect((await sendWith('wrong', cookie)).status).toBe(401);
    expect((await ask(gateway.port, '/', { headers: { Cookie: cookie ?? '' } })).status).toBe(401);
    const probe = await ask(gateway.port, '/healthz', { headers: { Authorization: basic('user:wrong') } });
    expect([probe.status, probe.headers['set-cookie']]).toEqual([200, undefined]);
  });
});

describe.concurrent('the sign-on', () => {
  it('is passed its three paths as they are spelled, and nothing that decodes to one', async ({ expect }) => {
    await using signOn = await startUpstream((_, response) => response.writeHead(204).end());
    await using gateway = await startGateway({ QOVERY_API_URL: 'http://127.0.0.1:9', OAUTH2_PROXY_URL: signOn.url });
    const exact = ['/oauth2/start?rd=%2F%3Fa%3D1', '/oauth2/callback?code=a%2Fb', '/oauth2/sign_out'];
    for (const path of exact) expect([path, (await ask(gateway.port, path)).status]).toEqual([path, 204]);
    expect(signOn.received.map(({ url }) => url)).toEqual(exact);
    signOn.received.length = 0;
    for (const path of [
      '/%6fauth2/start',
      '/oauth2/%73tart',
      '/oauth2/x/../start',
      '/oauth2//start',
      '//oauth2/start',
      '/oauth2/start/',
      '/oauth2/start%3frd=x',
      '/oauth2/callback%0d%0aX:%201',
      '/oauth2/auth',
    ])
      expect([path, (await ask(gateway.port, path)).status]).toEqual([path, 404]);
    expect(signOn.received.filter(({ url }) => url !== '/oauth2/auth')).toEqual([]);
  });
});

describe.concurrent('the inner tier', () => {
  const askInner = (socketPath: string, headers = {}) =>
    new Promise<number | undefined>((done, fail) =>
      request({ socketPath, path: `/environment/${idOf(1)}/status`, headers }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on('error', fail)
        .end(),
    );

  it('answers nothing to a process that does not know its secret', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    const socket = join(gateway.state, 'inner.sock');
    expect(await askInner(socket)).toBe(403);
    expect(await askInner(socket, { 'X-Gateway-Secret': '1' })).toBe(403);
    expect(upstream.received).toEqual([]);
    const secret = /"(.*)"/.exec(readFileSync(join(gateway.state, 'secret-header.conf'), 'utf8'))?.[1];
    expect(await askInner(socket, { 'X-Gateway-Secret': secret })).toBe(200);
  });
});
