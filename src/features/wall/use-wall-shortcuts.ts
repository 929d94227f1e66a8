import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { isFullScreen } from '#browser/use-fullscreen.ts';

/** What is open over the wall has the keys to itself, and Escape closes it alone. */
const isCovered = (): boolean => document.querySelector('dialog[open], [role="menu"]') !== null;
/** A letter chooses in a list, so it is no command there. */
const isChoosing = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

type Keys = { readonly onFullScreen: () => void; readonly onLeave: () => void };

/** `f` fills the screen, Escape leaves the wall; in full screen the browser's own Escape comes first. */
export function useWallShortcuts({ onFullScreen, onLeave }: Keys): void {
  const fill = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || isCovered() || isChoosing(event)) return;
    event.preventDefault();
    onFullScreen();
  });
  const leave = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && !event.repeat && !isCovered() && !isFullScreen()) onLeave();
  });
  useEffect(() => tinykeys(window, { f: (event) => fill(event), Escape: (event) => leave(event) }), []);
}
