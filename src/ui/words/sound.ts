/** Said in the header and on the wall until the browser lets the page play sound. */
export const SOUND_WAITS = 'Sound waits for a click';
export const SOUND_WAITS_HINT =
  'The browser plays no sound before the first click or key on this page. Click anywhere, or press a key.';
