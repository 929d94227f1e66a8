import { counting } from './locale.ts';

/** Labels of buttons that several features share. */
export const CANCEL = 'Annuler';
export const CLOSE = 'Fermer';
export const DISMISS = 'Ignorer';
export const DONE = 'Terminé';
export const SAVE = 'Enregistrer';
export const UNDO = 'Annuler';
export const TRY_AGAIN = 'Réessayer';

export const { figures, counted } = counting;

/** `1 environnement`, `1 000 environnements`. */
export const plural = (count: number, singular: string, many = `${singular}s`): string =>
  counted(count, { one: `# ${singular}`, other: `# ${many}` });

export const environmentsText = (count: number): string => plural(count, 'environnement');

export const PRODUCT = 'Envboard';

export const RELOAD = 'Recharger';
export const TRY_NOW = 'Réessayer maintenant';
