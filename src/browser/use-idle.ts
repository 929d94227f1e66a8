import { useEffect, useState } from 'react';

const POINTER = ['pointermove', 'pointerdown'] as const;
const POINTER_OR_KEYS = [...POINTER, 'keydown'] as const;

/** True from when nothing of the kind was used for `restMs`, until it is used again. At first it is not. */
function useIdle(idleMs: number, kinds: readonly (typeof POINTER_OR_KEYS)[number][]): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let last = '';
    const rest = () => setIdle(true);
    let timer = setTimeout(rest, idleMs);
    const use = (event: PointerEvent | KeyboardEvent) => {
      if (event.type === 'pointermove' && 'clientX' in event) {
        // A page that changes under a resting pointer sends moves to where it is already.
        const place = `${event.clientX} ${event.clientY}`;
        if (place === last) return;
        last = place;
      }
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(rest, idleMs);
    };
    for (const kind of kinds) addEventListener(kind, use);
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) removeEventListener(kind, use);
    };
  }, [idleMs, kinds]);
  return isIdle;
}

/** True while the pointer, finger or pen has not been used for `restMs`. */
export const usePointerIdle = (idleMs: number): boolean => useIdle(idleMs, POINTER);

/** True while neither pointer nor keyboard has been used for `restMs`: then nobody is there. */
export const useUserIdle = (idleMs: number): boolean => useIdle(idleMs, POINTER_OR_KEYS);
