const USER_AND_PASSWORD = /(\w:\/\/)[^/?#@\s]*@/g;

/** Returns a text without the user and password of any address in it. */
export const withoutCredentials = (text: string): string => text.replace(USER_AND_PASSWORD, '$1');

/** Returns the address of the page, without user, password, query and fragment. */
export const pageAddress = (): string => withoutCredentials(`${location.origin}${location.pathname}`);

/**
 * Returns whether a user and a password stand in the address that the page was opened with. `location` does not tell;
 * every relative address on the page inherits them.
 */
function hasCredentials(): boolean {
  const base = globalThis.document?.baseURI ?? '';
  return withoutCredentials(base) !== base;
}

/** As `fetch`, which refuses a relative address that inherits a user and a password. The browser sends them itself. */
export const fetchFromPage: typeof fetch = (input, init) =>
  fetch(typeof input === 'string' && hasCredentials() ? new URL(input, pageAddress()) : input, init);

/**
 * Calls `start` once for a page, from the script at `url`. Opened with a user and a password, Chromium gives the page's
 * script an address with them and every file that it imports one without: the script is then imported, and runs, a second
 * time. All other files share their state with the second run, so that run starts the page.
 */
export function startOnce(url: string, start: () => void): void {
  const { dataset } = document.documentElement;
  const isFirstOfTwo = hasCredentials() && dataset.run === undefined;
  if (hasCredentials()) dataset.run = isFirstOfTwo ? 'first' : 'second';
  if (isFirstOfTwo) {
    // Where both addresses are one, there is no second run.
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
