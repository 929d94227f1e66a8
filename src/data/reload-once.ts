const KEY = 'envboard.reloaded';

/**
 * A deploy takes the old files away, and a page that was open then cannot fetch one: a reload gets the new ones. Gives
 * false when this very build was reloaded for that already, so that the page says what is wrong instead.
 */
export function reloadOnce(): boolean {
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
