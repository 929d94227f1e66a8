import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeTimeouts } from '#test/support/fake-timeouts.ts';

/** The tests run the source file itself, so its name takes the place of the build. */
const SAME_BUILD = '<script src="./assets/reload-after-deploy.ts"></script>';
const OTHER_BUILD = '<script src="./assets/index-B.js"></script>';
const FILE = 'https://board.example/assets/share-dialog-A.js';
const failure = new TypeError(`Failed to fetch dynamically imported module: ${FILE}`);

const answer = (body: string, type: string) => new Response(body, { headers: { 'Content-Type': type } });
const gone = () => new Response('', { status: 404 });

/** Replaces the server: `page` answers requests for the HTML, `file` for the script that failed. */
function serve({ page, file = gone }: { readonly page: () => Response; readonly file?: () => Response }) {
  const send = vi.fn(async (url: string) => (url === FILE ? file() : page()));
  vi.stubGlobal('fetch', send);
  return send;
}

const reload = vi.fn();
let kept: Map<string, string>;

/** Loads the module again, as a reload does: its memory is empty, the storage of the tab is not. */
async function openPage() {
  vi.resetModules();
  return import('#browser/reload-after-deploy.ts');
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 28) });
  reload.mockClear();
  kept = new Map();
  vi.stubGlobal('location', { origin: 'https://board.example', pathname: '/team/', search: '', hash: '', reload });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('reloads once when ten components request it after a deploy', async () => {
  const send = serve({ page: () => answer(OTHER_BUILD, 'text/html') });
  const { reloadIfHelpful } = await openPage();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => reloadIfHelpful()));
  expect(outcomes).toEqual(Array(10).fill(true));
  expect(reload).toHaveBeenCalledOnce();
  expect(send).toHaveBeenCalledOnce();
  expect(send.mock.calls[0]?.[0]).toBe('https://board.example/team/');
  expect(await reloadIfHelpful()).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

it('does not reload again when the reload brought the same build', async () => {
  serve({ page: () => answer(OTHER_BUILD, 'text/html') });
  await (await openPage()).reloadIfHelpful();
  expect(reload).toHaveBeenCalledOnce();
  const { reloadIfHelpful } = await openPage();
  for (let received = 0; received < 5; received += 1) expect(await reloadIfHelpful()).toBe(false);
  vi.advanceTimersByTime(86_400_000);
  expect(await reloadIfHelpful()).toBe(false);
  expect(reload).toHaveBeenCalledOnce();
});

it('does not reload when the server still has this build, so a reload would bring the same files', async () => {
  serve({ page: () => answer(SAME_BUILD, 'text/html; charset=utf-8') });
  const { reloadIfHelpful } = await openPage();
  expect(await reloadIfHelpful()).toBe(false);
  expect(await reloadIfHelpful(failure, true)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

it.each([
  ['answers 503', () => new Response('', { status: 503 })],
  ['cannot be reached', () => Response.error()],
  ['answers no page', () => answer('{}', 'application/json')],
])('does not lose the page to a reload when the server %s', async (_, page) => {
  serve({ page });
  const { reloadIfHelpful } = await openPage();
  expect(await reloadIfHelpful(failure, true)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

it('stays after twenty seconds when the server accepts the request and never answers', async () => {
  fakeTimeouts();
  const send = vi.fn((_url: string, { signal }: RequestInit) => {
    return new Promise<Response>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  });
  vi.stubGlobal('fetch', send);
  const { reloadIfHelpful } = await openPage();
  const outcome = vi.fn();
  void reloadIfHelpful(failure, true).then(outcome);
  await vi.advanceTimersByTimeAsync(19_000);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(outcome).toHaveBeenCalledWith(false);
  // The next request is not kept waiting by the first.
  void reloadIfHelpful(failure, true);
  expect(send).toHaveBeenCalledTimes(2);
});

it('reloads for a user request when the server has the file that the browser remembers as failed', async () => {
  serve({ page: () => answer(SAME_BUILD, 'text/html'), file: () => answer('', 'text/javascript') });
  const { reloadIfHelpful } = await openPage();
  expect(await reloadIfHelpful(failure)).toBe(false);
  expect(await reloadIfHelpful(failure, true)).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

it('does not reload when the server answers the script with its start page', async () => {
  serve({ page: () => answer(SAME_BUILD, 'text/html'), file: () => answer(SAME_BUILD, 'text/html') });
  const { reloadIfHelpful } = await openPage();
  expect(await reloadIfHelpful(failure, true)).toBe(false);
});

it('reloads an unattended page again at growing intervals when the build stays the same', async () => {
  serve({ page: () => answer(OTHER_BUILD, 'text/html') });
  const reloadedAfterMinutes: number[] = [];
  for (let minute = 0; minute <= 180; minute += 1) {
    const { reloadIfHelpful, setUnattended } = await openPage();
    setUnattended(true);
    if (await reloadIfHelpful()) reloadedAfterMinutes.push(minute);
    vi.advanceTimersByTime(60_000);
  }
  expect(reloadedAfterMinutes).toEqual([0, 1, 6, 21, 81, 141]);
});

it('does not reload a page by itself when the storage is refused', async () => {
  vi.stubGlobal('sessionStorage', undefined);
  serve({ page: () => answer(OTHER_BUILD, 'text/html') });
  const { reloadIfHelpful } = await openPage();
  expect(await reloadIfHelpful()).toBe(false);
  expect(await reloadIfHelpful(failure, true)).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

it('reloads when the record of reloads is damaged', async () => {
  kept.set('envboard.reloads', '[["reload-after-deploy.ts","often"]]');
  serve({ page: () => answer(OTHER_BUILD, 'text/html') });
  expect(await (await openPage()).reloadIfHelpful()).toBe(true);
});

it('shows a page whose own script failed as soon as the server gives that script', async () => {
  const server = { file: gone };
  serve({ page: () => answer(SAME_BUILD, 'text/html'), file: () => server.file() });
  const { reloadUntilShown } = await openPage();
  reloadUntilShown(failure);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(reload).not.toHaveBeenCalled();
  server.file = () => answer('', 'application/javascript');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reload).toHaveBeenCalledOnce();
});

it('reloads only an unattended page for a sign-on, at growing intervals', async () => {
  const attended = await openPage();
  attended.reloadForSignOn();
  expect(reload).not.toHaveBeenCalled();

  const reloadsAfter = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    reload.mockClear();
    const { setUnattended, reloadForSignOn } = await openPage();
    setUnattended(true);
    reloadForSignOn();
    reloadForSignOn();
    return reload.mock.calls.length;
  };
  expect(await reloadsAfter(0)).toBe(1);
  expect(await reloadsAfter(30_000)).toBe(0);
  expect(await reloadsAfter(30_000)).toBe(1);
  expect(await reloadsAfter(240_000)).toBe(0);
  expect(await reloadsAfter(60_000)).toBe(1);
  expect(await reloadsAfter(900_000)).toBe(1);
  expect(await reloadsAfter(3_000_000)).toBe(0);
  expect(await reloadsAfter(86_400_000)).toBe(1);
});

it('does not reload a wall for a sign-on when the tab cannot store that it did', async () => {
  const { setUnattended, reloadForSignOn } = await openPage();
  setUnattended(true);
  vi.stubGlobal('sessionStorage', undefined);
  reloadForSignOn();
  expect(reload).not.toHaveBeenCalled();
});
