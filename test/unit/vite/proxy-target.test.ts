import { expect, test } from 'vitest';
import { targetOf } from '#vite/proxy-target.ts';

test.each(['https://api.qovery.com', 'https://proxy.example/qovery/', 'http://127.0.0.1:9', 'http://localhost:9/api'])(
  'accepts %s',
  (address) => {
    expect(targetOf(address)).toBe(address);
  },
);

test('uses Qovery when no address is given', () => {
  expect(targetOf()).toBe('https://api.qovery.com');
});

test.each([
  'http://api.qovery.com',
  'http://API.QOVERY.COM',
  'http://api.qovery.com.',
  'http://127.evil.example',
  'http://127.0.0.1.evil.example',
  'http://proxy.example',
  'http://10.0.0.5',
])('refuses %s, because the token would cross the network unencrypted', (address) => {
  expect(() => targetOf(address)).toThrow('must start with https://');
});

test.each([
  '',
  'api.qovery.com',
  'ftp://api.qovery.com',
  'https://',
  'https://user@api.qovery.com',
  'https://api.qovery.com/?x',
  'https://api.qovery.com/#x',
  'https://api.qovery.com\n.evil.example',
  'https://api.\tqovery.com',
])('refuses %j, because it is no plain address', (address) => {
  expect(() => targetOf(address)).toThrow('is not an http or https address');
});
