/** What is pressed in more than one place. */
export const CANCEL = 'Cancel';
export const CLOSE = 'Close';
export const DISMISS = 'Dismiss';
export const DONE = 'Done';
export const SAVE = 'Save';
export const UNDO = 'Undo';
export const TRY_AGAIN = 'Try again';

const format = new Intl.NumberFormat();

/** A number in the reader's own figures. */
export const figures = (count: number): string => format.format(count);

/** `1 environment`, `1,000 environments`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${figures(count)} ${count === 1 ? one : many}`;

export const environmentsText = (count: number): string => plural(count, 'environment');

export const PRODUCT = 'Envboard';

export const RELOAD = 'Reload';
export const TRY_NOW = 'Try now';
