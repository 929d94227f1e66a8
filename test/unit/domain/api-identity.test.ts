import { expect, test } from 'vitest';
import { apiIdentity } from '#domain/api-identity.ts';

const HOST = 'https://host.example';

test.each([
  ['https://api.qovery.com', 'https://api.qovery.com'],
  ['https://api.qovery.com/', 'https://api.qovery.com'],
  ['https://API.qovery.com:443/v1/', 'https://api.qovery.com/v1'],
  ['/api-a', 'https://host.example/api-a'],
  ['/api-a?x=1#y', 'https://host.example/api-a'],
])('the identity of %s is %s', (api, identity) => {
  expect(apiIdentity({ api, auth: 'token' }, HOST)).toBe(identity);
  expect(apiIdentity({ api, auth: 'gateway' }, HOST)).toBe(identity);
});

test.each([
  ['their path, by its case', '/api', '/API'],
  ['the end of their path', '/api', '/api-b'],
  ['a folder', '/api', '/api/v2'],
  ['their port', 'https://api.example', 'https://api.example:8443'],
  ['an escape in their path', '/api%2Fa', '/api/a'],
  ['a dot behind the host', 'https://api.example', 'https://api.example.'],
])('two APIs that differ only in %s have two identities', (_, a, b) => {
  const [first, second] = [a, b].map((api) => apiIdentity({ api, auth: 'token' }, HOST));
  expect(first).not.toBe(second);
});

test('a path that leads back to another has the identity of that API, which the browser requests', () => {
  expect(apiIdentity({ api: '/api-a/../api-b', auth: 'token' }, HOST)).toBe('https://host.example/api-b');
});

test('simulated data has an identity of its own', () => {
  expect(apiIdentity({ api: '/api', auth: 'demo' }, HOST)).toBe('demo https://host.example/api');
});

test('credentials in an address do not reach the identity', () => {
  expect(apiIdentity({ api: 'https://user:secret@api.example/v1', auth: 'token' }, HOST)).toBe(
    'https://api.example/v1',
  );
});
