import type { SnoozeLength } from '#domain/view/snooze.ts';

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
export const END_SNOOZE = 'End the snooze';
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

export const labelTitleText = (name: string): string => `Label ${name}`;
export const LABEL = 'Label';
/** Beside the label, while it holds a token. */
export const TOKEN_IN_LABEL =
  'This looks like a token, so Envboard neither saves it nor puts it in the address. Clear the field and type a label.';
export const LABEL_HINT =
  'Replaces the name from Qovery on this board and in its link. Leave it empty to show the name from Qovery.';
