import { useEffect } from 'react';

/**
 * Keeps the screen on while mounted. The browser takes the lock back when the page is hidden, so it is asked for again
 * on return. Where there is no such lock, or it is refused, the screen follows its own settings.
 */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const take = async () => {
      if (document.hidden || isOver || lock?.released === false) return;
      try {
        const taken = await navigator.wakeLock.request('screen');
        if (isOver) await taken.release();
        else lock = taken;
      } catch {
        // Refused, as on a low battery: nothing to be done, and nothing that the reader must know.
      }
    };
    void take();
    document.addEventListener('visibilitychange', take);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', take);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
