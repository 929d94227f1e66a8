import { useEffect, useState } from 'react';

/** Milliseconds from a release or a refusal to the next request, doubled each time. */
const RETRY_MS = { first: 1_000, max: 600_000 } as const;
/** A lock that lasts this many milliseconds resets the wait between requests. */
const LASTING_MS = 60_000;

function wakeLock(): WakeLock | undefined {
  try {
    return navigator.wakeLock ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the screen on until the returned function is called. Calls `onLapse` with true when a granted lock is refused later. */
function keepAwake(manager: WakeLock, onLapse: (hasLapsed: boolean) => void): () => void {
  let lock: WakeLockSentinel | undefined;
  let heldSince: number | undefined;
  let isRequesting = false;
  let isOver = false;
  let waitMs: number = RETRY_MS.first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const requestLater = () => {
    timer = setTimeout(request, waitMs);
    waitMs = Math.min(waitMs * 2, RETRY_MS.max);
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
      // Browsers refuse a lock for a while, for example on a low battery.
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
 * Keeps the screen on while the component is mounted. Returns whether the browser granted a lock before and refuses it now.
 *
 * A released or refused lock is requested again after growing waits. Without the browser's support nothing happens.
 */
export function useWakeLock(): boolean {
  const [hasLapsed, setLapsed] = useState(false);
  useEffect(() => {
    const manager = wakeLock();
    return manager && keepAwake(manager, setLapsed);
  }, []);
  return hasLapsed;
}
