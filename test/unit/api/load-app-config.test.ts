import { expect, test } from 'vitest';
import { loadAppConfig, parseAppConfig } from '#api/load-app-config.ts';
import { DEFAULT_CONFIG } from '#domain/app-config.ts';
import { outageWaitMs } from '#domain/polling/poll-plan.ts';

test.each([
  ['an empty object', '{}'],
  ['the default written out', '{"api":"https://api.qovery.com","auth":"token"}'],
  ['a slash at the end', '{"api":"https://api.qovery.com/"}'],
  ['unknown keys', '{"colour":"red"}'],
])('uses the default when the file holds %s', (_, text) => {
  expect(parseAppConfig(text)).toEqual({ kind: 'config', config: DEFAULT_CONFIG });
});

test.each([
  ['{"api":"/api","auth":"gateway"}', { api: '/api', auth: 'gateway' }],
  ['{"api":"/api","auth":"gateway","data":"demo"}', { api: '/api', auth: 'gateway', data: 'demo' }],
  ['{"api":"/envboard/api//"}', { api: '/envboard/api', auth: 'token' }],
  ['{"api":"https://qovery.example:8443/proxy"}', { api: 'https://qovery.example:8443/proxy', auth: 'token' }],
  ['{"auth":"demo"}', { api: DEFAULT_CONFIG.api, auth: 'demo' }],
])('reads %s', (text, config) => {
  expect(parseAppConfig(text)).toEqual({ kind: 'config', config });
});

test.each([
  'http://api.qovery.com',
  '//evil',
  '/\\evil',
  'https://user@host',
  'https://user:password@host/api',
  'https://',
  'javascript:alert(1)',
  'api',
  '',
  '/\t/evil.example',
  '/\n/evil.example',
  '/api\u0000',
  'https://api.qovery.com\r\n.evil.example',
  'https://api.qovery.com\\.evil.example',
  'https://api.qovery.com/ ',
  'https://api.qovery.com/?to=',
  '/api#',
])('refuses the address %j', (api) => {
  expect(parseAppConfig(JSON.stringify({ api }))).toEqual({ kind: 'broken', issue: 'apiAddress' });
});

test.each(['', '{', '{"api":"/api",}', 'auth: demo'])('reports %j as not JSON', (text) => {
  expect(parseAppConfig(text)).toEqual({ kind: 'broken', issue: 'notJson' });
});

test.each([
  ['{"auth":"cookie"}', 'auth'],
  ['{"auth":null}', 'auth'],
  ['{"api":1}', 'api'],
  ['{"data":"live"}', 'data'],
  ['{"data":null}', 'data'],
  ['1', 'shape'],
  ['null', 'shape'],
])('names the faulty value of %s', (text, issue) => {
  expect(parseAppConfig(text)).toEqual({ kind: 'broken', issue });
});

test.each(['null', '1', '"demo"'])('reports %s as broken', (text) => {
  expect(parseAppConfig(text).kind).toBe('broken');
});

const load = (answer: () => Response) => loadAppConfig('/config.json', async () => answer());

test('uses the default settings when the server answers 404', async () => {
  const page = '<!doctype html><title>Not found</title>';
  expect(await load(() => new Response(page, { status: 404 }))).toEqual({
    kind: 'config',
    config: DEFAULT_CONFIG,
    isMissing: true,
  });
});

test.each([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [410, 'refused'],
  [429, 'busy'],
  [500, 'serverError'],
  [503, 'serverError'],
])('reports a load failure when the status is %i', async (status, issue) => {
  for (const body of ['', '{}', '<!doctype html>'])
    expect(await load(() => new Response(body, { status }))).toEqual({ kind: 'broken', issue, status });
});

test.each<[string, () => Response]>([
  ['a redirect', () => new Response(null, { status: 302, headers: { Location: 'https://login.example/' } })],
  ['a redirect to /login', () => new Response(null, { status: 302, headers: { Location: '/login' } })],
  // The form in which a browser reports every redirect.
  ['an opaque redirect', () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })],
  ['a web page with status 200', () => new Response('\n <!doctype html><title>Sign in</title>')],
])('reports a sign-on when the answer is %s', async (_, answer) => {
  expect(await load(answer)).toEqual({ kind: 'broken', issue: 'signOn' });
});

test('does not use the default settings when the connection fails', async () => {
  const reading = await loadAppConfig('/config.json', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(reading).toEqual({ kind: 'broken', issue: 'unloaded' });
});

test('requests the settings again after 1, 2, and then every 5 minutes', () => {
  expect([0, 1, 2, 3, 99].map(outageWaitMs)).toEqual([60_000, 120_000, 300_000, 300_000, 300_000]);
});
