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
  // Some browsers allow a sound only during the key press that turns sounds on, so its file is loaded before.
  useEffect(() => void import('#browser/alert-sound.ts').catch(() => {}), []);
  useEffect(() => {
    if (hasPins) markHintsSeen();
  }, [hasPins]);
  return <NewVersionNotice {...props} />;
}
