import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

/** Returns whether the page itself requested full screen. F11 does not count. */
export function isFullScreen(): boolean {
  try {
    return Boolean(document.fullscreenElement);
  } catch {
    return false;
  }
}

/** Returns whether the page may fill the screen. False on some phones, and in frames without the permission. */
export function canFullScreen(): boolean {
  try {
    return document.fullscreenEnabled === true;
  } catch {
    return false;
  }
}

/** Follows `isFullScreen`. */
export const useFullScreen = (): boolean => useSyncExternalStore(subscribe, isFullScreen);

/** Enters or leaves full screen. Does nothing when the browser refuses. Never rejects. */
export async function setFullScreen(isFull: boolean): Promise<void> {
  if (isFull === isFullScreen() || !canFullScreen()) return;
  try {
    await (isFull ? document.documentElement.requestFullscreen() : document.exitFullscreen());
  } catch {
    // The browser refused; some browsers throw instead of rejecting.
  }
}
