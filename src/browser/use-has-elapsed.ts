import { useEffect, useState } from 'react';

/** True once so many milliseconds have passed with `isRunning`, since it was first drawn or `of` was another. */
export function usePassed(ms: number, isRunning = true, of?: unknown): boolean {
  const [passed, setPassed] = useState<{ readonly of: unknown }>();
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setTimeout(() => setPassed({ of }), ms);
    return () => clearTimeout(timer);
  }, [ms, isRunning, of]);
  return passed !== undefined && passed.of === of;
}
