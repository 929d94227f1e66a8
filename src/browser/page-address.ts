const USER_AND_PASSWORD = /(\w:\/\/)[^/?#@\s]*@/g;

/** Removes the user name and the password from every address in a text. */
export const withoutCredentials = (text: string): string => text.replace(USER_AND_PASSWORD, '$1');

/** Returns the address of the page, without user, password, query and fragment. */
export const pageAddress = (): string => withoutCredentials(`${location.origin}${location.pathname}`);

/**
 * Returns whether the page was opened with a user name and a password in its address. `location` hides them, but every
 * relative address on the page inherits them.
 */
function hasCredentials(): boolean {
  const base = globalThis.document?.baseURI ?? '';
  return withoutCredentials(base) !== base;
}

/** Works like `fetch`, and also accepts relative addresses on a page that was opened with a password in its address. */
export const fetchFromPage: typeof fetch = (input, init) =>
  fetch(typeof input === 'string' && hasCredentials() ? new URL(input, pageAddress()) : input, init);

/**
 * Calls `start` once for a page, from the script at `url`.
 *
 * When a page is opened with a password in its address, Chromium runs its script twice: once from the address with the
 * password, and once as an import without it. All other modules share their state with the second run, so `start` is
 * called there.
 */
export function startOnce(url: string, start: () => void): void {
  const { dataset } = document.documentElement;
  const isFirstOfTwo = hasCredentials() && dataset.run === undefined;
  if (hasCredentials()) dataset.run = isFirstOfTwo ? 'first' : 'second';
  if (isFirstOfTwo) {
    // When both addresses are equal, there is no second run.
    const startUnlessRunAgain = () => {
      if (dataset.run === 'first') start();
    };
    import(/* @vite-ignore */ url).then(startUnlessRunAgain, startUnlessRunAgain);
  } else {
    start();
  }
}

/** Returns the absolute address of a file beside the page, without user and password: `fetch` refuses an address with them. */
export const besidePage = (file: string): string =>
  `${location.origin}${location.pathname.replace(/[^/]*$/, '')}${file}`;
