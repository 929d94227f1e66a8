import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, askRaw } from './support/asking.ts';
import { type Gateway, startGateway, TOKEN } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { startUpstream, type Upstream } from './support/upstream.ts';

const ID = idOf(1);
let upstream: Upstream;
let gateway: Gateway;

beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ QOVERY_API_URL: `${upstream.url}/below/` });
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await upstream?.[Symbol.asyncDispose]();
});
beforeEach(() => {
  upstream.received.length = 0;
});

const LISTED = [
  '/organization',
  `/organization/${ID}/project`,
  `/organization/${ID}/environments`,
  `/organization/${ID}/events`,
  `/project/${ID}/environment/status`,
  `/project/${ID}/environment/overview`,
  `/environment/${ID}`,
  `/environment/${ID}/status`,
  `/environment/${ID}/statuses`,
  `/environment/${ID}/services`,
  `/environment/${ID}/deploymentHistoryV2`,
  ...['application', 'job', 'helm', 'terraform'].map((kind) => `/${kind}/${ID}/commit`),
];

describe('what is listed', () => {
  it.each(LISTED)('forwards GET %s with the token, and nothing of the viewer', async (path) => {
    const reply = await ask(gateway.port, `/api${path}?name=Board&pins=abc`, {
      headers: {
        Authorization: 'Token qov_viewer',
        Cookie: 'session=viewer',
        'X-Forwarded-For': '10.1.2.3',
        'Accept-Encoding': 'gzip',
        Referer: 'https://board.example/?pins=abc',
        'X-Other': 'viewer',
      },
    });
    expect(reply.status).toBe(200);
    expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET /below${path}`]);
    expect(upstream.received[0]?.headers).toEqual({
      host: `127.0.0.1:${upstream.port}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'envboard',
      authorization: `Token ${TOKEN}`,
    });
  });

  it('answers HEAD from the same entry as GET', async () => {
    const path = `/api/environment/${idOf(2)}/status`;
    const head = await ask(gateway.port, path, { method: 'HEAD' });
    const get = await ask(gateway.port, path);
    expect([head.status, head.body, get.status, get.body]).toEqual([200, '', 200, '{"results":[]}']);
    expect(get.headers['x-cache']).toBe('HIT');
    expect(upstream.received.map(({ method }) => method)).toEqual(['GET']);
  });

  it('answers a conditional request, a range and HTTP/1.0 with all of what it has', async () => {
    const path = `/api/environment/${idOf(3)}/status`;
    for (const headers of [
      { 'If-None-Match': '"1"' },
      { 'If-Modified-Since': 'Thu, 01 Jan 2099 00:00:00 GMT' },
      { Range: 'bytes=0-1' },
      { Range: 'bytes=9999-' },
    ]) {
      const reply = await ask(gateway.port, path, { headers });
      expect([headers, reply.status, reply.body]).toEqual([headers, 200, '{"results":[]}']);
    }
    const old = await askRaw(gateway.port, `GET ${path} HTTP/1.0\r\nHost: localhost\r\n\r\n`);
    expect(old).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\n\{"results":\[\]\}$/);
    expect(old).not.toMatch(/^Transfer-Encoding:/im);
    expect(upstream.received).toHaveLength(1);
  });

  it.each([
    ['a length', { 'Content-Length': 5 }],
    ['chunks', { 'Transfer-Encoding': 'chunked' }],
  ])('forwards nothing of a body with %s, and waits for none', async (form, headers) => {
    const path = `/api/environment/${idOf(form.length + 100)}/status`;
    const began = performance.now();
    expect((await ask(gateway.port, path, { headers, body: 'hello' })).status).toBe(200);
    // nginx would wait five seconds for the body, and block other requests meanwhile.
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(upstream.received.map(({ headers: sent }) => [sent['content-length'], sent['transfer-encoding']])).toEqual([
      [undefined, undefined],
    ]);
  });

  it('forwards a page size from 1 to 100, and only there', async () => {
    const history = (number: number, query: string) => `/api/environment/${idOf(number)}/deploymentHistoryV2${query}`;
    await ask(gateway.port, history(11, '?pageSize=20&x=1'));
    await ask(gateway.port, history(12, '?pageSize=101'));
    await ask(gateway.port, history(13, '?pageSize=5%26x=1'));
    await ask(gateway.port, history(14, '?pageSize=-1'));
    await ask(gateway.port, `/api/environment/${idOf(15)}/statuses?pageSize=20`);
    expect(upstream.received.map(({ url }) => url?.replace(/^.*?(deployment|statuses)/, '$1'))).toEqual([
      'deploymentHistoryV2?pageSize=20',
      'deploymentHistoryV2',
      'deploymentHistoryV2',
      'deploymentHistoryV2',
      'statuses',
    ]);
  });
});

describe('the change feed', () => {
  it.each([
    ['?pageSize=100&fromTimestamp=1764300123', '?pageSize=100&fromTimestamp=1764300100'],
    ['?fromTimestamp=1764300199&eventType=DEPLOYED&targetId=x', '?fromTimestamp=1764300100'],
    ['?pageSize=20', '?pageSize=20'],
    ['?pageSize=1000&fromTimestamp=1764300199123', ''],
    ['?fromTimestamp=-1&continueToken=a%26b', ''],
  ])('forwards of %s only %j when a viewer requests it', async (given, forwarded) => {
    const path = `/organization/${idOf(200 + given.length)}/events`;
    expect((await ask(gateway.port, `/api${path}${given}`)).status).toBe(200);
    expect(upstream.received.map(({ url }) => url)).toEqual([`/below${path}${forwarded}`]);
  });

  it('answers viewers of the same 100 seconds from one request', async () => {
    const path = `/api/organization/${idOf(300)}/events?pageSize=100&fromTimestamp=17643001`;
    const first = await ask(gateway.port, `${path}23`);
    const second = await ask(gateway.port, `${path}77`);
    expect([first.headers['x-cache'], second.headers['x-cache']]).toEqual(['MISS', 'HIT']);
    expect(upstream.received).toHaveLength(1);
  });
});

