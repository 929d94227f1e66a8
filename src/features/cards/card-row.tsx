import type { ReactNode } from 'react';

/** Shown for an unknown value. */
export const NOTHING = '—';

/** Renders one label and value of a card. */
export function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-mute">{term}</dt>
      <dd translate="no" className="min-w-0 truncate">
        {children}
      </dd>
    </>
  );
}
