import { readLocation } from './board-url.ts';
import { keyPattern, readLink } from './link-values.ts';

/** A board of the file `boards.json` beside the page. */
export type TeamBoard = {
  /** Its name in the address: `?board=release-train`. */
  readonly slug: string;
  readonly name: string;
  /** The result of `encodeBoard`, without open details. */
  readonly address: string;
};

const HAS_SLUG = keyPattern('board');

/** Returns the slug in a location, however another program spelled it; undefined when it holds a board of its own. */
export function teamSlugIn(location: { readonly search: string; readonly hash: string }): string | undefined {
  // Every component that reads the address calls this, so a long link is read only when it names a team board.
  if (!HAS_SLUG.test(`${location.search}${location.hash}`)) return undefined;
  const { values } = readLink(readLocation(location));
  if (values.has('pins')) return undefined;
  return /^[a-z0-9-]{1,60}/.exec(values.get('board')?.trim().toLowerCase() ?? '')?.[0];
}
