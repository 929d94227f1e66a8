import type { SnoozeLength } from '#domain/view/snooze.ts';

export const DETAILS = 'Details';
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

/** What was pinned is unpinned, what a project brings is hidden, what leaves by itself is dismissed. */
export const UNPIN = 'Unpin';
export const HIDE = 'Hide from this board';
export const DISMISS = 'Dismiss';

export const copiedText = (name: string): string => `The id of ${name} is copied.`;
export const notCopiedText = (id: string): string => `This browser does not allow copying. The id is ${id}.`;

export const DEPLOYED = 'Deployed';
export const DURATION = 'Duration';
export const ORIGIN = 'Origin';
export const LAST_RESULT = 'Last result';
/** Before a moment: `started 4 minutes ago`. */
export const STARTED = 'started';

export const labelTitleText = (name: string): string => `Label ${name}`;
export const LABEL = 'Label';
/** Beside the label, while it holds a token. */
export const TOKEN_IN_LABEL =
  'This looks like a token, so it stays out of the address and is not saved. Empty the field to type a label.';
export const LABEL_HINT =
  'Shown instead of Qovery’s name, on this board and in its link. Leave it empty for Qovery’s name.';
