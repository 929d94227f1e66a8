import { afterEach, expect, vi } from 'vitest';

/** The timers of the worker, before the first test. Files share a worker, so this module may load many times. */
const REAL = Symbol.for('the real setTimeout');
const worker: Record<symbol, unknown> = globalThis;
worker[REAL] ??= setTimeout;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  // A fake clock that a file leaves behind stops the timers of the next file.
  expect(setTimeout === worker[REAL], 'setTimeout is real again').toBe(true);
});
