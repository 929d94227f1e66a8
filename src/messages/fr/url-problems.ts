import type { UrlProblems } from '#domain/board/board-url.ts';
import { plural } from './common.ts';

/** The parts of a link that could not be used; empty when there are none. */
export function addressProblemText({
  isUnreadable,
  isCut,
  unreadablePins,
  cappedPins,
  newerVersion,
  unreadable,
}: UrlProblems): string {
  return [
    isUnreadable && 'Envboard cannot read this link. Copy it again where you found it.',
    isCut &&
      'This link has no end mark: it was cut, or an older version of Envboard made it. Environments may be missing.',
    unreadablePins > 0 && `${plural(unreadablePins, 'pin')} in this link could not be read.`,
    cappedPins > 0 && `${plural(cappedPins, 'pin')} left out: a board holds at most 8,000.`,
    newerVersion && 'A newer version of Envboard made this link. This version shows the parts that it can read.',
    unreadable.length > 0 && `Left out, because Envboard cannot read it: ${unreadable.join(', ')}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const LOST_FRAGMENT =
  'The board in your link was lost while you signed in, because this browser did not keep its address. Open the link again.';
