import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { namedItems } from '#api/environment-schemas.ts';
import { createConnection } from '#data/connection/connection.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { pass, stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const FIRST = { scheme: 'Token', value: 'qov_first' } as const;
const SECOND = { scheme: 'Token', value: 'qov_second' } as const;

beforeEach(stubBrowser);
afterEach(unstubBrowser);

const answer = (headers: Readonly<Record<string, string>> = {}, status = 200) => {
  const send = vi.fn<typeof fetch>(async () =>
    status === 200 ? Response.json({ results: [] }, { headers }) : new Response(null, { status, headers }),
  );
  vi.stubGlobal('fetch', send);
  return send;
};
const fetchList = ({ api }: ReturnType<typeof createConnection>) => api.get('/organization', namedItems);

test('sends the token to the API, and names it nowhere but in the header', async () => {
  const send = answer();
  const connection = createConnection('https://api.example', FIRST);
  await fetchList(connection);
  const [path, init] = send.mock.calls[0] ?? [];
  expect(path).toBe('https://api.example/organization');
  expect(new Headers(init?.headers).get('Authorization')).toBe('Token qov_first');
  expect(connection.api.tokenScope).toBe(fingerprint(FIRST.value));
  const stored = Object.entries(localStorage).flat().join(' ');
  expect(stored).toContain(fingerprint(FIRST.value));
  expect(stored).not.toContain(FIRST.value);
});

test('sends no authorization where the server holds the token', async () => {
  const send = answer();
  await fetchList(createConnection('/api'));
  expect(new Headers(send.mock.calls[0]?.[1]?.headers).has('Authorization')).toBe(false);
});

test('spends the budget of its own token, also after a reload', async () => {
  answer();
  const first = createConnection('https://api.example', FIRST);
  const full = first.perHour();
  for (let n = 0; n < 100; n += 1) {
    await fetchList(first);
    await pass(1_000);
  }
  expect(first.perHour()).toBeLessThan(full);
  expect(createConnection('https://api.example', FIRST).perHour()).toBe(first.perHour());
  expect(createConnection('https://api.example', SECOND).perHour()).toBe(full);
});

test('counts the requests of other programs, as the server reports them', async () => {
  answer({ 'X-RateLimit-Remaining': '50' });
  const connection = createConnection('https://api.example', FIRST);
  const full = connection.perHour();
  await fetchList(connection);
  expect(connection.perHour()).toBeLessThan(full / 2);
});

test('sends nothing for as long as the server asks, after a 429', async () => {
  const send = answer({ 'Retry-After': '30' }, 429);
  const connection = createConnection('https://api.example', FIRST);
  await expect(fetchList(connection)).rejects.toMatchObject({ failure: { kind: 'rateLimited', retryAfterMs: 30_000 } });
  await pass(29_000);
  await expect(fetchList(connection)).rejects.toMatchObject({ failure: { kind: 'rateLimited' } });
  expect(send).toHaveBeenCalledTimes(1);
  await pass(1_001);
  await fetchList(connection).catch(() => {});
  expect(send).toHaveBeenCalledTimes(2);
});

test('has no hourly budget behind a gateway, which limits the requests itself', async () => {
  answer({ 'X-Cache': 'HIT' });
  const connection = createConnection('/api');
  expect(Number.isFinite(connection.perHour())).toBe(true);
  await fetchList(connection);
  expect(connection.perHour()).toBe(Number.POSITIVE_INFINITY);
});

test('elects one leader among the tabs of the same API and token', async () => {
  const tabs = [FIRST, FIRST, SECOND].map((credential) =>
    createConnection('https://api.example', credential).openTabs(),
  );
  for (const tab of tabs) {
    tab.join({ message: () => {}, change: () => {} });
    tab.setCandidate(true);
    await pass(0);
  }
  expect(tabs.map((tab) => tab.isLeader())).toEqual([true, false, true]);
});
