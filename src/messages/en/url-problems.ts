import type { UrlProblems } from '#domain/board/board-url.ts';
import { plural } from './common.ts';

const cappedText = (cappedPins: number): string =>
  cappedPins > 0 ? `${plural(cappedPins, 'pin')} left out: a board holds at most 8,000.` : '';
const leftOutText = (keys: readonly string[]): string =>
  keys.length > 0 ? `Left out, because Envboard cannot read it: ${keys.join(', ')}.` : '';

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
    cappedText(cappedPins),
    newerVersion && 'A newer version of Envboard made this link. This version shows the parts that it can read.',
    leftOutText(unreadable),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The parts of a saved board that could not be used; empty when there are none. */
export function savedProblemText({
  isUnreadable,
  unreadablePins,
  cappedPins,
  newerVersion,
  unreadable,
}: UrlProblems): string {
  return [
    isUnreadable && 'Envboard cannot read this saved board.',
    unreadablePins > 0 && `${plural(unreadablePins, 'pin')} of this saved board could not be read.`,
    unreadablePins > 0 && `${unreadablePins === 1 ? 'It stays' : 'They stay'} saved until you change the pins.`,
    cappedText(cappedPins),
    newerVersion && 'A newer version of Envboard saved this board. This version shows the parts that it can read.',
    leftOutText(unreadable),
  ]
    .filter(Boolean)
    .join(' ');
}

export const LOST_FRAGMENT =
  'The board in your link was lost while you signed in, because this browser did not keep its address. Open the link again.';
