import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { areLocksRefused, hasLocks, requestLock } from '#browser/locks.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { refuse } from '#test/support/refusals.ts';

beforeEach(() => vi.stubGlobal('navigator', smallBrowser().navigator));
afterEach(() => vi.unstubAllGlobals());

test('holds a lock in one tab at a time until the work ends', async () => {
  const said: string[] = [];
  let end = () => {};
  const first = requestLock('x', {}, async () => {
    said.push('first');
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  const second = requestLock('x', {}, async () => void said.push('second'));
  await vi.waitFor(() => expect(said).toEqual(['first']));
  end();
  expect(await Promise.all([first, second])).toEqual(['done', 'done']);
  expect(said).toEqual(['first', 'second']);
});

test('resolves to aborted when the signal aborts, and to stolen when another tab takes the lock', async () => {
  const held = requestLock('x', {}, () => new Promise(() => {}));
  const ending = new AbortController();
  const waiting = requestLock('x', { signal: ending.signal }, () => Promise.resolve());
  ending.abort();
  expect(await waiting).toBe('aborted');
  expect(await requestLock('x', { steal: true }, () => Promise.resolve())).toBe('done');
  expect(await held).toBe('stolen');
});

test('rejects with the error of the work when the work fails', async () => {
  await expect(requestLock('x', {}, () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
});

test.each<[string, unknown]>([
  ['missing', {}],
  ['null', { locks: null }],
  ['without a method', { locks: {} }],
  [
    'refused on touch',
    {
      get locks() {
        return refuse();
      },
    },
  ],
  ['refused on each call', { locks: { request: refuse } }],
  ['rejected on each call', { locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } }],
  ['granted to nobody', { locks: { request: () => Promise.resolve() } }],
])('resolves to refused when locks are %s', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const work = vi.fn(() => Promise.resolve());
  expect(await requestLock('x', {}, work)).toBe('refused');
  expect(work).not.toHaveBeenCalled();
});

/** A browser whose locks never answer a request, and grant it only when the test does so. */
function silentLocks() {
  const requests: (() => Promise<void>)[] = [];
  const request = (_name: string, _options: object, work: () => Promise<void>) =>
    new Promise<void>(() => void requests.push(work));
  vi.stubGlobal('navigator', { locks: { request } });
  return requests;
}

describe('a lock that the browser never grants', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([
    ['refused after five seconds when it is stolen', { steal: true }, 'refused', 5_000],
    ['aborted when the time limit is over', { maxWaitMs: 2_000 }, 'aborted', 2_000],
  ] as const)('is %s, and a later grant starts no work', async (_, options, expected, afterMs) => {
    const requests = silentLocks();
    const work = vi.fn(() => Promise.resolve());
    const outcome = vi.fn();
    void requestLock('x', options, work).then(outcome);
    await vi.advanceTimersByTimeAsync(afterMs - 1);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledWith(expected);
    expect(areLocksRefused()).toBe(expected === 'refused');
    await requests[0]?.();
    expect(work).not.toHaveBeenCalled();
  });

  test('has no effect on the time that the work of a granted lock takes', async () => {
    const outcome = vi.fn();
    const work = () => new Promise<void>((resolve) => void setTimeout(resolve, 60_000));
    void requestLock('x', { steal: true }, work).then(outcome);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outcome).toHaveBeenCalledWith('done');
  });
});

test('reports locks only when the browser has them', () => {
  expect(hasLocks()).toBe(true);
  vi.stubGlobal('navigator', { locks: null });
  expect(hasLocks()).toBe(false);
});
