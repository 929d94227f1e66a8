import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, startGateway, TOKEN, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { startUpstream } from './support/upstream.ts';

const status = (number: number): string => `/api/environment/${idOf(number)}/status`;
const basic = (text: string) => ({ headers: { Authorization: `Basic ${Buffer.from(text).toString('base64')}` } });

const FORMS = { apr: '-apr1', sha256: '-5', sha512: '-6' };

describe.concurrent('a password', () => {
  it('opens the board, and nothing else does', async ({ expect }) => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'htpasswd');
    const lines = Object.entries(FORMS).map(
      ([name, form]) => `${name}:${execFileSync('openssl', ['passwd', form, 'open sesame'])}`,
    );
    // Readable by its owner alone, as a mounted secret is.
    writeFileSync(file, `# readers\n${lines.join('')}`, { mode: 0o600 });
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, BASIC_AUTH_FILE: file });
    for (const path of [
      '/',
      '/index.html',
      '/config.json',
      '/assets/index-a1b2c3d4.js',
      status(1),
      '/api/nope',
      '/nope',
    ]) {
      const closed = await ask(gateway.port, path);
      expect([path, closed.status, closed.headers['www-authenticate']]).toEqual([path, 401, 'Basic realm="Envboard"']);
      expect(closed.headers['content-security-policy']).toBeDefined();
      expect((await ask(gateway.port, path, basic('apr:wrong'))).status).toBe(401);
    }
    expect(upstream.received).toEqual([]);
    for (const name of Object.keys(FORMS)) {
      expect((await ask(gateway.port, '/', basic(`${name}:open sesame`))).status).toBe(200);
      expect((await ask(gateway.port, status(1), basic(`${name}:open sesame`))).status).toBe(200);
    }
    expect(upstream.received.map(({ headers }) => headers.authorization)).toEqual([`Token ${TOKEN}`]);
    // A cached answer is only for viewers with a session.
    expect((await ask(gateway.port, status(1))).status).toBe(401);
    // The probe of the platform holds no password.
    expect((await ask(gateway.port, '/healthz')).body).toBe('ok\n');
    expect(gateway.logs()).not.toContain('anyone who reaches');
  });
});

/** Answers as oauth2-proxy does: 202 with its session, 401 without. */
const startSignOn = () =>
  startUpstream((request, response) => {
    const known = request.headers.cookie?.includes('_oauth2_proxy=good') ?? false;
    const banned = request.headers.cookie?.includes('_oauth2_proxy=banned') ?? false;
    if (request.url === '/oauth2/auth') response.writeHead(known ? 202 : banned ? 403 : 401).end();
    else if (request.url?.startsWith('/oauth2/start'))
      response.writeHead(302, { Location: 'https://login.example/', 'Set-Cookie': '_oauth2_proxy_csrf=1' }).end();
    else if (request.url?.startsWith('/oauth2/callback?'))
      response.writeHead(302, { Location: '/', 'Set-Cookie': '_oauth2_proxy=good; HttpOnly' }).end();
    else response.writeHead(404).end();
  });

const GOOD = { headers: { Cookie: '_oauth2_proxy=good; other=1', Authorization: 'Token qov_viewer', 'X-Other': '1' } };

