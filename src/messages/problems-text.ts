import type { UrlProblems } from '#domain/board/board-url.ts';

/** The sentences of a language about the parts of a link, or of a saved board, that could not be used. */
type ProblemWords = {
  readonly unreadable: string;
  /** Absent for a saved board, which is never cut. */
  readonly cut?: string;
  readonly unreadablePins: (count: number) => string;
  readonly cappedPins: (count: number) => string;
  readonly newerVersion: string;
  readonly leftOut: (keys: string) => string;
};

/** Returns a function that joins the sentences for the problems of a link or of a saved board; empty when there are none. */
export const problemsTextOf =
  (words: ProblemWords) =>
  ({ isUnreadable, isCut, unreadablePins, cappedPins, newerVersion, unreadable }: UrlProblems): string =>
    [
      isUnreadable && words.unreadable,
      isCut && words.cut,
      unreadablePins > 0 && words.unreadablePins(unreadablePins),
      cappedPins > 0 && words.cappedPins(cappedPins),
      newerVersion && words.newerVersion,
      unreadable.length > 0 && words.leftOut(unreadable.join(', ')),
    ]
      .filter(Boolean)
      .join(' ');
