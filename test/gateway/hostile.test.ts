import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { type Gateway, startGateway, TOKEN, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { type Answer, json, startUpstream, type Upstream } from './support/upstream.ts';

const PATH = `/api/environment/${idOf(1)}/status`;

/** The end of the id is the status of the upstream's answer. */
const pathFor = (code: number): string => `/api/environment/3c90c3cc-0d44-4b50-8888-000000000${code}/status`;
const codeIn = (url = ''): number => Number(/0{9}(\d{3})\/status$/.exec(url)?.[1]);

/** Headers with which an answer could try to steer a proxy or a browser. */
const STEERING = {
  'X-Accel-Redirect': '/healthz',
  'X-Accel-Expires': '86400',
  'X-Accel-Buffering': 'no',
  'X-Accel-Charset': 'utf-7',
  'X-Accel-Limit-Rate': '1',
  'Set-Cookie': 'session=stolen; Path=/',
  Vary: '*',
  'Cache-Control': 'public, max-age=86400',
  Expires: 'Thu, 01 Jan 2099 00:00:00 GMT',
  'Content-Type': 'application/problem+json; charset=utf-7',
  'Content-Security-Policy': "default-src *; script-src * 'unsafe-inline'",
  'Access-Control-Allow-Origin': '*',
  'X-Fetched-At': '4102444800',
  'X-Cache': 'HIT',
  'X-Gateway-Error': 'token-rejected',
  'X-Content-Type-Options': 'none',
  'Strict-Transport-Security': 'max-age=0',
  'Clear-Site-Data': '"*"',
  'Service-Worker-Allowed': '/',
  Refresh: '0; url=https://elsewhere.example/',
  Link: '<https://elsewhere.example/>; rel=preload; as=script',
  Location: 'https://elsewhere.example/',
  'WWW-Authenticate': 'Basic realm="Qovery"',
  'X-Powered-By': 'elsewhere.example',
  ETag: '"1"',
};

/** The names of an answer's headers, with repetitions. */
const namesOf = (rawHeaders: readonly string[]): string[] =>
  rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());

const OWN = [
  'cache-control',
  'connection',
  'content-security-policy',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'permissions-policy',
  'referrer-policy',
  'server',
  'strict-transport-security',
  'transfer-encoding',
  'vary',
  'x-cache',
  'x-content-type-options',
  'x-fetched-at',
  'x-gateway-time',
];

function certificate(folder: string, name: string): { key: string; cert: string; certFile: string } {
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'].concat([
      '-keyout',
      keyFile,
      '-out',
      certFile,
      '-subj',
      `/CN=${name}`,
      '-addext',
      `subjectAltName=${name}`,
    ]),
    { stdio: 'ignore' },
  );
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8'), certFile };
}

