/** A network that rejects every request while the browser says that it is offline, as an unplugged one does. */
export const cutOffline =
  (send: typeof fetch): typeof fetch =>
  (input, init) =>
    navigator.onLine === false ? Promise.reject(new TypeError('Failed to fetch')) : send(input, init);