const GOOD = `/api/environment/${ID}/status`;
/** Method, target, status. The upstream may receive no such request. */
const FORBIDDEN: readonly (readonly [string, string, number])[] = [
  ['POST', GOOD, 405],
  ['PUT', GOOD, 405],
  ['PATCH', GOOD, 405],
  ['DELETE', GOOD, 405],
  ['OPTIONS', GOOD, 405],
  ['TRACE', GOOD, 405],
  ['PROPFIND', GOOD, 405],
  ['POST', `/api/environment/${ID}/deploy`, 405],
  ['POST', '/', 405],
  ['GET', `/api/environment/${ID}/../${ID}/status`, 404],
  ['GET', `/api/environment/../environment/${ID}/status`, 404],
  ['GET', `/assets/../api/environment/${ID}/status`, 404],
  ['GET', `/api/environment/${ID}/%2e%2e/${ID}/status`, 404],
  ['GET', `/api/environment/${ID}/..%2f${ID}/status`, 404],
  ['GET', `/api/environment/${ID}%2f..%2f${ID}/status`, 404],
  ['GET', `/api/environment/${ID}%2fstatus`, 404],
  ['GET', `/api/environment/${ID}%252fstatus`, 404],
  ['GET', `/api/environment/${ID}\\status`, 404],
  ['GET', `/api/environment/./${ID}/status`, 404],
  ['GET', `/api//environment/${ID}/status`, 404],
  ['GET', `//api/environment/${ID}/status`, 404],
  ['GET', `/api/environment/${ID}//status`, 404],
  ['GET', `${GOOD}/`, 404],
  ['GET', `${GOOD};x`, 404],
  ['GET', `/api/environment/${ID};x/status`, 404],
  ['GET', `${GOOD}%0d%0aX-Injected:%201`, 404],
  ['GET', `${GOOD}%0a`, 404],
  ['GET', `${GOOD}%20`, 404],
  ['GET', `${GOOD}%3fx=1`, 404],
  ['GET', `${GOOD}%23`, 404],
  ['GET', `${GOOD}#x`, 404],
  ['GET', `/api/environment/${ID}/%73tatus`, 404],
  ['GET', `/%61pi/environment/${ID}/status`, 404],
  ['GET', `/api/environment/${ID.toUpperCase()}/status`, 404],
  ['GET', `/api/environment/${ID}/STATUS`, 404],
  ['GET', `/API/environment/${ID}/status`, 404],
  ['GET', `/api/environment/${ID.slice(1)}/status`, 404],
  ['GET', `/api/environment/${ID}0/status`, 404],
  ['GET', '/api/environment/not-an-id/status', 404],
  ['GET', `/api/environment/${ID}/deploymentHistory`, 404],
  ['GET', `/api/environment/${ID}/environmentVariable`, 404],
  ['GET', `/api/environment/${ID}/secret`, 404],
  ['GET', `/api/environment/${ID}/logs`, 404],
  ['GET', `/api/project/${ID}`, 404],
  ['GET', `/api/project/${ID}/environment`, 404],
  ['GET', `/api/organization/${ID}`, 404],
  ['GET', `/api/organization/${ID}/apiToken`, 404],
  ['GET', '/api/account', 404],
  ['GET', '/api/', 404],
  ['GET', '/api', 404],
  ['GET', `/environment/${ID}/status`, 404],
  ['GET', '/.nothing', 404],
  ['GET', '/.session', 404],
  ['GET', '/oauth2/start', 404],
  ['GET', '/assets/../../../../etc/passwd', 400],
  ['GET', '/..%2f..%2f..%2fetc/passwd', 400],
  ['GET', `/api/environment/${ID}/status%00`, 400],
  ['GET', `/api/environment/${ID}%zz/status`, 400],
];

describe('what is not listed', () => {
  it.each(FORBIDDEN)('answers %s %s with %d by itself', async (method, target, status) => {
    const reply = await askRaw(
      gateway.port,
      `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(reply.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(reply).not.toContain('X-Injected');
    expect(upstream.received).toEqual([]);
  });

  it.each([
    ['a null byte', `GET ${GOOD}\0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`],
    ['no host', `GET ${GOOD} HTTP/1.1\r\nConnection: close\r\n\r\n`],
    ['a tunnel', 'CONNECT api.qovery.com:443 HTTP/1.1\r\nHost: api.qovery.com\r\n\r\n'],
    ['two lengths', `GET ${GOOD} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    [
      'a smuggled request',
      `POST ${GOOD} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET ${GOOD} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    ],
  ])('refuses %s', async (_, bytes) => {
    expect(await askRaw(gateway.port, bytes)).toMatch(/^HTTP\/1\.1 (?:400|405) /);
    expect(upstream.received).toEqual([]);
  });

  it('refuses HTTP/0.9, which knows no headers', async () => {
    expect(await askRaw(gateway.port, `GET ${GOOD}\r\n`)).toContain('400 Bad Request');
    expect(upstream.received).toEqual([]);
  });

  it('names the methods it knows', async () => {
    expect((await ask(gateway.port, GOOD, { method: 'POST' })).headers.allow).toBe('GET, HEAD');
  });
});
