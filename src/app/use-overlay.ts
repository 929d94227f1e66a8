import { useCallback, useState } from 'react';

export type Overlay = 'pins' | 'labels' | 'share' | 'settings' | 'token' | 'palette' | 'keys';

type Opened = {
  readonly which: Overlay;
  /** Ids of the environments that the overlay is about; undefined for the whole board. */
  readonly only?: readonly string[] | undefined;
};

/** Holds which overlay is open over the board. */
export function useOverlay() {
  const [opened, setOpened] = useState<Opened>();
  const open = useCallback((which: Overlay, only?: readonly string[]) => setOpened({ which, only }), []);
  return { ...opened, open, close: () => setOpened(undefined) };
}
