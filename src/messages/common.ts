/** Labels of buttons that several features share. */
export const CANCEL = 'Cancel';
export const CLOSE = 'Close';
export const DISMISS = 'Dismiss';
export const DONE = 'Done';
export const SAVE = 'Save';
export const UNDO = 'Undo';
export const TRY_AGAIN = 'Try again';

const format = new Intl.NumberFormat();

/** A number with the digits and separators of the browser's locale. */
export const figures = (count: number): string => format.format(count);

/** `1 environment`, `1,000 environments`. */
export const plural = (count: number, singular: string, many = `${singular}s`): string =>
  `${figures(count)} ${count === 1 ? singular : many}`;

export const environmentsText = (count: number): string => plural(count, 'environment');

export const PRODUCT = 'Envboard';

export const RELOAD = 'Reload';
export const TRY_NOW = 'Try now';
