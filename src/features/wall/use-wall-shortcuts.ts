import { isFullScreen } from '#browser/use-fullscreen.ts';
import { useShortcuts } from '#browser/use-shortcuts.ts';

/** Selects overlays, which handle all keys themselves; Escape closes only the overlay. */
const isCovered = (): boolean => document.querySelector('dialog[open], [role="menu"]') !== null;
/** A letter chooses an option in a list, so it is not a shortcut there. */
const isChoosing = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

type Keys = { readonly onFullScreen: () => void; readonly onLeave: () => void };

/** Handles `f` (full screen) and Escape (leave the wall); in full screen, the browser's own Escape applies first. */
export function useWallShortcuts({ onFullScreen, onLeave }: Keys): void {
  const fill = (event: KeyboardEvent) => {
    if (event.repeat || isCovered() || isChoosing(event)) return;
    event.preventDefault();
    onFullScreen();
  };
  const leave = (event: KeyboardEvent) => {
    if (!event.repeat && !isCovered() && !isFullScreen()) onLeave();
  };
  useShortcuts({ f: fill, Escape: leave });
}
