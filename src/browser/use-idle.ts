import { useEffect, useState } from 'react';

const POINTER = ['pointermove', 'pointerdown'] as const;
const POINTER_OR_KEYS = [...POINTER, 'keydown'] as const;

/** Returns true when none of the events occurred for `idleMs`. Starts as false. */
function useIdle(idleMs: number, kinds: readonly (typeof POINTER_OR_KEYS)[number][]): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let lastPosition = '';
    const becomeIdle = () => setIdle(true);
    let timer = setTimeout(becomeIdle, idleMs);
    const onUse = (event: PointerEvent | KeyboardEvent) => {
      if (event.type === 'pointermove' && 'clientX' in event) {
        // Browsers send a move without movement when the page changes under the pointer.
        const position = `${event.clientX} ${event.clientY}`;
        if (position === lastPosition) return;
        lastPosition = position;
      }
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(becomeIdle, idleMs);
    };
    for (const kind of kinds) addEventListener(kind, onUse);
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) removeEventListener(kind, onUse);
    };
  }, [idleMs, kinds]);
  return isIdle;
}

/** True while the pointer, finger or pen has not been used for `idleMs` milliseconds. */
export const usePointerIdle = (idleMs: number): boolean => useIdle(idleMs, POINTER);

/** True while neither pointer nor keyboard has been used for `idleMs` milliseconds. */
export const useUserIdle = (idleMs: number): boolean => useIdle(idleMs, POINTER_OR_KEYS);
