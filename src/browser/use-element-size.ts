import { useCallback, useState } from 'react';

/** Of an element's content box, in CSS pixels. */
type BoxSize = { readonly widthPx: number; readonly heightPx: number };

/** Tells `onSize` of each size the element has, the first at once, until what is returned is called. */
function measure(element: Element, onSize: (size: BoxSize) => void): (() => void) | undefined {
  let known: BoxSize | undefined;
  const take = (widthPx: number, heightPx: number) => {
    if (known?.widthPx === widthPx && known.heightPx === heightPx) return;
    known = { widthPx, heightPx };
    onSize(known);
  };
  // The observer comes with the next frame, which a busy page has a tenth of a second later.
  if (element.clientWidth > 0) take(element.clientWidth, element.clientHeight);
  try {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) take(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  } catch {
    // A browser that reports no sizes leaves it at the first one.
    return undefined;
  }
}

/**
 * A `ref` for an element without padding, and what `select` makes of its size, which draws only when that is another.
 * It is known before the first paint with the element in it. `select` stays the same.
 */
export function useElementSize<T extends number | BoxSize>(select: (size: BoxSize) => T) {
  const [part, setPart] = useState<T>();
  const box = useCallback(
    (element: Element | null) => {
      let told: T | undefined;
      return element
        ? measure(element, (size) => {
            const now = select(size);
            // React draws once more for what is set to what it was.
            if (now !== told) setPart(now);
            told = now;
          })
        : undefined;
    },
    [select],
  );
  return [box, part] as const;
}
