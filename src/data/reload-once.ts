import { readText, removeText, writeText } from '#browser/storage.ts';

const KEY = 'envboard.reloaded';

/**
 * A deploy takes the old files away, and a page that was open then cannot fetch one: a reload gets the new ones. Gives
 * false when this very build was reloaded for that already, so that the page says what is wrong instead.
 */
export function reloadOnce(): boolean {
  const build = import.meta.url;
  if (readText('session', KEY) === build) {
    removeText('session', KEY);
    return false;
  }
  // Where storage is refused there is no mark, and without a mark this could reload for ever.
  if (!writeText('session', KEY, build)) return false;
  location.reload();
  return true;
}
