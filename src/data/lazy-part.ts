import { type ComponentType, lazy } from 'react';

const KEY = 'envboard.reloaded';

/**
 * A deploy takes the old files away, and a page that was open then cannot fetch one: a reload gets the new ones. Gives
 * false when this very build was reloaded for that already, so that anything else shows on the crash page instead.
 */
function reloadOnce(): boolean {
  try {
    const build = import.meta.url;
    if (sessionStorage.getItem(KEY) === build) {
      sessionStorage.removeItem(KEY);
      return false;
    }
    sessionStorage.setItem(KEY, build);
  } catch {
    return false; // Storage is refused: without a mark this could reload for ever.
  }
  location.reload();
  return true;
}

/** A component that is fetched when it is first drawn. */
export const lazyPart = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      // Waits for the page to go, rather than show a crash on the way.
      if (navigator.onLine && reloadOnce()) return new Promise<never>(() => {});
      throw error;
    }
  });
