import { counting } from './locale.ts';

/** Labels of buttons that several features share. */
export const CANCEL = 'Cancel';
export const CLOSE = 'Close';
export const DISMISS = 'Dismiss';
export const DONE = 'Done';
export const SAVE = 'Save';
export const UNDO = 'Undo';
export const TRY_AGAIN = 'Try again';

/**
 * `figures` writes a number with the digits and separators of the browser's locale. `counted` chooses the form of a text
 * that goes with a number, and writes the number in place of `#`.
 */
export const { figures, counted } = counting;

/** `1 environment`, `1,000 environments`. */
export const plural = (count: number, singular: string, many = `${singular}s`): string =>
  counted(count, { one: `# ${singular}`, other: `# ${many}` });

export const environmentsText = (count: number): string => plural(count, 'environment');

export const PRODUCT = 'Envboard';

export const RELOAD = 'Reload';
export const TRY_NOW = 'Try now';
