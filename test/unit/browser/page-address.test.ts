import { afterEach, expect, test, vi } from 'vitest';
import { fetchFromPage, pageAddress, withoutCredentials } from '#browser/page-address.ts';

const LOCATION = { origin: 'https://board.example', pathname: '/team/' };

afterEach(() => vi.unstubAllGlobals());

function openAt(baseURI: string | undefined) {
  const send = vi.fn<typeof fetch>(async () => new Response());
  vi.stubGlobal('fetch', send);
  vi.stubGlobal('location', LOCATION);
  vi.stubGlobal('document', baseURI === undefined ? undefined : { baseURI });
  return () => send.mock.calls.map(([input]) => String(input));
}

test.each([
  ['https://a:b@host.example/x?y=c@d', 'https://host.example/x?y=c@d'],
  ['https://a@host.example', 'https://host.example'],
  [
    'error loading http://a:p%40ss@host/b.js and https://c:d@host/e.js',
    'error loading http://host/b.js and https://host/e.js',
  ],
  [
    'mail someone@host.example about https://host.example/@x',
    'mail someone@host.example about https://host.example/@x',
  ],
])('removes user and password from %s', (text, expected) => {
  expect(withoutCredentials(text)).toBe(expected);
});

test('requests an absolute address when the page was opened with a user and a password', async () => {
  const requested = openAt('https://viewer:secret@board.example/team/?x=1');
  await fetchFromPage('./config.json');
  await fetchFromPage('/api/organization');
  await fetchFromPage('https://api.example/organization');
  expect(requested()).toEqual([
    'https://board.example/team/config.json',
    'https://board.example/api/organization',
    'https://api.example/organization',
  ]);
});

test.each(['https://board.example/team/?x=a:b@c', undefined])(
  'requests the address unchanged when the page was opened at %s',
  async (base) => {
    const requested = openAt(base);
    await fetchFromPage('./config.json');
    expect(requested()).toEqual(['./config.json']);
    expect(pageAddress()).toBe('https://board.example/team/');
  },
);
