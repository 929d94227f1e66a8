/** A board of the file `boards.json` beside the page. */
export type TeamBoard = {
  /** Its name in the address: `?board=release-train`. */
  readonly slug: string;
  readonly name: string;
  /** The result of `encodeBoard`, without open details. */
  readonly address: string;
};

/** Returns the slug in a location; undefined when the location holds a board of its own. */
export const teamSlugIn = ({ search, hash }: { readonly search: string; readonly hash: string }): string | undefined =>
  hash.includes('pins=') ? undefined : /[?&]board=([a-z0-9-]{1,60})(?:&|$)/.exec(search)?.[1];