/** Returns the names in a folder; none when it is removed meanwhile, as the process beside nginx removes `lifetime-9`. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Returns the bytes of a file, or of all files below a folder. A path that is removed meanwhile has none. */
function bytesIn(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.isFile() ? found.size : 0;
  return namesIn(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

/** Answers with the status at the end of the id; three of them mean another answer. */
const LONG_HEADERS = 601;
const SILENCE = 602;
const ECHO = 603;
function hostile(elsewhere: string): Answer {
  return (request, response) => {
    const code = codeIn(request.url);
    if (code === SILENCE) return;
    if (code === LONG_HEADERS) response.writeHead(200, { 'X-Long': 'x'.repeat(60_000) }).end('{}');
    else if (code === ECHO) response.writeHead(500, { 'X-Echo': TOKEN }).end(TOKEN);
    else {
      const isSpared = code === 304 || code === 204;
      response.writeHead(code, { ...STEERING, Location: elsewhere, Refresh: `0; url=${elsewhere}` });
      response.end(
        code === 200
          ? '{"results":[]}'
          : isSpared
            ? undefined
            : `<script>alert(1)</script> ${request.headers.authorization}`,
      );
    }
  };
}

describe.concurrent('a hostile upstream', () => {
  let elsewhere: Upstream;
  let upstream: Upstream;
  let gateway: Gateway;
  beforeAll(async () => {
    elsewhere = await startUpstream();
    upstream = await startUpstream(hostile(`${elsewhere.url}/`));
    gateway = await startGateway({ QOVERY_API_URL: upstream.url });
  });
  afterAll(async () => {
    await gateway?.[Symbol.asyncDispose]();
    await upstream?.[Symbol.asyncDispose]();
    await elsewhere?.[Symbol.asyncDispose]();
  });

  it('steers nobody with its headers', async ({ expect }) => {
    const began = Date.now() / 1_000;
    const reply = await ask(gateway.port, pathFor(200));
    expect(reply.body).toBe('{"results":[]}');
    expect(namesOf(reply.rawHeaders).sort()).toEqual(OWN);
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      vary: 'Accept-Encoding',
      'x-cache': 'MISS',
      'x-content-type-options': 'nosniff',
    });
    expect(Math.abs(Number(reply.headers['x-fetched-at']) - began)).toBeLessThan(10);
    // Neither `Cache-Control` nor `X-Accel-Expires` lengthens the ten seconds.
    await sleep(10_300);
    expect((await ask(gateway.port, pathFor(200))).headers['x-cache']).toBe('EXPIRED');
  });

  it('sends nobody elsewhere', async ({ expect }) => {
    for (const code of [300, 301, 302, 303, 304, 305, 307, 308]) {
      const { status, headers } = await ask(gateway.port, pathFor(code));
      expect([code, status, headers.location, headers.refresh]).toEqual([code, 502, undefined, undefined]);
    }
    expect(elsewhere.received).toEqual([]);
  });

  it('shows nobody the body of an error', async ({ expect }) => {
    for (const code of [400, 401, 403, 404, 410, 422, 429, 500, 503, 520]) {
      const reply = await ask(gateway.port, pathFor(code));
      expect([reply.status, reply.body]).toEqual([code, '{"detail":"Qovery gave no usable answer."}\n']);
      const own = [...OWN, 'content-length', 'retry-after', 'x-gateway-error'];
      expect(namesOf(reply.rawHeaders).filter((name) => !own.includes(name))).toEqual([]);
      expect(reply.headers['content-type']).toBe('application/json');
      expect(reply.headers['x-gateway-error']).toBe(code === 401 ? 'token-rejected' : undefined);
    }
  });

  it('cannot overflow the headers', async ({ expect }) => {
    expect((await ask(gateway.port, pathFor(LONG_HEADERS))).status).toBe(502);
  });

  it('that echoes the token brings it to no viewer and no log', async ({ expect }) => {
    expect(JSON.stringify(await ask(gateway.port, pathFor(ECHO)))).not.toContain(TOKEN);
    expect(gateway.logs()).not.toContain(TOKEN);
  });

  it('that never answers costs a viewer some seconds and no more', async ({ expect }) => {
    const began = performance.now();
    const [first, waiting] = await Promise.all([
      ask(gateway.port, pathFor(SILENCE)),
      ask(gateway.port, pathFor(SILENCE)),
    ]);
    expect([first.status, waiting.status]).toEqual([504, 504]);
    expect(performance.now() - began).toBeLessThan(14_000);
    expect(upstream.received.filter(({ url }) => codeIn(url) === SILENCE)).toHaveLength(1);
    // Other paths, and the page, are served meanwhile.
    expect((await ask(gateway.port, '/')).status).toBe(200);
  });

  it('with a certificate of its own making is never sent the token', async ({ expect }) => {
    using folder = temporaryFolder();
    const { key, cert } = certificate(folder.path, 'DNS:localhost');
    await using upstream = await startUpstream(json({}), { key, cert });
    await using gateway = await startGateway({ QOVERY_API_URL: `https://localhost:${upstream.port}` });
    expect((await ask(gateway.port, PATH)).status).toBe(502);
    expect(upstream.received).toEqual([]);
    expect(gateway.logs()).toContain('upstream SSL certificate verify error');
  });

  it('with the certificate of another host is never sent the token', async ({ expect }) => {
    using folder = temporaryFolder();
    const { key, cert, certFile } = certificate(folder.path, 'DNS:elsewhere.example');
    await using upstream = await startUpstream(json({}), { key, cert });
    await using gateway = await startGateway({
      QOVERY_API_URL: `https://localhost:${upstream.port}`,
      SSL_CERT_FILE: certFile,
    });
    expect((await ask(gateway.port, PATH)).status).toBe(502);
    expect(upstream.received).toEqual([]);
  });

  it('receives requests when its certificate is valid', async ({ expect }) => {
    using folder = temporaryFolder();
    const { key, cert, certFile } = certificate(folder.path, 'DNS:localhost');
    await using upstream = await startUpstream(json({ results: [] }), { key, cert });
    await using gateway = await startGateway({
      QOVERY_API_URL: `https://localhost:${upstream.port}`,
      SSL_CERT_FILE: certFile,
    });
    expect((await ask(gateway.port, PATH)).status).toBe(200);
  });

  it('cannot fill the disk with an answer without end', async ({ expect }) => {
    await using upstream = await startUpstream((_, response) => {
      const chunk = Buffer.alloc(1 << 20, ' ');
      let sent = 0;
      response.setHeader('Content-Type', 'application/json');
      const more = (): void => {
        sent += 1;
        if (response.destroyed || sent > 80) response.end();
        else response.write(chunk, more);
      };
      more();
    });
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, bytesIn(gateway.state))), 20);
    const reply = await ask(gateway.port, PATH).catch(() => undefined);
    clearInterval(watch);
    expect(reply).toBeUndefined();
    expect(most).toBeGreaterThan(1 << 20);
    expect(most).toBeLessThan(33 << 20);
    expect(bytesIn(gateway.state)).toBeLessThan(1 << 20);
    expect((await ask(gateway.port, '/healthz')).status).toBe(200);
  });
});
