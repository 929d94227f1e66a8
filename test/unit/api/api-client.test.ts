import type * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { type ClientOptions, createApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import { environmentStatus, namedItems, statusList } from '#api/environment-schemas.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Sent = { readonly url: string; readonly init: RequestInit | undefined };

/** Returns a client whose requests `respond` answers, and the requests that it sent. */
function clientOf(
  respond: (signal: AbortSignal) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  const sent: Sent[] = [];
  const send: typeof fetch = async (input, init) => {
    sent.push({ url: String(input), init });
    return respond(init?.signal ?? new AbortController().signal);
  };
  return {
    sent,
    client: createApiClient({
      source: 'test',
      baseUrl: 'https://api.example',
      authorization: 'Token test',
      send,
      ...options,
    }),
  };
}

const failureOf = (respond: () => Response, schema: v.GenericSchema = namedItems) =>
  clientOf(respond)
    .client.get('/organization', schema)
    .then(
      () => undefined,
      (error: unknown) => (error instanceof ApiError ? error.failure : error),
    );

const headersOf = (sent: readonly Sent[]) => new Headers(sent[0]?.init?.headers);
const empty = () => Response.json({ results: [] });

/** Never answers, and rejects on abort, as `fetch` does. */
const silence = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test.each([
  [401, { kind: 'unauthorized', credential: 'token' }],
  [403, { kind: 'denied' }],
  [404, { kind: 'denied' }],
  [418, { kind: 'refused', status: 418 }],
  [500, { kind: 'server', status: 500 }],
  [503, { kind: 'server', status: 503 }],
])('rejects with the failure of its kind when the status is %i', async (status, failure) => {
  for (const body of ['', '<!doctype html>', '{"detail":"no"}']) {
    expect(await failureOf(() => new Response(body, { status }))).toEqual(failure);
  }
});

test('a 401 concerns the user’s session when the client sends no token', async () => {
  const { client } = clientOf(() => new Response('', { status: 401 }), { authorization: undefined });
  const failure = { kind: 'unauthorized', credential: 'session' };
  await expect(client.get('/organization', namedItems)).rejects.toMatchObject({ failure });
});

test.each([
  [502, 'unreachable', { kind: 'gatewayUnreachable' }],
  [504, 'unreachable', { kind: 'gatewayUnreachable' }],
  [502, 'unusable-answer', { kind: 'gatewayUnusable' }],
  // The sign-on in front of the gateway: Qovery received no request.
  [503, 'sign-on-unreachable', { kind: 'unreachable', path: 'https://api.example' }],
  [503, 'another-word', { kind: 'server', status: 503 }],
])('rejects with the failure that a gateway names when %i has X-Gateway-Error: %s', async (status, word, failure) => {
  expect(await failureOf(() => new Response('{}', { status, headers: { 'X-Gateway-Error': word } }))).toEqual(failure);
});

const NOW = Date.UTC(2026, 7, 3, 10);
const OFF = new Date(Date.UTC(2027, 7, 3, 10));
const offIn = (seconds: number) => String(OFF.getTime() / 1_000 + seconds);
const inSeconds = (seconds: number) => String(NOW / 1_000 + seconds);
test.each<[string, Record<string, string>, number]>([
  ['Retry-After in seconds', { 'Retry-After': '30' }, 30_000],
  ['Retry-After before the reset', { 'Retry-After': '30', 'X-RateLimit-Reset': '90' }, 30_000],
  ['a reset in seconds', { 'X-RateLimit-Reset': '90' }, 90_000],
  ['a reset as a Unix time', { 'X-RateLimit-Reset': inSeconds(120) }, 120_000],
  ['a reset in the past', { 'X-RateLimit-Reset': inSeconds(-5) }, 0],
  [
    'a Unix time by a clock that is a year off ours',
    { Date: OFF.toUTCString(), 'X-RateLimit-Reset': offIn(90) },
    90_000,
  ],
  [
    'a date by such a clock',
    { Date: OFF.toUTCString(), 'Retry-After': new Date(OFF.getTime() + 30_000).toUTCString() },
    30_000,
  ],
  ['nothing', {}, 60_000],
  ['a date, which is not read', { 'Retry-After': 'Mon, 03 Aug 2026 10:01:00 GMT' }, 60_000],
  ['a negative time', { 'Retry-After': '-1' }, 60_000],
])('waits as long as the header says when a 429 has %s', async (_, headers, retryAfterMs) => {
  vi.useFakeTimers({ now: NOW });
  expect(await failureOf(() => new Response('', { status: 429, headers }))).toEqual({
    kind: 'rateLimited',
    retryAfterMs,
  });
});

test.each([
  ['truncated JSON', '{"results":[{"id":"a","na', undefined],
  ['nothing', '', undefined],
  ['a wrong type in a list', '{"results":[{"id":"a","name":1}]}', 'results.0.name'],
  ['a list that is none', '{"results":{}}', 'results'],
  ['null', 'null', ''],
])('rejects as malformed when a 200 holds %s', async (_, body, at) => {
  expect(await failureOf(() => new Response(body))).toEqual({ kind: 'malformed', at });
});

test.each<[string, () => Response]>([
  [
    'a redirect to another origin',
    () => new Response(null, { status: 302, headers: { Location: 'https://a.example' } }),
  ],
  ['a redirect to /login', () => new Response(null, { status: 303, headers: { Location: '/login' } })],
  // The form in which a browser reports every redirect.
  ['an opaque redirect', () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })],
  ['HTML with 200', () => new Response('\n<!doctype html><title>Sign in</title>')],
])('rejects as sign-on when the answer is %s', async (_, respond) => {
  expect(await failureOf(respond)).toEqual({ kind: 'signOn' });
});

