import type { SnoozeLength } from '#domain/view/snooze.ts';
import { shortTimes } from './date-time.ts';

export const DETAILS = 'Details';
export const ACTIVITY = 'Activity';
export const OPEN_IN_QOVERY = 'Open in Qovery';
export const OPEN_LAST_DEPLOYMENT = 'Open the last deployment';
export const COPY_ID = 'Copy id';
export const EDIT_LABEL = 'Label…';
export const SNOOZE_WORDS = {
  changed: 'Snooze until it changes',
  hour: 'Snooze for 1 hour',
  tomorrow: 'Snooze until tomorrow',
} as const satisfies Record<SnoozeLength, string>;
/** `until` is in epoch milliseconds; undefined when only a change ends the snooze. */
export const endSnoozeText = (until: number | undefined, timeZone: string): string =>
  until === undefined ? 'End the snooze' : `End the snooze (until ${shortTimes.clock(until, timeZone)})`;
export const MOVE_EARLIER = 'Move earlier';
export const MOVE_LATER = 'Move later';

/** The user unpins a pinned environment, hides an environment of a pinned project, and dismisses a missing one. */
export const UNPIN = 'Unpin';
export const HIDE = 'Hide from this board';
export const DISMISS = 'Dismiss';

export const DRAG_TO_MOVE = 'Drag to move';

export const copiedText = (name: string): string => `The id of ${name} is copied.`;
export const notCopiedText = (id: string): string => `This browser does not allow copying. The id is ${id}.`;

/** Replaces the time of the last deployment when Qovery gives none. */
export const NO_DATE = 'no deployment date';
export const tookText = (duration: string): string => `took ${duration}`;
/** Precedes the result of the last deployment where it differs from the state. */
export const LAST_RESULT = 'last result';
/** Precedes a time: `started 4 minutes ago`. */
export const STARTED = 'started';
export const QUEUED = 'queued';
