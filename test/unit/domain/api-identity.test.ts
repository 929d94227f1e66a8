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

test('simulated data has an identity of its own', () => {
  expect(apiIdentity({ api: '/api', auth: 'demo' }, HOST)).toBe('demo https://host.example/api');
});

test('credentials in an address do not reach the identity', () => {
  expect(apiIdentity({ api: 'https://user:secret@api.example/v1', auth: 'token' }, HOST)).toBe(
    'https://api.example/v1',
  );
});
