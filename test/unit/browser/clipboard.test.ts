import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyText } from '#browser/clipboard.ts';
import { refuse } from '#test/support/refusals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each<[string, unknown, boolean]>([
  ['accepts the text', { writeText: async () => undefined }, true],
  ['is missing, as on plain http', undefined, false],
  ['throws', { writeText: refuse }, false],
  ['rejects', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }, false],
  ['never answers', { writeText: () => new Promise(() => {}) }, false],
])('resolves within two seconds when the clipboard %s', async (_, clipboard, isCopied) => {
  vi.stubGlobal('navigator', { clipboard });
  const outcome = vi.fn();
  void copyText('a link').then(outcome);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(outcome).toHaveBeenCalledWith(isCopied);
});
