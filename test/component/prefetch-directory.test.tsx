import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prefetchDirectory } from '#data/connection/prefetch-directory.ts';
import { enterApi, forgetAllTokens, saveCredentials } from '#data/tokens/credential-store.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const PIN = '?pins=PJDD3AzEK1CIiI3SVzYFKg';

function openedAt(search: string) {
  const send = vi.fn<typeof fetch>(createSimulatedQovery());
  vi.stubGlobal('fetch', send);
  history.replaceState(null, '', `/${search}`);
  const paths = () => send.mock.calls.map(([input]) => String(input));
  return { client: new QueryClient(), paths };
}

beforeEach(() => enterApi({ api: '/api', auth: 'token' }));
afterEach(() => {
  forgetAllTokens();
  history.replaceState(null, '', '/');
});

it('requests the directory at once when the address has a board', () => {
  const { client, paths } = openedAt(PIN);
  prefetchDirectory(client, { api: '/api', auth: 'gateway' });
  expect(paths()).toEqual(['/api/organization']);
});

it('requests nothing without a board, without a token, or with several tokens', () => {
  const empty = openedAt('');
  prefetchDirectory(empty.client, { api: '/api', auth: 'gateway' });
  expect(empty.paths()).toEqual([]);

  const { client, paths } = openedAt(PIN);
  prefetchDirectory(client, { api: '/api', auth: 'token' });
  saveCredentials({
    tab: { kind: 'token', credentials: ['a', 'b'].map((value) => ({ scheme: 'Token', value })) },
    device: undefined,
  });
  prefetchDirectory(client, { api: '/api', auth: 'token' });
  expect(paths()).toEqual([]);
});

it('requests with the tab’s only token', () => {
  const { client, paths } = openedAt(PIN);
  saveCredentials({ tab: { kind: 'token', credentials: [{ scheme: 'Token', value: 'qov_a' }] }, device: undefined });
  prefetchDirectory(client, { api: '/api', auth: 'token' });
  expect(paths()).toEqual(['/api/organization']);
});
