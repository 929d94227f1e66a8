import type { ReactNode } from 'react';

/** Renders the two ends of a line of facts. */
export function FactLine({ start, end }: { readonly start: ReactNode; readonly end: ReactNode }) {
  return (
    <p className="flex items-center justify-between gap-2 whitespace-nowrap">
      <span className="min-w-0 truncate">{start}</span>
      {end}
    </p>
  );
}
