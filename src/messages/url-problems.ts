import type { UrlProblems } from '#domain/board/board-url.ts';
import { plural } from './common.ts';

/** What of a link could not be used; empty when all could. */
export function addressProblemText({ unreadablePins, cappedPins, newerVersion, unreadable }: UrlProblems): string {
  return [
    unreadablePins > 0 && `${plural(unreadablePins, 'pin')} in this link could not be read.`,
    cappedPins > 0 && `${plural(cappedPins, 'pin')} were left out: a board holds 8,000.`,
    newerVersion && 'This link was written by a newer Envboard; what this one can read is shown.',
    unreadable.length > 0 && `Not understood and left out: ${unreadable.join(', ')}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}
