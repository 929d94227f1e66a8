import { requestLock } from '#browser/locks.ts';

/** Milliseconds after which a tab no longer waits for the lock: a tab that the browser has frozen may keep it. */
const MAX_LOCKED_MS = 30_000;

/** Returns a function that calls `send` while no other tab holds the lock, or at once where the browser has no locks. */
export const oneTabAtATime =
  (lock: string) =>
  async (send: () => Promise<void>): Promise<void> => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), MAX_LOCKED_MS);
    const outcome = await requestLock(lock, { signal: controller.signal }, send);
    clearTimeout(timer);
    if (outcome === 'refused' || outcome === 'aborted') await send();
  };
