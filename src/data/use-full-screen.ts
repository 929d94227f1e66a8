import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

export const isFullScreen = (): boolean => Boolean(document.fullscreenElement);

/** False on phones that know no full screen, and in frames that may not have it. */
export const canFullScreen = (): boolean => document.fullscreenEnabled === true;

/** Whether the page fills the screen by its own wish, which is not so after F11. */
export const useFullScreen = (): boolean => useSyncExternalStore(subscribe, isFullScreen);

/** Fills the screen with the page, or gives it back. A refusal leaves all as it is. */
export function setFullScreen(isFull: boolean): void {
  if (isFull === isFullScreen() || !canFullScreen()) return;
  const done = isFull ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  done.catch(() => undefined);
}
