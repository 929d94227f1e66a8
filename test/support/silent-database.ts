import { expect, vi } from 'vitest';

/** Expects that a reading of a database that never opens resolves after four seconds, not before, with this value. */
export async function expectAfterSilence(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  vi.useFakeTimers();
  vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
  const received = vi.fn();
  void read().then(received);
  await vi.advanceTimersByTimeAsync(3_900);
  expect(received).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(received).toHaveBeenCalledWith(expected);
}
