import { readText, removeText, writeText } from './storage.ts';

/** `deploy/nginx/sign-in/sign-in.js` has the same two names. */
const KEY = 'envboard.fragment';
const MARK = 'handed=1';

let isLost = false;

/** True when this page returned from a sign-on without the fragment that held its board. */
export const isFragmentLost = (): boolean => isLost;

function replaceAddress(search: string, hash: string): void {
  try {
    history.replaceState(history.state, '', `${location.pathname}${search}${hash}`);
  } catch {
    // Some embedded views do not let a page write its address. It then shows the board without the fragment.
  }
}

/**
 * Stores the fragment for the page that returns from a sign-on, whose redirects lose it. The mark in the address shows
 * this to that page, even if the browser refuses the storage. Call it before a reload that may lead to a sign-on.
 */
export function handFragment(): void {
  const { hash, search } = location;
  if (hash.length < 2 || search.includes(MARK)) return;
  writeText('session', KEY, hash);
  replaceAddress(`${search}${search === '' ? '?' : '&'}${MARK}`, hash);
}

/** Restores the fragment that this tab handed over before a sign-on. Call it before anything reads the address. */
export function takeFragment(): void {
  const { hash, search } = location;
  if (!search.includes(MARK)) return;
  const kept = hash || readText('session', KEY);
  removeText('session', KEY);
  isLost = kept === undefined;
  const pairs = search.slice(1).split('&');
  const rest = pairs.filter((pair) => pair !== MARK).join('&');
  replaceAddress(rest && `?${rest}`, kept ?? '');
}

/** Reloads the page. If the reload leads through a sign-on, the board stays. */
export function reloadThroughSignOn(): void {
  handFragment();
  location.reload();
}