describe.concurrent('a sign-on', () => {
  it('receives a request before the page, an answer or a cached answer is sent', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using signOn = await startSignOn();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, OAUTH2_PROXY_URL: signOn.url });
    for (const path of ['/index.html', '/config.json', '/assets/index-a1b2c3d4.js', status(1), '/api/nope'])
      expect([path, (await ask(gateway.port, path)).status]).toEqual([path, 401]);
    expect(upstream.received).toEqual([]);
    expect((await ask(gateway.port, '/', GOOD)).status).toBe(200);
    expect((await ask(gateway.port, status(1), GOOD)).headers['x-cache']).toBe('MISS');
    expect((await ask(gateway.port, status(1), GOOD)).headers['x-cache']).toBe('HIT');
    const out = await ask(gateway.port, status(1));
    expect([out.status, out.headers['x-gateway-error'], out.body.includes('results')]).toEqual([401, undefined, false]);
    const banned = await ask(gateway.port, status(1), { headers: { Cookie: '_oauth2_proxy=banned' } });
    expect(banned.status).toBe(403);
    expect((await ask(gateway.port, '/healthz')).status).toBe(200);
  });

  it('is sent the cookie and nothing else, and Qovery is sent no cookie', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using signOn = await startSignOn();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, OAUTH2_PROXY_URL: `${signOn.url}/` });
    await ask(gateway.port, `${status(1)}?pins=abc`, GOOD);
    expect(signOn.received.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /oauth2/auth']);
    expect(signOn.received[0]?.headers).toEqual({
      host: `127.0.0.1:${gateway.port}`,
      cookie: '_oauth2_proxy=good; other=1',
    });
    expect(upstream.received[0]?.headers.cookie).toBeUndefined();
    // Nor the length of a body that it is not sent.
    await ask(gateway.port, status(2), { headers: { ...GOOD.headers, 'Content-Length': 0 } });
    await ask(gateway.port, '/', { headers: { 'Content-Length': 0 } });
    expect(signOn.received.length).toBeGreaterThan(2);
    for (const { headers } of signOn.received) expect(headers['content-length']).toBeUndefined();
  });

  it('takes a reader without a session to sign in, and back to the same board', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using signOn = await startSignOn();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, OAUTH2_PROXY_URL: signOn.url });
    const board = '/?name=Release+train&pins=abc.def&view=wall';
    // The page that stores the fragment continues at /sign-in.
    const page = await ask(gateway.port, board);
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      401,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(page.body).toContain('src="sign-in.js"');
    const script = await ask(gateway.port, '/sign-in.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    const sent = await ask(gateway.port, board.replace('/', '/sign-in'));
    expect([sent.status, sent.headers.location, sent.headers['set-cookie']]).toEqual([
      302,
      'https://login.example/',
      ['_oauth2_proxy_csrf=1'],
    ]);
    expect(signOn.received.at(-1)).toMatchObject({
      url: '/oauth2/start',
      headers: { 'x-auth-request-redirect': board },
    });
    const back = await ask(gateway.port, '/oauth2/callback?code=secret-code&state=1');
    expect([back.status, back.headers.location]).toEqual([302, '/']);
    expect(back.headers['set-cookie']).toEqual(['_oauth2_proxy=good; HttpOnly']);
    expect(gateway.logs()).not.toMatch(/secret-code|pins=/);
    // Never to another site.
    await ask(gateway.port, '//elsewhere.example/..?x');
    await ask(gateway.port, '//?x');
    await ask(gateway.port, '/sign-in//elsewhere.example');
    await ask(gateway.port, '//sign-in?//elsewhere.example');
    for (const { headers } of signOn.received) expect(headers['x-auth-request-redirect'] ?? '/').not.toMatch(/^\/\//);
    for (const path of ['/oauth2/userinfo', '/oauth2/auth', '/oauth2/sign_in', '/oauth2/static/x', '/.session'])
      expect([path, (await ask(gateway.port, path, GOOD)).status]).toEqual([path, 404]);
  });

  it('that is out of order opens nothing', async ({ expect }) => {
    await using upstream = await startUpstream();
    const signOn = await startSignOn();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, OAUTH2_PROXY_URL: signOn.url });
    await signOn[Symbol.asyncDispose]();
    // The page's own location answers with the page that waits for the sign-on.
    const page = await ask(gateway.port, '/', GOOD);
    expect([page.status, page.body]).toEqual([500, expect.stringContaining('src="sign-in.js"')]);
    for (const path of ['/nope', '/index.html', '/config.json', status(1), '/api/nope', '/sign-in', '/oauth2/start']) {
      const { status: code, headers, body } = await ask(gateway.port, path, GOOD);
      expect([path, code, headers['x-gateway-error'], headers['x-content-type-options'], body]).toEqual([
        path,
        503,
        'sign-on-unreachable',
        'nosniff',
        'The sign-on does not answer. Try again in a minute.\n',
      ]);
    }
    expect(upstream.received).toEqual([]);
  });
});

const ORGANIZATION_WIDE = [
  '/api/organization',
  `/api/organization/${idOf(1)}/project`,
  `/api/organization/${idOf(1)}/environments`,
];
const environmentPaths = (number: number) =>
  ['', '/status', '/statuses', '/services', '/deploymentHistoryV2'].map(
    (leaf) => `/api/environment/${idOf(number)}${leaf}`,
  );
const projectPaths = (number: number) =>
  ['status', 'overview'].map((leaf) => `/api/project/${idOf(number)}/environment/${leaf}`);

describe.concurrent('an allow-list', () => {
  const open = async (settings: Record<string, string>) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, ...settings });
    const commits = `/api/application/${idOf(1)}/commit`;
    const paths = [
      ...ORGANIZATION_WIDE,
      commits,
      ...[1, 2].flatMap(projectPaths),
      ...[1, 2, 3].flatMap(environmentPaths),
    ];
    const opened: string[] = [];
    for (const path of paths) {
      const { status: code } = await ask(gateway.port, path);
      if (code === 200) opened.push(path);
      else if (code !== 404) throw new Error(`${path} answered ${code}`);
    }
    return { opened, received: upstream.received.map(({ url }) => `/api${url}`) };
  };

  it('of environments shows those alone', async ({ expect }) => {
    const { opened, received } = await open({ QOVERY_ENVIRONMENTS: `${idOf(1).toUpperCase()}, ${idOf(2)}` });
    expect(opened).toEqual([...environmentPaths(1), ...environmentPaths(2)]);
    expect(received).toEqual(opened);
  });

  it('of projects shows those alone, and no single environment, whose project nobody can tell', async ({ expect }) => {
    const { opened, received } = await open({ QOVERY_PROJECTS: idOf(2) });
    expect(opened).toEqual(projectPaths(2));
    expect(received).toEqual(opened);
  });

  it('of both shows both', async ({ expect }) => {
    const { opened } = await open({ QOVERY_PROJECTS: idOf(2), QOVERY_ENVIRONMENTS: `${idOf(3)}\n` });
    expect(opened).toEqual([...projectPaths(2), ...environmentPaths(3)]);
  });
});

describe.concurrent('framing', () => {
  it.for([
    ['', "frame-ancestors 'none'"],
    ['https://a.example, http://localhost:3000', 'frame-ancestors https://a.example http://localhost:3000'],
  ] as const)('with EMBED_ORIGINS=%j is %j', async ([EMBED_ORIGINS, directive], { expect }) => {
    using configured = await configure({ EMBED_ORIGINS });
    expect(configured.read('headers.conf')).toContain(`; ${directive}; `);
  });

  it('is allowed to whom EMBED_ORIGINS names', async ({ expect }) => {
    await using gateway = await startGateway({
      QOVERY_API_URL: 'http://127.0.0.1:9',
      EMBED_ORIGINS: 'https://wiki.example.com',
    });
    const policy = (await ask(gateway.port, '/?view=wall')).headers['content-security-policy'];
    expect(String(policy).split('; ')).toContain('frame-ancestors https://wiki.example.com');
  });
});
