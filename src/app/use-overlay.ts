import { useEffect, useState } from 'react';
import { tinykeys } from 'tinykeys';

export type Overlay = 'pins' | 'share' | 'settings' | 'token';

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [role="menu"]') !== null;

/** Which overlay is open, and the keys that open one: `p` pins, `s` shares, `/` goes to the filter. */
export function useOverlay(isWall: boolean) {
  const [which, setWhich] = useState<Overlay>();
  useEffect(() => {
    if (isWall) return;
    const on = (act: () => void) => (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      event.preventDefault();
      act();
    };
    return tinykeys(window, {
      p: on(() => setWhich('pins')),
      s: on(() => setWhich('share')),
      '/': on(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus()),
    });
  }, [isWall]);
  return { which, open: setWhich, close: () => setWhich(undefined) };
}
