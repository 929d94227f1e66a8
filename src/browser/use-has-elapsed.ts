import { useEffect, useState } from 'react';

/** Returns true once `ms` milliseconds have passed while `isRunning`. A new `resetKey` starts the time again. */
export function useHasElapsed(ms: number, isRunning = true, resetKey?: unknown): boolean {
  const [elapsed, setElapsed] = useState<{ readonly resetKey: unknown }>();
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setTimeout(() => setElapsed({ resetKey }), ms);
    return () => clearTimeout(timer);
  }, [ms, isRunning, resetKey]);
  return elapsed !== undefined && elapsed.resetKey === resetKey;
}
