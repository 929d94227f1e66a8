import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

export function isFullScreen(): boolean {
  try {
    return Boolean(document.fullscreenElement);
  } catch {
    return false;
  }
}

/** False on phones that know no full screen, and in frames that may not have it. */
export function canFullScreen(): boolean {
  try {
    return document.fullscreenEnabled === true;
  } catch {
    return false;
  }
}

/** Whether the page fills the screen by its own wish, which is not so after F11. */
export const useFullScreen = (): boolean => useSyncExternalStore(subscribe, isFullScreen);

/** Fills the screen with the page, or gives it back. A refusal leaves all as it is. */
export async function setFullScreen(isFull: boolean): Promise<void> {
  if (isFull === isFullScreen() || !canFullScreen()) return;
  try {
    await (isFull ? document.documentElement.requestFullscreen() : document.exitFullscreen());
  } catch {
    // The browser refuses; some throw instead of rejecting.
  }
}
