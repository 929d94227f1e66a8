import type { Language } from '#domain/language.ts';
import { type Board, DEFAULT_BOARD } from './board.ts';
import { boardLocation } from './board-url.ts';
import type { Pin } from './pin.ts';

/** The options of the share dialog. */
export type ShareChoice = {
  /** Includes the filters: tones, configuration and search text, and those of Activity. */
  readonly withFilters: boolean;
  readonly asWall: boolean;
  /** Opens the link in this language; undefined for the language of each recipient. */
  readonly language: Language | undefined;
};

/** True for a page that has a wall of its own. */
export const hasWall = ({ page }: Pick<Board, 'page'>): boolean => page === 'board' || page === 'versions';

/** Words of the pages Activity and Delivery that are no filter: time spans, the project, the mode and the rows of Delivery. */
const NO_FILTER_WORD = /^(?:\d|[jmr])/;

/** Returns the words of the pages Activity and Delivery without those that filter entries. */
export const withoutPageFilters = (only: string): string =>
  only
    .split('.')
    .filter((word) => NO_FILTER_WORD.test(word))
    .join('.');

/**
 * Returns the board for a shared link, without open details and without rotation: both concern this screen only.
 * The wall of a page that has none is that of the board.
 */
export function sharedBoard(board: Board, { withFilters, asWall, language }: ShareChoice): Board {
  const { tones, outOfDate, query } = withFilters ? board : DEFAULT_BOARD;
  return {
    ...board,
    tones,
    outOfDate,
    query,
    // Snoozes belong to this browser.
    snoozed: false,
    only: withFilters ? board.only : withoutPageFilters(board.only),
    view: asWall ? 'wall' : board.view,
    page: asWall && !hasWall(board) ? 'board' : board.page,
    details: undefined,
    rotateSeconds: undefined,
    language,
  };
}

export type SharedLink = {
  readonly href: string;
  /** True when some chat programs would cut the link. */
  readonly isLong: boolean;
  /** True when some programs cut the link, and the page then reports a cut link. */
  readonly isTooLong: boolean;
  /** True when the board is in the fragment, after `#`: a redirect through a sign-on page may lose it. */
  readonly isInFragment: boolean;
};

const MAX_CHAT_LENGTH = 2_048;
/** The library linkify-it 6 links the first 10,000 characters. */
const MAX_LINKED_LENGTH = 10_000;

/**
 * Returns the link to a board. `locate` returns its location, which is short for a team board. `page` is the address of the page without search and fragment.
 */
export function linkTo(page: string, board: Board, locate = boardLocation): SharedLink {
  const { search, hash } = locate(board);
  const href = `${page}${search}${hash}`;
  const { length } = href;
  return { href, isLong: length > MAX_CHAT_LENGTH, isTooLong: length > MAX_LINKED_LENGTH, isInFragment: hash !== '' };
}

/** A link that pins whole projects in place of their environments. */
export type ProjectLink = { readonly href: string; readonly projects: number; readonly environments: number };

/**
 * Returns the link of a board with project pins in place of environment pins; undefined when no project is known, or the
 * link is not shorter. `projectOf` returns the project of an environment.
 */
export function projectLink(
  page: string,
  board: Board,
  projectOf: (environmentId: string) => string | undefined,
): ProjectLink | undefined {
  const pins = new Map<string, Pin>();
  let environments = 0;
  for (const pin of board.pins) {
    const projectId = pin.kind === 'environment' ? projectOf(pin.id) : undefined;
    const id = projectId ?? pin.id;
    if (projectId !== undefined) environments += 1;
    if (!pins.has(id)) pins.set(id, projectId === undefined ? pin : { kind: 'project', id });
  }
  const { href } = linkTo(page, { ...board, pins: [...pins.values()] });
  if (href.length >= linkTo(page, board).href.length) return undefined;
  return { href, projects: [...pins.values()].filter(({ kind }) => kind === 'project').length, environments };
}

/** True for a host name that does not reach this machine from other machines, so its links cannot be shared. */
export const isThisMachine = (hostname: string): boolean =>
  /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
