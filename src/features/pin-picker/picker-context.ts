import { createContext, use } from 'react';
import type { PickingControls } from './use-picker-state.ts';

/**
 * The open dialog's picker state. A context and not props, because React's development build compares props deeply at
 * each keystroke, and this state holds all rows.
 */
export const PickingContext = createContext<PickingControls | undefined>(undefined);

export function usePickerContext(): PickingControls {
  const picking = use(PickingContext);
  if (!picking) throw new Error('usePickingHere needs a PickingContext above it');
  return picking;
}
