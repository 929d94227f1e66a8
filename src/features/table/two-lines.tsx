import type { ReactNode } from 'react';

/** Two lines fit into the height of a row. A word that is longer than the column is broken. */
export const TWO_LINES = 'min-w-0 whitespace-normal pt-0.5 pb-px leading-none break-words sm:line-clamp-2';

type LinesProps = { readonly title?: string; readonly className?: string; readonly children: ReactNode };

/** The title has the whole text, because a narrow cell cuts a very long one off. */
export function Lines({ title, className = '', children }: LinesProps) {
  return (
    <span title={title} className={`${TWO_LINES} ${className}`}>
      {children}
    </span>
  );
}

export const Words = ({ children }: { readonly children: string }) => <Lines title={children}>{children}</Lines>;
