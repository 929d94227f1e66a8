import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

const FOLLOW_EVERY_MS = 120_000;
const RETRY_AFTER_MS = 10_000;
const FILE = JSON.stringify({ envboard: 1, boards: [] });
const PAGE = '<!doctype html><title>Sign in</title>';

beforeEach(() => {
  stubHost();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  unstubHost();
});

/** Opens a page whose server answers with a text or an HTTP status; 0 for no answer at all. */
async function openPage(first: string | number) {
  vi.resetModules();
  const { loadTeamBoards, watchTeamBoards } = await import('#data/boards/load-team-boards.ts');
  let answer = first;
  const send = vi.fn<typeof fetch>(async () => {
    if (answer === 0) throw new TypeError('Failed to fetch');
    return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
  });
  vi.stubGlobal('fetch', send);
  const set = (next: typeof answer) => {
    answer = next;
  };
  return { load: () => loadTeamBoards(send), watch: watchTeamBoards, send, set };
}

describe('the answer to a request for `boards.json`', () => {
  test.each([
    ['the file', FILE, true],
    ['404: there is no file', 404, true],
    ['a page, which some hosts send for a missing file', PAGE, true],
    ['401', 401, false],
    ['503', 503, false],
    ['nothing', 0, false],
  ])('shows the file’s content or not: %s', async (_, answer, isShown) => {
    const { load, send } = await openPage(answer);
    expect(await load()).toBe(isShown);
    expect(send.mock.calls[0]?.[0]).toBe('https://board.example/boards.json');
  });

  test('shows no content when it is a page and a file was there before: it is probably a sign-on page', async () => {
    const { load, set } = await openPage(FILE);
    await load();
    set(PAGE);
    expect(await load()).toBe(false);
    set(404);
    expect(await load(), 'the file was removed').toBe(true);
    set(PAGE);
    expect(await load()).toBe(true);
  });
});

describe('watching the file', () => {
  test('requests it every two minutes, and after ten seconds when an answer did not show its content', async () => {
    const { watch, send, set } = await openPage(FILE);
    const stop = watch();
    await vi.advanceTimersByTimeAsync(FOLLOW_EVERY_MS - 1);
    expect(send).toHaveBeenCalledTimes(1);
    set(503);
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS);
    expect(send).toHaveBeenCalledTimes(3);
    stop();
    await vi.advanceTimersByTimeAsync(FOLLOW_EVERY_MS);
    expect(send).toHaveBeenCalledTimes(3);
  });

  test('sends no further request when it ends while one is in flight', async () => {
    const { watch, send } = await openPage(503);
    watch()();
    await vi.advanceTimersByTimeAsync(FOLLOW_EVERY_MS);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