test('rejects as unusable by the gateway when HTML comes from its cache, which a sign-on never answers', async () => {
  const stored = { headers: { 'Content-Type': 'application/json', 'X-Cache': 'HIT' } };
  expect(await failureOf(() => new Response('<!doctype html><title>Sign in</title>', stored))).toEqual({
    kind: 'gatewayUnusable',
  });
  expect(await failureOf(() => new Response('', stored))).toEqual({ kind: 'malformed' });
});

test.each(['{}', '{"results":null}', '{"results":[]}'])('returns an empty list when the body is %s', async (body) => {
  expect(await clientOf(() => new Response(body)).client.get('/x', statusList)).toEqual([]);
});

test('leaves out a field of a status when it is absent, null or of another type', async () => {
  const raw = { id: 'AB', state: 'HIBERNATING', origin: null, last_deployment_date: 'soon', triggered_by: 4, more: 1 };
  const status = await clientOf(() => Response.json(raw)).client.get('/x', environmentStatus);
  expect(status).toEqual({ id: 'ab', state: 'HIBERNATING', lastDeploymentState: 'HIBERNATING' });
});

test('rejects as unreachable when the connection fails', async () => {
  const failure = await failureOf(() => {
    throw new TypeError('Failed to fetch');
  });
  expect(failure).toEqual({ kind: 'unreachable' });
});

test('names the path of an API on the page’s own origin, where CORS is no cause, when the connection fails', async () => {
  const { client } = clientOf(
    () => {
      throw new TypeError('Failed to fetch');
    },
    { baseUrl: '/api' },
  );
  const error = await client.get('/x', statusList).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ failure: { kind: 'unreachable', path: '/api' } });
});

test('rejects as offline when a request fails and the browser reports that it is offline', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const cut = clientOf(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(cut.client.get('/x', namedItems)).rejects.toMatchObject({ failure: { kind: 'offline' } });
});

test('returns the answer when the browser reports that it is offline', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const { client } = clientOf(empty);
  expect(await client.get('/x', namedItems)).toEqual([]);
});

test('rejects as timeout when no answer arrives', async () => {
  vi.useFakeTimers();
  const { client } = clientOf(silence, { timeoutMs: 5_000 });
  const answer = expect(client.get('/x', namedItems)).rejects.toMatchObject({
    failure: { kind: 'timeout', afterMs: 5_000 },
  });
  await vi.advanceTimersByTimeAsync(5_000);
  await answer;
  expect(vi.getTimerCount()).toBe(0);
});

