import type { Summary } from '#domain/view/summary.ts';
import { plural } from './common.ts';

/** Texts that only the wall uses. */
export const WORDS = {
  unnamed: 'Untitled board',
  leave: 'Leave the wall',
  escape: 'Esc',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  rotate: 'Show my boards in turn:',
  rotateNever: 'off',
  rotateNeedsTwo: 'Save a second board to show them in turn.',
  controls: 'Wall',
  noWallHere: 'This page has no wall: these are its environments.',
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
  noneYetNext: 'No environment of the pinned projects has been found yet.',
  nothingMatches: 'No environment matches',
  clear: 'Clear filters',
  notChecked: 'Not checked yet.',
  cutLink: 'This link has no end mark: environments may be missing.',
  paused: 'You paused the board.',
  pausedHidden: 'Paused while the page was hidden.',
  trying: 'Trying now.',
  screenLapsed: 'The browser lets this screen sleep',
  showingLastKnown: 'The tiles show the last known states.',
} as const;

export const startedText = (moment: string): string => `started ${moment}`;
export const startedAgoText = (age: string): string => `started ${age} ago`;
export const stuckText = (age: string | undefined): string =>
  age === undefined ? 'longer than usual' : `longer than usual: ${age}`;

export const shownText = (shown: number, all: number): string => `${shown} of ${all} shown`;
export const positionText = (position: number, all: number): string => `board ${position} of ${all}`;
export const unreadableText = (pins: number): string => `${plural(pins, 'pin')} of this board could not be read.`;
export const lateText = (late: number): string => `${plural(late, 'answer')} overdue.`;
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Failing since ${clock}${failing < all ? `: ${failing} of ${all} requests` : ''}.`;
export const nextTryText = (seconds: number): string => `Next try in ${seconds} s.`;
export const nextCheckText = (seconds: number): string => `Next check in ${seconds} s.`;
export const noneMatchesText = (all: number): string => `The filters hide ${plural(all, 'environment')} on this board.`;

/** Summarizes the environments behind the last tile: `2 failing`, or `none failing`. */
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
