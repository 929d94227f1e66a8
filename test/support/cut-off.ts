/** Returns a network that rejects every request while the browser reports to be offline. */
export const cutOffline =
  (send: typeof fetch): typeof fetch =>
  (input, init) =>
    navigator.onLine === false ? Promise.reject(new TypeError('Failed to fetch')) : send(input, init);
