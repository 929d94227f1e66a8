import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadAppConfig } from '#api/load-app-config.ts';
import { fetchInTime } from '#browser/fetch-in-time.ts';
import { loadTeamBoards } from '#data/boards/load-team-boards.ts';
import { fakeTimeouts } from '#test/support/fake-timeouts.ts';

/** A server that accepts every request and never answers. */
const silence = vi.fn();
const neverAnswer = (_: unknown, { signal }: RequestInit) => {
  return new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
};

beforeEach(() => {
  silence.mockReset().mockImplementation(neverAnswer);
  vi.useFakeTimers();
  fakeTimeouts();
  vi.stubGlobal('fetch', silence);
  vi.stubGlobal('location', { origin: 'https://board.example', pathname: '/' });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const SILENT = { kind: 'broken', issue: 'unloaded' };

test.each([
  ['the settings', () => loadAppConfig('https://board.example/config.json', fetchInTime), SILENT, 2],
  ['the team boards', () => loadTeamBoards(), false, 1],
] as const)(
  'ends the loading of %s when the server accepts the request and never answers',
  async (_, load, end, sent) => {
    const outcome = vi.fn();
    void load().then(outcome);
    await vi.advanceTimersByTimeAsync(sent * 20_000 - 1);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledWith(end);
    expect(silence).toHaveBeenCalledTimes(sent);
  },
);

test('resolves with an answer that arrives in time, whose options reach the browser', async () => {
  const send = vi.fn<typeof fetch>(async () => new Response('{}'));
  vi.stubGlobal('fetch', send);
  const response = await fetchInTime('https://board.example/', { cache: 'no-store' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await response.text()).toBe('{}');
  expect(send.mock.calls[0]?.[1]).toMatchObject({ cache: 'no-store' });
});
