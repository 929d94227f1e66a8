import { problemsTextOf } from '#languages/problems-text.ts';
import { plural } from './common.ts';

const SHARED = {
  cappedPins: (count: number) => `${plural(count, 'pin')} left out: a board holds at most 8,000.`,
  leftOut: (keys: string) => `Left out, because Envboard cannot read it: ${keys}.`,
};

/** The parts of a link that could not be used; empty when there are none. */
export const addressProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard cannot read this link. Copy it again where you found it.',
  cut: 'This link has no end mark: it was cut, or an older version of Envboard made it. Environments may be missing.',
  unreadablePins: (count) => `${plural(count, 'pin')} in this link could not be read.`,
  newerVersion: 'A newer version of Envboard made this link. This version shows the parts that it can read.',
});

/** The parts of a saved board that could not be used; empty when there are none. */
export const savedProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard cannot read this saved board.',
  unreadablePins: (count) =>
    `${plural(count, 'pin')} of this saved board could not be read. ${count === 1 ? 'It stays' : 'They stay'} saved until you change the pins.`,
  newerVersion: 'A newer version of Envboard saved this board. This version shows the parts that it can read.',
});

export const LOST_FRAGMENT =
  'The board in your link was lost while you signed in, because this browser did not keep its address. Open the link again.';
