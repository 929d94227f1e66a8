import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credential } from '#domain/tokens/credential.ts';
import { checkToken, createProxy } from '#vite/api-proxy.ts';

const ID = '0f0e0d0c-1111-4222-8333-a4b5c6d7e8f9';
const TARGET = 'https://qovery.test/';
const credential: Credential = { scheme: 'Token', value: 'qov_of-the-server' };
const upstream = vi.fn<typeof fetch>();

const forward = createProxy(TARGET, credential);
const get = (path: string, init?: RequestInit) => forward(`http://localhost${path}`, init);

beforeEach(() => {
  upstream.mockReset();
  upstream.mockImplementation(async () => new Response('{}'));
  vi.stubGlobal('fetch', upstream);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('createProxy', () => {
  it.each([
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
  ])('forwards %s', async (path) => {
    expect((await get(path)).status).toBe(200);
    expect(upstream).toHaveBeenCalledExactlyOnceWith(`https://qovery.test${path}`, expect.anything());
  });

  it('sends the token of the server and nothing that the page sent', async () => {
    await get('/organization', { headers: { Authorization: 'Token of-the-page', Cookie: 'a=b', 'X-Other': '1' } });
    const headers = new Headers(upstream.mock.calls[0]?.[1]?.headers);
    expect(Object.fromEntries(headers)).toEqual({
      accept: 'application/json',
      authorization: 'Token qov_of-the-server',
    });
  });

  it('follows no redirect, because it could carry the token to another server', async () => {
    await get('/organization');
    expect(upstream.mock.calls[0]?.[1]?.redirect).toBe('error');
  });

  it('aborts the request when the page no longer waits', async () => {
    const { signal } = new AbortController();
    await get('/organization', { signal });
    expect(upstream.mock.calls[0]?.[1]?.signal).toBe(signal);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses %s', async (method) => {
    expect((await get('/organization', { method })).status).toBe(405);
    expect(upstream).not.toHaveBeenCalled();
  });

  it.each([
    '/',
    '/secret',
    '/organization/',
    '//organization',
    '/organization/../secret',
    `/organization/${ID}/../../secret`,
    '/organization/%2e%2e/secret',
    '/organization%2f..%2fsecret',
    `/environment/${ID}%2f..%2fsecret`,
    `/environment/${ID}/..%2f..%2fsecret`,
    `/environment/${ID}%0a`,
    `/environment/${ID.toUpperCase()}/status`,
    `/environment/${ID}/variable`,
    `/organization/${ID}/apiToken`,
    '/environment/not-an-id/status',
  ])('answers 404 to %s', async (path) => {
    expect((await get(path)).status).toBe(404);
    expect(upstream).not.toHaveBeenCalled();
  });

  it.each([
    ['?pageSize=20', '?pageSize=20'],
    ['?secret=1&pageSize=100&other=2', '?pageSize=100'],
    ['?secret=1', ''],
    ['?pageSize=all', ''],
    ['?pageSize=1000', ''],
    ['?pageSize=20%26secret%3D1', ''],
    ['?pageSize=-1', ''],
  ])('keeps of the query %s only %j', async (query, kept) => {
    await get(`/environment/${ID}/deploymentHistoryV2${query}`);
    expect(upstream.mock.calls[0]?.[0]).toBe(`https://qovery.test/environment/${ID}/deploymentHistoryV2${kept}`);
  });
});

describe('createProxy for the change feed', () => {
  it.each([
    ['?pageSize=100&fromTimestamp=1785751200', '?pageSize=100&fromTimestamp=1785751200'],
    ['?continueToken=1683211879216566000', '?continueToken=1683211879216566000'],
    ['?triggeredBy=Ada&targetId=1', ''],
    ['?fromTimestamp=2026-08-03&continueToken=a%26b', ''],
    [`?continueToken=${'1'.repeat(501)}`, ''],
  ])('keeps of the query %s only %j', async (query, kept) => {
    await get(`/organization/${ID}/events${query}`);
    expect(upstream.mock.calls[0]?.[0]).toBe(`https://qovery.test/organization/${ID}/events${kept}`);
  });

  it('keeps the parameters of the change feed from other paths', async () => {
    await get(`/organization/${ID}/environments?fromTimestamp=1785751200&continueToken=1`);
    expect(upstream.mock.calls[0]?.[0]).toBe(`https://qovery.test/organization/${ID}/environments`);
  });
});

describe('checkToken', () => {
  it.each([401, 403])('names the variable when Qovery answers %i, and never the token', async (status) => {
    upstream.mockResolvedValue(new Response(null, { status }));
    const sentence = await checkToken(TARGET, credential);
    expect(sentence).toContain('QOVERY_API_TOKEN');
    expect(sentence).toContain(String(status));
    expect(sentence).not.toContain(credential.value);
  });

  it.each([200, 429, 500])('says nothing when Qovery answers %i', async (status) => {
    upstream.mockResolvedValue(new Response(null, { status }));
    expect(await checkToken(TARGET, credential)).toBeUndefined();
  });

  it('accepts a policy token when Qovery refuses it the list', async () => {
    upstream.mockResolvedValue(new Response(null, { status: 401 }));
    expect(await checkToken(TARGET, { scheme: 'Token', value: 'sk-qov-policy' })).toBeUndefined();
  });

  it('says on stderr that Qovery cannot be reached, and does not refuse', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    upstream.mockRejectedValue(new TypeError('fetch failed'));
    expect(await checkToken(TARGET, credential)).toBeUndefined();
    expect(write).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('qovery.test'));
  });
});
