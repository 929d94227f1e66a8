import { type Board, DEFAULT_BOARD } from './board.ts';
import { boardLocation } from './board-url.ts';

export type ShareChoice = {
  /** Tones, out of date and the words searched for. */
  readonly withFilters: boolean;
  readonly asWall: boolean;
};

/** The board as it is handed to others: what is open on this screen, and turning my boards, stay here. */
export function sharedBoard(board: Board, { withFilters, asWall }: ShareChoice): Board {
  const { tones, outOfDate, query } = withFilters ? board : DEFAULT_BOARD;
  return {
    ...board,
    tones,
    outOfDate,
    query,
    view: asWall ? 'wall' : board.view,
    details: undefined,
    rotateSeconds: undefined,
  };
}

export type SharedLink = {
  readonly href: string;
  /** Long enough for some chat programs to cut it. */
  readonly isLong: boolean;
  /** The board stands behind the `#`, which a sign-on page may lose. */
  readonly isInFragment: boolean;
};

const CHAT_LENGTH = 2_048;

/** `page` is the address of the page itself, without search and fragment. */
export function linkTo(page: string, board: Board): SharedLink {
  const { search, hash } = boardLocation(board);
  const href = `${page}${search}${hash}`;
  return { href, isLong: href.length > CHAT_LENGTH, isInFragment: hash !== '' };
}

/** True for a host name that means another machine, or none, to everybody else. */
export const isThisMachine = (hostname: string): boolean =>
  /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
