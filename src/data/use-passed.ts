import { useEffect, useState } from 'react';

/** True once so many milliseconds have passed since it was first drawn. */
export function usePassed(ms: number): boolean {
  const [isPassed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isPassed;
}
