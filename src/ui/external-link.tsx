import type { AnchorHTMLAttributes } from 'react';

/** A link to another site: it opens in a new tab, and does not pass on the board's address. */
export function ExternalLink(props: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'target' | 'rel'>) {
  return <a {...props} target="_blank" rel="noreferrer" />;
}
