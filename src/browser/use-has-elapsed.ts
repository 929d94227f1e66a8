import { useEffect, useState } from 'react';

/** True once so many milliseconds have passed with `isRunning`, since it was first drawn or `of` was another. */
export function useHasElapsed(ms: number, isRunning = true, resetKey?: unknown): boolean {
  const [passed, setPassed] = useState<{ readonly resetKey: unknown }>();
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setTimeout(() => setPassed({ resetKey }), ms);
    return () => clearTimeout(timer);
  }, [ms, isRunning, resetKey]);
  return passed !== undefined && passed.resetKey === resetKey;
}
