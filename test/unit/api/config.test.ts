import { expect, test } from 'vitest';
import { readConfig } from '#api/config.ts';
import { DEFAULT_CONFIG } from '#domain/config.ts';

test.each([
  ['no file', undefined],
  ['an index page', '\n <!doctype html><title>Envboard</title>'],
  ['an empty object', '{}'],
  ['the default written out', '{"api":"https://api.qovery.com","auth":"token"}'],
  ['a slash at the end', '{"api":"https://api.qovery.com/"}'],
  ['unknown keys', '{"colour":"red"}'],
])('%s means the default', (_, text) => {
  expect(readConfig(text)).toEqual({ kind: 'config', config: DEFAULT_CONFIG });
});

test.each([
  ['{"api":"/api","auth":"gateway"}', { api: '/api', auth: 'gateway' }],
  ['{"api":"/envboard/api//"}', { api: '/envboard/api', auth: 'token' }],
  ['{"api":"https://qovery.example:8443/proxy"}', { api: 'https://qovery.example:8443/proxy', auth: 'token' }],
  ['{"auth":"demo"}', { api: DEFAULT_CONFIG.api, auth: 'demo' }],
])('%s is read', (text, config) => {
  expect(readConfig(text)).toEqual({ kind: 'config', config });
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
])('the address %j is refused', (api) => {
  expect(readConfig(JSON.stringify({ api }))).toEqual({ kind: 'broken', issue: 'apiAddress' });
});

test.each(['', '{', '{"api":"/api",}', 'auth: demo'])('%j is not JSON', (text) => {
  expect(readConfig(text)).toEqual({ kind: 'broken', issue: 'notJson' });
});

test.each([
  ['{"auth":"cookie"}', 'auth'],
  ['{"auth":null}', 'auth'],
  ['{"api":1}', 'api'],
  ['1', 'shape'],
  ['null', 'shape'],
])('%s says what to mend', (text, issue) => {
  expect(readConfig(text)).toEqual({ kind: 'broken', issue });
});

test.each(['null', '1', '"demo"'])('%s is broken', (text) => {
  expect(readConfig(text).kind).toBe('broken');
});
