import { useCallback, useState } from 'react';

/** Size of an element's content box, in CSS pixels. */
type BoxSize = { readonly widthPx: number; readonly heightPx: number };

/** Calls `onSize` with the element's size at once and after each change. Returns a function that stops this. */
function measure(element: Element, onSize: (size: BoxSize) => void): (() => void) | undefined {
  let previous: BoxSize | undefined;
  const report = (widthPx: number, heightPx: number) => {
    if (previous?.widthPx === widthPx && previous.heightPx === heightPx) return;
    previous = { widthPx, heightPx };
    onSize(previous);
  };
  // The observer reports in the next frame, which a busy page renders 100 ms later.
  if (element.clientWidth > 0) report(element.clientWidth, element.clientHeight);
  try {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) report(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  } catch {
    // Without an observer the first size stays.
    return undefined;
  }
}

/**
 * Returns a `ref` for an element without padding, and the value that `select` derives from the element's size.
 *
 * The component re-renders only when the derived value changes. The value is set before the element's first paint. Pass
 * the same `select` at each render.
 */
export function useElementSize<T extends number | BoxSize>(select: (size: BoxSize) => T) {
  const [value, setValue] = useState<T>();
  const ref = useCallback(
    (element: Element | null) => {
      let previous: T | undefined;
      return element
        ? measure(element, (size) => {
            const next = select(size);
            // React may re-render once even when the state is set to its current value.
            if (next !== previous) setValue(next);
            previous = next;
          })
        : undefined;
    },
    [select],
  );
  return [ref, value] as const;
}
