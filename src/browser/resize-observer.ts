/** Returns whether the browser reports the sizes of elements. */
export function hasResizeObserver(): boolean {
  try {
    new ResizeObserver(() => {}).disconnect();
    return true;
  } catch {
    return false;
  }
}
