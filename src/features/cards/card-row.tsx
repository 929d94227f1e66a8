import type { ReactNode } from 'react';

/** What stands where nothing is known. */
export const NOTHING = '—';

/** One fact of a card. */
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
