import type { ReactNode } from 'react';

type Props = {
  /** Class of the line's height, such as `h-5`. */
  readonly height: string;
  readonly children: ReactNode;
};

/**
 * Renders something in a flex line only where the whole of it fits. Otherwise it wraps below an element without width,
 * into a second line, which is not visible; screen readers still read it.
 *
 * The large factor keeps the other elements of the line whole: a text that shrinks by a part of a pixel gets an ellipsis.
 */
export function WhereItFits({ height, children }: Props) {
  return (
    <span className={`flex min-w-0 shrink-[1000000000] flex-wrap overflow-clip ${height}`}>
      <span className={`w-0 ${height}`} />
      <span className="flex-none whitespace-pre">{children}</span>
    </span>
  );
}
