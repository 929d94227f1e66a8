/**
 * Calls `listener` when the page is hidden or shown, and when the browser goes offline or online. Read the present state
 * from `document.hidden` and `navigator.onLine`. Returns a function that ends the subscription.
 */
export function subscribeToPageActivity(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  for (const name of ['online', 'offline']) addEventListener(name, listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    for (const name of ['online', 'offline']) removeEventListener(name, listener);
  };
}
