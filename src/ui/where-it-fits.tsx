import type { ReactNode } from 'react';

/**
 * Renders something in a flex line, 20 px high, only where the whole of it fits. Otherwise it wraps below a box without width,
 * into a second line, which is not visible; screen readers still read it.
 *
 * The large factor keeps the other elements of the line whole: a text that shrinks by a part of a pixel gets an ellipsis.
 */
export function WhereItFits({ children }: { readonly children: ReactNode }) {
  return (
    <span className="flex h-5 min-w-0 shrink-[1000000000] flex-wrap overflow-clip before:h-5">
      <span className="flex-none whitespace-pre">{children}</span>
    </span>
  );
}
