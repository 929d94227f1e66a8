import { useCallback, useState } from 'react';
import { reopenedOverlay } from '#data/preferences/language-switch.ts';

export type Overlay = 'pins' | 'labels' | 'share' | 'settings' | 'token' | 'palette' | 'keys';

type Opened = {
  readonly which: Overlay;
  /** Ids of the environments that the overlay is about; undefined for the whole board. */
  readonly only?: readonly string[] | undefined;
};

/** Holds which overlay is open over the board: at first the settings, if the user has just chosen a language in them. */
export function useOverlay() {
  const [opened, setOpened] = useState<Opened | undefined>(reopenedOverlay);
  const open = useCallback((which: Overlay, only?: readonly string[]) => setOpened({ which, only }), []);
  return { ...opened, open, close: () => setOpened(undefined) };
}