test('releases the connection of a failed answer, whose body it does not read', async () => {
  const canceled: number[] = [];
  const answer = (status: number) =>
    new Response(new ReadableStream({ cancel: () => void canceled.push(status) }), { status });
  for (const status of [401, 404, 429, 502]) await failureOf(() => answer(status));
  expect(canceled).toEqual([401, 404, 429, 502]);
});

test('clears its timer when a request ends', async () => {
  vi.useFakeTimers();
  await clientOf(empty).client.get('/x', namedItems);
  await failureOf(() => new Response('', { status: 500 }));
  expect(vi.getTimerCount()).toBe(0);
});

test("rejects with the caller's reason when the caller aborts", async () => {
  const controller = new AbortController();
  const { client } = clientOf(silence);
  const answer = client.get('/x', namedItems, controller.signal);
  controller.abort();
  await expect(answer).rejects.toBe(controller.signal.reason);
  await expect(answer).rejects.not.toBeInstanceOf(ApiError);
});

test('sends the credential and no other secret', async () => {
  const { client, sent } = clientOf(empty, { authorization: 'Token qov_1' });
  expect(client.source).toBe('test');
  await client.get('/organization', namedItems);
  expect(sent).toMatchObject([{ url: 'https://api.example/organization', init: { credentials: 'omit' } }]);
  expect(sent[0]?.init?.method ?? 'GET').toBe('GET');
  expect(sent[0]?.init).toMatchObject({ redirect: 'manual', referrerPolicy: 'no-referrer', cache: 'no-store' });
  expect([...headersOf(sent)]).toEqual([
    ['accept', 'application/json'],
    ['authorization', 'Token qov_1'],
  ]);
});

test('sends cookies and no Authorization when the API is on the same origin', async () => {
  const { client, sent } = clientOf(empty, { baseUrl: '/api', authorization: undefined });
  await client.get('/organization', namedItems);
  expect(headersOf(sent).has('Authorization')).toBe(false);
  expect(sent).toMatchObject([{ url: '/api/organization', init: { credentials: 'same-origin' } }]);
});

test('counts each request once before it is sent', async () => {
  const order: string[] = [];
  const respond = () => {
    order.push('send');
    return empty();
  };
  const { client } = clientOf(respond, { reserveRequest: () => order.push('spend') });
  await client.get('/a', namedItems);
  await client.get('/b', namedItems);
  expect(order).toEqual(['spend', 'send', 'spend', 'send']);
});

test('sends no request when the budget is spent', async () => {
  const failure = { kind: 'budgetSpent', retryAfterMs: 1_000 } as const;
  const reserveRequest = () => {
    throw new ApiError(failure);
  };
  const { client, sent } = clientOf(empty, { reserveRequest });
  await expect(client.get('/a', namedItems)).rejects.toMatchObject({ failure });
  expect(sent).toEqual([]);
});

test('reports the remaining requests, after failures too, when the header is a number', async () => {
  const onRemaining = vi.fn();
  const answers = [
    new Response('{}', { headers: { 'X-RateLimit-Remaining': '12' } }),
    new Response('', { status: 429, headers: { 'X-RateLimit-Remaining': '0' } }),
    new Response('{}', { headers: { 'X-RateLimit-Remaining': 'many' } }),
    new Response('{}'),
  ];
  const { client } = clientOf(() => answers.shift() ?? empty(), { onRemaining });
  for (const path of ['/a', '/b', '/c', '/d']) await client.get(path, namedItems).catch(() => undefined);
  expect(onRemaining.mock.calls).toEqual([[12], [0]]);
});

test('reuses the body when the text is unchanged, and parses a new one when it differs', async () => {
  const answers = ['DEPLOYED', 'DEPLOYED', 'STOPPED'].map((state) => Response.json({ results: [{ id: 'a', state }] }));
  const { client } = clientOf(() => answers.shift() ?? empty());
  const ask = () => client.get('/project/x/environment/status', statusList);
  const [first, second, third] = [await ask(), await ask(), await ask()];
  expect(second).toBe(first);
  expect(third.map(({ state }) => state)).toEqual(['STOPPED']);
});
