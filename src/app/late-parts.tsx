import { type ComponentProps, useEffect } from 'react';
import { highlightStateChanges } from '#browser/highlight-state-changes.ts';
import { markHintsSeen } from '#data/preferences/seen-hints.ts';
import { NewVersionNotice } from './new-version-notice.tsx';

/** Renders the parts that a page does not need in its first ten seconds, highlights changes of state, and ends the hints for empty boards. */
export function LateParts({
  hasPins,
  ...props
}: ComponentProps<typeof NewVersionNotice> & { readonly hasPins: boolean }) {
  useEffect(highlightStateChanges, []);
  useEffect(() => {
    if (hasPins) markHintsSeen();
  }, [hasPins]);
  return <NewVersionNotice {...props} />;
}
