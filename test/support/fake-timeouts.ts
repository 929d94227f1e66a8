import { vi } from 'vitest';

/** Lets fake timers advance `AbortSignal.timeout`, which has a timer of its own, until mocks are restored. */
export function fakeTimeouts(): void {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const ending = new AbortController();
    setTimeout(() => ending.abort(), ms);
    return ending.signal;
  });
}
