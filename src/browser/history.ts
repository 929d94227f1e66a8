/** Returns whether the browser lets the page write its address. */
export function canRewriteHistory(): boolean {
  try {
    history.replaceState(history.state, '');
    return true;
  } catch {
    return false;
  }
}
