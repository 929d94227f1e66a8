import { useState, useSyncExternalStore } from 'react';

/** Of an element's content box, in CSS pixels. */
type BoxSize = { readonly widthPx: number; readonly heightPx: number };

function createBox() {
  const listeners = new Set<() => void>();
  let size: BoxSize | undefined;
  return {
    /** For `ref`. Measures until the element goes; a browser that cannot measure leaves the size unknown. */
    observe(element: Element | null): (() => void) | undefined {
      if (!element || !('ResizeObserver' in globalThis)) return undefined;
      const observer = new ResizeObserver(([entry]) => {
        if (!entry) return;
        const { width: widthPx, height: heightPx } = entry.contentRect;
        if (size?.widthPx === widthPx && size.heightPx === heightPx) return;
        size = { widthPx, heightPx };
        for (const listener of listeners) listener();
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (): BoxSize | undefined => size,
  };
}

/** A `ref` for an element, and how large it is. The size is known before the first paint with the element in it. */
export function useBoxSize() {
  const [box] = useState(createBox);
  return [box.observe, useSyncExternalStore(box.subscribe, box.get)] as const;
}
