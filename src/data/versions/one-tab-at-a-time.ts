import { requestLock } from '#browser/locks.ts';

/** Milliseconds after which a tab no longer waits for the lock: a tab that the browser has frozen may keep it. */
const MAX_LOCKED_MS = 30_000;

/** Returns a function that calls `send` while no other tab holds the lock, or at once where the browser has no locks. */
export const oneTabAtATime =
  (lock: string) =>
  async (send: () => Promise<void>): Promise<void> => {
    const outcome = await requestLock(lock, { maxWaitMs: MAX_LOCKED_MS }, send);
    if (outcome === 'refused' || outcome === 'aborted') await send();
  };
