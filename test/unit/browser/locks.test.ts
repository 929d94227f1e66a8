import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasLocks, requestLock } from '#browser/locks.ts';
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

test('reports locks only when the browser has them', () => {
  expect(hasLocks()).toBe(true);
  vi.stubGlobal('navigator', { locks: null });
  expect(hasLocks()).toBe(false);
});
