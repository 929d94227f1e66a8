import { useEffect, useState } from 'react';

/** Milliseconds from a release or a refusal to the next request, doubled each time. */
const RETRY_MS = { first: 1_000, longest: 600_000 } as const;
/** A lock that lasted so long, in milliseconds, ends a row of failures. */
const LASTING_MS = 60_000;

function wakeLock(): WakeLock | undefined {
  try {
    return navigator.wakeLock ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the screen on until the returned function is called. Calls `onLapse` with whether a lock was lost for now. */
function keepAwake(manager: WakeLock, onLapse: (hasLapsed: boolean) => void): () => void {
  let lock: WakeLockSentinel | undefined;
  let heldSince: number | undefined;
  let isRequesting = false;
  let isOver = false;
  let waitMs: number = RETRY_MS.first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const requestLater = () => {
    timer = setTimeout(request, waitMs);
    waitMs = Math.min(waitMs * 2, RETRY_MS.longest);
  };
  const onRelease = () => {
    lock = undefined;
    if (isOver || document.hidden) return;
    if (heldSince !== undefined && Date.now() - heldSince >= LASTING_MS) waitMs = RETRY_MS.first;
    requestLater();
  };
  const request = async () => {
    clearTimeout(timer);
    // A hidden page gets no lock; it requests one when it is shown again.
    if (isOver || isRequesting || lock?.released === false || document.hidden) return;
    isRequesting = true;
    try {
      const granted = await manager.request('screen');
      if (isOver) {
        await granted.release();
        return;
      }
      lock = granted;
      heldSince = Date.now();
      granted.addEventListener('release', onRelease, { once: true });
      onLapse(false);
    } catch {
      // Refused, as on a low battery, which does not last.
      if (isOver) return;
      onLapse(heldSince !== undefined);
      requestLater();
    } finally {
      isRequesting = false;
    }
  };
  void request();
  document.addEventListener('visibilitychange', request);
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', request);
    void lock?.release().catch(() => undefined);
  };
}

/**
 * Keeps the screen on while mounted, where the browser can. A lock that the browser releases is requested again, and so
 * is one that it refuses, ever more seldom. Returns whether a lock was granted and is now refused.
 */
export function useWakeLock(): boolean {
  const [hasLapsed, setLapsed] = useState(false);
  useEffect(() => {
    const manager = wakeLock();
    return manager && keepAwake(manager, setLapsed);
  }, []);
  return hasLapsed;
}
