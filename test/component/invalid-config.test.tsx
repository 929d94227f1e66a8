import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { loadAppConfig } from '#api/load-app-config.ts';
import { ConfiguredPage } from '#app/configured-page.tsx';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const settle = async () => {
  await act(() => vi.dynamicImportSettled());
  await pass(0);
};

/** Returns a server that answers `config.json` with this response, and counts the requests. */
function serverOf(first: () => Response) {
  let answer = first;
  let count = 0;
  const load = () =>
    loadAppConfig('/config.json', async () => {
      count += 1;
      return answer();
    });
  return {
    load,
    count: () => count,
    set: (next: () => Response) => {
      answer = next;
    },
  };
}

const GATEWAY = () => Response.json({ api: '/api', auth: 'gateway' });

async function openPage(answer: () => Response) {
  const server = serverOf(answer);
  const reading = await server.load();
  render(<ConfiguredPage reading={reading} client={new QueryClient()} retry={server.load} />);
  await settle();
  return server;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', createSimulatedQovery());
});

it.each<[string, () => Response, RegExp]>([
  [
    '401',
    () => new Response('', { status: 401 }),
    /\(status 401\) because the server refused the request\. You may have to sign in: reload/,
  ],
  [
    '403',
    () => new Response('', { status: 403 }),
    /\(status 403\) because the server refused the request\. Reload this page to sign in again, or ask/,
  ],
  ['429', () => new Response('', { status: 429 }), /\(status 429\) because the server receives too many requests/],
  ['503', () => new Response('', { status: 503 }), /\(status 503\) because the server has a fault or is restarting/],
  ['a redirect', () => new Response('', { status: 302 }), /a redirect or a web page, probably to sign you in/],
  ['a web page', () => new Response('<!doctype html>'), /a redirect or a web page, probably to sign you in/],
])(
  'the page says what to do, and asks for no token, when config.json is answered with %s',
  async (_, answer, words) => {
    await openPage(answer);
    expect(screen.getByRole('heading', { name: 'The settings could not be loaded' })).toBeVisible();
    expect(screen.getByRole('main')).toHaveTextContent(words);
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  },
);

it('the connect page asks for a token when there is no config.json', async () => {
  await openPage(() => new Response('', { status: 404 }));
  expect(screen.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
});

it('the page requests its settings after 1, 2 and 5 minutes, and shows the board by itself', async () => {
  const server = await openPage(() => new Response('', { status: 503 }));
  expect(screen.getByRole('main')).toHaveTextContent('Envboard tries again in 60 s');
  const counts: number[] = [];
  for (const minutes of [1, 2, 5, 5]) {
    await pass(minutes * 60_000 - 1_000);
    counts.push(server.count());
    await pass(1_000);
    counts.push(server.count());
  }
  expect(counts).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
  server.set(() => new Response('', { status: 401 }));
  await pass(300_000);
  expect(screen.getByRole('main')).toHaveTextContent('(status 401)');

  server.set(GATEWAY);
  await pass(300_000);
  await settle();
  expect(within(screen.getByRole('banner')).getByRole('button', { name: /Pin environments/ })).toBeVisible();
  expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument();
  const after = server.count();
  await pass(600_000);
  expect(server.count()).toBe(after);
});

it('a file that is mended is taken by itself', async () => {
  const server = await openPage(() => new Response('{'));
  expect(screen.getByRole('heading', { name: 'config.json cannot be used' })).toBeVisible();
  server.set(GATEWAY);
  await pass(60_000);
  await settle();
  expect(screen.getByRole('banner')).toBeVisible();
});

it('settings are requested at once when the user asks and when the network is back', async () => {
  const server = await openPage(() => new Response('', { status: 503 }));
  await act(async () => screen.getByRole('button', { name: 'Try now' }).click());
  expect(server.count()).toBe(2);
  await act(async () => void window.dispatchEvent(new Event('online')));
  expect(server.count()).toBe(3);
});
