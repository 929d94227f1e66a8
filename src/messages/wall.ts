import type { Summary } from '#domain/view/summary.ts';
import { plural } from './common.ts';

/** The wall's own words, in one place. */
export const WORDS = {
  unnamed: 'Untitled board',
  leave: 'Leave the wall (Esc)',
  fullScreen: 'Full screen (f)',
  leaveFullScreen: 'Leave full screen (f)',
  rotate: 'Show my boards in turn:',
  rotateNever: 'off',
  rotateNeedsTwo: 'Save a second board to show them in turn.',
  controls: 'Wall',
  summary: 'Summary',
  environments: 'Environments',
  live: 'Live',
  notLive: 'Not live',
  outOfDate: 'Out of date',
  notReached: 'Not reached',
  stuck: 'Longer than usual',
  snoozed: 'Snoozed',
  inProgress: 'in progress',
  waiting: 'waiting',
  neverDeployed: 'never deployed',
  nothingPinned: 'Nothing pinned yet',
  nothingPinnedNext: 'Leave the wall and pin the environments you care about.',
  noneYet: 'Nothing to show yet',
  noneYetNext: 'The pinned projects hold no environment that is known so far.',
  nothingMatches: 'No environment matches',
  clear: 'Clear filters',
  leaveToPin: 'Leave the wall',
  noReading: 'No reading yet.',
  paused: 'Paused by the reader.',
  pausedHidden: 'Paused while the page was hidden.',
  signIn: 'The server no longer accepts this session. Reload the page to sign in again.',
  trying: 'Trying now.',
  screenLapsed: 'The browser lets this screen sleep',
  keeping: 'The tiles keep their last readings.',
} as const;

export const startedText = (moment: string): string => `started ${moment}`;
export const startedAgoText = (age: string): string => `started ${age} ago`;
export const stuckText = (age: string | undefined): string =>
  age === undefined ? 'longer than usual' : `longer than usual: ${age}`;

export const shownText = (shown: number, all: number): string => `${shown} of ${all} shown`;
export const placeText = (place: number, all: number): string => `board ${place} of ${all}`;
export const unreadableText = (pins: number): string => `${plural(pins, 'pin')} in this link could not be read.`;
export const lateText = (late: number): string => `${plural(late, 'reading')} overdue.`;
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Since ${clock}${failing < all ? `, ${failing} of ${all} requests` : ''}.`;
export const nextTryText = (seconds: number): string => `Next try in ${seconds} s.`;
export const nextCheckText = (seconds: number): string => `Next check in ${seconds} s.`;
export const noneMatchesText = (all: number): string =>
  `${plural(all, 'environment')} on this board, none fits the filters.`;

/** What the last tile holds, the worst of it in words: `2 failing`, or that none is. */
export function restText({ counts: { failing, unknown }, notReached }: Summary): string {
  const parts = [
    failing > 0 && `${failing} failing`,
    failing === 0 && unknown === 0 && 'none failing',
    unknown > 0 && `${unknown} unknown`,
    notReached > 0 && `${notReached} not reached`,
  ].filter((part) => part !== false);
  return parts.join(', ');
}
export const moreText = (more: number): string => `+${more} more`;

/** A dwell time in words: `10 s`, `5 min`. */
export const dwellText = (seconds: number): string =>
  seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
