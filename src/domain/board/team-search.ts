import { escapeValue, readLink } from './link-values.ts';
import type { TeamBoard } from './team-board.ts';

/** The keys of an address that a team board's file decides. All others are this screen's choice. */
const CONTENT: readonly string[] = ['board', 'name', 'pins', 'without', 'v'];

const pairsOf = (address: string): ReadonlyMap<string, string> =>
  new Map(address.split('&').map((pair) => [pair.split('=', 1).join(), pair]));

/** Returns the address of a team board with the display options that `search` changes, as input for `decodeBoard`. */
export function readTeamSearch(address: string, search: string): string {
  const chosen = [...readLink(search).values].filter(([key]) => !CONTENT.includes(key));
  const isChosen = new Set<string>(chosen.map(([key]) => key));
  const rest = [...pairsOf(address)].filter(([key]) => !isChosen.has(key)).map(([, pair]) => pair);
  return [...chosen.map(([key, value]) => `${key}=${escapeValue(value)}`), ...rest].join('&');
}

/**
 * Returns the search for a team board in the form of `address`: its slug, and the display options that differ from the
 * file's. Undefined when `address` has another name or other pins: it is then a board of its own.
 */
export function teamSearch({ slug, address: written }: TeamBoard, address: string): string | undefined {
  const [shown, file] = [pairsOf(address), pairsOf(written)];
  if (CONTENT.some((key) => shown.get(key) !== file.get(key))) return undefined;
  const changed = [...shown].filter(([key, pair]) => file.get(key) !== pair).map(([, pair]) => pair);
  // A value without text is the default.
  const reset = [...file.keys()].filter((key) => !shown.has(key)).map((key) => `${key}=`);
  return `?${[`board=${slug}`, ...changed, ...reset, 'v=1'].join('&')}`;
}
