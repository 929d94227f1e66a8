/** Returns whether the browser lets the page change its address. Some embedded views refuse it. */
export function canRewriteHistory(): boolean {
  try {
    history.replaceState(history.state, '');
    return true;
  } catch {
    return false;
  }
}
