import { useMemo } from 'react';
import { hasProblems, type UrlProblems } from '#domain/board/board-url.ts';
import { encodePins } from '#domain/board/pin-list-codec.ts';
import { decodeSaved } from '#domain/board/saved-board.ts';
import { useCurrentBoard } from './current-board.ts';
import { useBoardUrl } from './use-board-url.ts';

/** The parts of the shown board that could not be decoded. `isSaved`: they are those of the saved board, not of the link. */
export type BoardProblems = { readonly problems: UrlProblems; readonly isSaved: boolean };

/**
 * Returns the problems of the link in the address, and otherwise those of the saved board that the address shows. After a
 * change of the pins it returns none: the change is saved without what could not be read.
 */
export function useBoardProblems(): BoardProblems {
  const { board, problems } = useBoardUrl();
  const saved = useCurrentBoard();
  const stored = useMemo(() => saved && decodeSaved(saved), [saved]);
  // A saved board is never cut. Older versions saved addresses without the mark that shows a cut link.
  const isCut = !stored && problems.isCut;
  const isSaved =
    stored !== undefined &&
    !hasProblems({ ...problems, isCut }) &&
    encodePins(stored.board.pins) === encodePins(board.pins);
  return useMemo(
    () => ({ problems: { ...(isSaved ? stored.problems : problems), isCut }, isSaved }),
    [problems, stored, isCut, isSaved],
  );
}
