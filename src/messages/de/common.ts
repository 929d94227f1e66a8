import { counting } from './locale.ts';

/** Labels of buttons that several features share. */
export const CANCEL = 'Abbrechen';
export const CLOSE = 'Schließen';
export const DISMISS = 'Schließen';
export const DONE = 'Fertig';
export const SAVE = 'Speichern';
export const UNDO = 'Rückgängig';
export const TRY_AGAIN = 'Erneut versuchen';

export const { figures, counted } = counting;

/** `1 Umgebung`, `1.000 Umgebungen`. German has no regular plural, so the second form is `singular` when it is left out. */
export const plural = (count: number, singular: string, many = singular): string =>
  counted(count, { one: `# ${singular}`, other: `# ${many}` });

export const environmentsText = (count: number): string => plural(count, 'Umgebung', 'Umgebungen');

export const PRODUCT = 'Envboard';

export const RELOAD = 'Neu laden';
export const TRY_NOW = 'Jetzt versuchen';
