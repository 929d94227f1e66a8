/** What is pressed in more than one place. */
export const CANCEL = 'Cancel';
export const CLOSE = 'Close';
export const DISMISS = 'Dismiss';
export const DONE = 'Done';
export const SAVE = 'Save';
export const UNDO = 'Undo';
export const TRY_AGAIN = 'Try again';
