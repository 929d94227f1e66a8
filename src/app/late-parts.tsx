import { type ComponentProps, useEffect } from 'react';
import { highlightStateChanges } from '#browser/highlight-state-changes.ts';
import { NewVersionNotice } from './new-version-notice.tsx';

/** Renders what a page that has just been loaded has no use for, and highlights changes of state. */
export function LateParts(props: ComponentProps<typeof NewVersionNotice>) {
  useEffect(highlightStateChanges, []);
  return <NewVersionNotice {...props} />;
}
