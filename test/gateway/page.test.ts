import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#vite/content-security-policy.ts';
import { ask } from './support/asking.ts';
import { configure, type Gateway, startGateway, temporaryFolder, writePage } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { json, startUpstream, type Upstream } from './support/upstream.ts';

const folder = temporaryFolder();
const PRECOMPRESS = join(import.meta.dirname, '../../deploy/precompress.mjs');
const MODULES = ['/usr/lib/nginx/modules', '/etc/nginx/modules'];
const ASSET = '/assets/index-a1b2c3d4.js';
let upstream: Upstream;
let gateway: Gateway;

beforeAll(async () => {
  upstream = await startUpstream(json({ results: Array.from({ length: 50 }, (_, number) => idOf(number)) }));
  const page = writePage(folder.path);
  execFileSync(process.execPath, [PRECOMPRESS, page]);
  gateway = await startGateway({ QOVERY_API_URL: upstream.url, ENVBOARD_PAGE_DIR: page });
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await upstream?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** The policy of the built page, one directive an item. */
function pagePolicy(): string[] {
  const hook = contentSecurityPolicy().transformIndexHtml;
  if (typeof hook !== 'function') throw new Error('the page has no policy');
  return /Policy","content":"([^"]*)"/.exec(JSON.stringify(Reflect.apply(hook, undefined, [])))?.[1]?.split('; ') ?? [];
}

describe('headers', () => {
  it.each([
    ['GET', '/', 200],
    ['GET', '/index.html', 200],
    ['GET', '/config.json', 200],
    ['GET', '/favicon.svg', 200],
    ['GET', ASSET, 200],
    ['GET', `/api/environment/${idOf(1)}/status`, 200],
    ['GET', '/healthz', 200],
    ['GET', '/nope', 404],
    ['GET', '/assets/nope-a1b2c3d4.js', 404],
    ['GET', '/api/nope', 404],
    ['GET', '/a/b/', 404],
    ['POST', '/', 405],
    ['POST', '/api/organization', 405],
    ['GET', '/%00', 400],
  ])('are on %s %s', async (method, path, status) => {
    const reply = await ask(gateway.port, path, { method });
    expect(reply.status).toBe(status);
    expect(reply.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
      server: 'nginx',
    });
  });

  it('hold the policy of the built page, which may connect to its own origin alone and stand in no frame', async () => {
    const sent = String((await ask(gateway.port, '/')).headers['content-security-policy']).split('; ');
    const own = pagePolicy().map((directive) =>
      directive.startsWith('connect-src') ? "connect-src 'self'" : directive,
    );
    expect(own.length).toBeGreaterThan(5);
    expect(sent.sort()).toEqual([...own, "frame-ancestors 'none'"].sort());
  });

  it.each([
    ['/', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/favicon.svg', 'no-cache'],
    ['/nope', 'no-cache'],
    ['/config.json', 'no-store'],
    [`/api/environment/${idOf(2)}/status`, 'no-store'],
    [ASSET, 'public, max-age=31536000, immutable'],
    ['/assets/nope-a1b2c3d4.js', undefined],
    ['/assets/', undefined],
    ['/assets', 'no-cache'],
  ])('say of %s that it may be kept: %s', async (path, expected) => {
    expect((await ask(gateway.port, path)).headers['cache-control']).toBe(expected);
  });
});

describe('files', () => {
  it('tell the page that the gateway holds the token, whatever the built file says', async () => {
    const reply = await ask(gateway.port, '/config.json?x=1');
    expect(JSON.parse(reply.body)).toEqual({ api: '/api', auth: 'gateway' });
    expect(reply.headers['content-type']).toBe('application/json');
  });

  it('tell the page that its data are those of a demo when ENVBOARD_DATA does', async () => {
    using configured = await configure({ ENVBOARD_DATA: 'demo' });
    const [, config] = configured.read('pages.conf').match(/return 200 '(\{.*\})/) ?? [];
    expect(JSON.parse(config ?? '')).toEqual({ api: '/api', auth: 'gateway', data: 'demo' });
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    [ASSET, 'text/javascript; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
  ])('%s is %s', async (path, type) => {
    expect((await ask(gateway.port, path)).headers['content-type']).toBe(type);
  });

  it('are sent as they were compressed at build time', async () => {
    writeFileSync(join(gateway.page, 'assets/index-a1b2c3d4.js.gz'), 'as it was compressed');
    const reply = await ask(gateway.port, ASSET, { headers: { 'Accept-Encoding': 'gzip' } });
    expect([reply.headers['content-encoding'], reply.headers.vary, reply.body]).toEqual([
      'gzip',
      'Accept-Encoding',
      'as it was compressed',
    ]);
  });

  it('are sent as brotli where nginx has the module for it, and as gzip elsewhere', async () => {
    writeFileSync(join(gateway.page, 'assets/index-a1b2c3d4.js.br'), 'as it was made for brotli');
    const encodingOf = async (accepted: string) => {
      const reply = await ask(gateway.port, ASSET, { headers: { 'Accept-Encoding': accepted } });
      expect(reply.headers.vary).toContain('Accept-Encoding');
      return [reply.headers['content-encoding'], reply.body.includes('made for brotli')];
    };
    const hasModule = MODULES.some((folder) => existsSync(join(folder, 'ngx_http_brotli_static_module.so')));
    expect(await encodingOf('gzip, br')).toEqual(hasModule ? ['br', true] : ['gzip', false]);
    expect(await encodingOf('gzip')).toEqual(['gzip', false]);
  });

  it('of the API are compressed on the way', async () => {
    const reply = await ask(gateway.port, `/api/environment/${idOf(3)}/status`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(reply.headers['content-encoding']).toBe('gzip');
  });

  it('are not found outside the page', async () => {
    for (const path of ['/nginx.conf', '/assets/..%2findex.htm', '/.git/config', '/page/index.html'])
      expect([path, (await ask(gateway.port, path)).status]).toEqual([path, 404]);
  });
});
