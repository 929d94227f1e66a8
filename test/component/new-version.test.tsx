import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NewVersionNotice } from '#app/new-version-notice.tsx';
import { buildIn, watchVersion } from '#data/connection/new-version.ts';
import type { AppConfig } from '#domain/app-config.ts';

const CONFIG: AppConfig = { api: '/api', auth: 'gateway' };
const MINUTE_MS = 60_000;
const CHECKED_MS = 11 * MINUTE_MS;
const html = (build: string) =>
  `<!doctype html><title>Envboard</title><script type="module" crossorigin src="./assets/${build}"></script><div id="root">`;

const server = { html: html('index-A.js'), config: () => Response.json(CONFIG) };
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const ends: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 28) });
  const script = document.createElement('script');
  script.type = 'module';
  script.setAttribute('src', './assets/index-A.js');
  document.head.append(script);
  server.html = html('index-A.js');
  server.config = () => Response.json(CONFIG);
  vi.stubGlobal('fetch', async (url: string) =>
    /config\.json$/.test(url) ? server.config() : new Response(server.html),
  );
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  document.querySelector('script')?.remove();
});

/** Renders a wall, and counts its reloads. */
function openWall() {
  const reload = vi.fn();
  const end = watchVersion({ config: CONFIG, isUnattended: true, onFound: () => {}, reload });
  ends.push(end);
  return { reload, end };
}

it.each([
  ['build', () => Object.assign(server, { html: html('index-B.js') }), /A new version of Envboard is available/],
  [
    'api',
    () => Object.assign(server, { config: () => Response.json({ ...CONFIG, api: '/other' }) }),
    /settings of this server have changed/,
  ],
  [
    'kind of data',
    () => Object.assign(server, { config: () => Response.json({ ...CONFIG, data: 'demo' }) }),
    /settings of this server have changed/,
  ],
  [
    'way to authenticate',
    () => Object.assign(server, { config: () => Response.json({ api: '/api' }) }),
    /settings of this server have changed/,
  ],
])(
  'a user is offered a reload when the %s changed, and it is not offered again when dismissed',
  async (_, change, words) => {
    render(<NewVersionNotice config={CONFIG} isUnattended={false} />);
    await pass(CHECKED_MS);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
    change();
    await pass(CHECKED_MS);
    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
    await act(async () => screen.getByRole('button', { name: 'Later' }).click());
    await pass(3 * CHECKED_MS);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  },
);

it('a wall reloads once for each build, and shows no offer', async () => {
  const { reload } = openWall();
  await pass(CHECKED_MS);
  expect(reload).not.toHaveBeenCalled();
  server.html = html('index-B.js');
  await pass(CHECKED_MS);
  expect(reload).toHaveBeenCalledOnce();
  // The reload returned the same files, as from a second server without the new build.
  await pass(6 * CHECKED_MS);
  expect(reload).toHaveBeenCalledOnce();
  server.html = html('index-C.js');
  await pass(CHECKED_MS);
  expect(reload).toHaveBeenCalledTimes(2);

  render(<NewVersionNotice config={CONFIG} isUnattended />);
  await pass(CHECKED_MS);
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

it('a wall does not reload a second time for a build after a reload that did not bring it', async () => {
  server.html = html('index-B.js');
  const first = openWall();
  await pass(CHECKED_MS + MINUTE_MS);
  expect(first.reload).toHaveBeenCalledOnce();
  first.end();
  const second = openWall();
  await pass(6 * CHECKED_MS);
  expect(second.reload).not.toHaveBeenCalled();
});

it('delays the wall’s reload while a user operates the wall', async () => {
  server.html = html('index-B.js');
  const { reload } = openWall();
  for (let minute = 0; minute < 30; minute += 1) {
    window.dispatchEvent(new Event('keydown'));
    await pass(MINUTE_MS / 2);
    window.dispatchEvent(new Event('pointerdown'));
    await pass(MINUTE_MS / 2);
  }
  expect(reload).not.toHaveBeenCalled();
  await pass(2 * MINUTE_MS);
  expect(reload).toHaveBeenCalledOnce();
});

it.each([
  ['is gone for a moment', () => Object.assign(server, { config: () => new Response('', { status: 404 }) })],
  ['is refused', () => Object.assign(server, { config: () => new Response('', { status: 503 }) })],
  ['is damaged', () => Object.assign(server, { config: () => new Response('{') })],
  [
    'is a sign-on, as is the page',
    () => {
      server.html = '<title>Sign in</title><script type="module" src="login.js"></script>';
      server.config = () => new Response(server.html);
    },
  ],
])('a wall stays as it is when config.json %s', async (_, change) => {
  const { reload } = openWall();
  change();
  await pass(5 * CHECKED_MS);
  expect(reload).not.toHaveBeenCalled();
  server.config = () => Response.json({ ...CONFIG, api: '/other' });
  await pass(2 * CHECKED_MS);
  expect(reload).toHaveBeenCalledOnce();
});

it('a wall never reloads by itself when it cannot remember that it did', async () => {
  const { reload } = openWall();
  server.html = html('index-B.js');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await pass(3 * CHECKED_MS);
  expect(reload).not.toHaveBeenCalled();
});

it('the build is the file of the first script, of this page alone', () => {
  expect(buildIn(html('index-B.js?x'))).toBe('index-B.js');
  expect(buildIn('<title>Sign in</title><script type="module" src="a.js"></script><div id="root">')).toBeUndefined();
  expect(buildIn('<title>Envboard</title><div id="root">')).toBeUndefined();
});
