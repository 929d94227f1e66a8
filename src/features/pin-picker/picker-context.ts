import { createContext, use } from 'react';
import type { PickingControls } from './use-picker-state.ts';

/**
 * The open dialog's picking. Not handed down in props: React's development build compares those in depth at each
 * keystroke, and these hold all rows.
 */
export const PickingContext = createContext<PickingControls | undefined>(undefined);

export function usePickerContext(): PickingControls {
  const picking = use(PickingContext);
  if (!picking) throw new Error('usePickingHere needs a PickingContext above it');
  return picking;
}
