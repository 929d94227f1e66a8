import { useState } from 'react';

export type Overlay = 'pins' | 'share' | 'settings' | 'token' | 'palette' | 'keys';

/** Holds which overlay is open over the board. */
export function useOverlay() {
  const [which, setWhich] = useState<Overlay>();
  return { which, open: setWhich, close: () => setWhich(undefined) };
}
