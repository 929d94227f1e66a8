import { counting } from './locale.ts';

/** Labels of buttons that several features share. */
export const CANCEL = 'Cancelar';
export const CLOSE = 'Cerrar';
export const DISMISS = 'Descartar';
export const DONE = 'Listo';
export const SAVE = 'Guardar';
export const UNDO = 'Deshacer';
export const TRY_AGAIN = 'Reintentar';

export const { figures, counted } = counting;

/** `1 entorno`, `1000 entornos`. */
export const plural = (count: number, singular: string, many = `${singular}s`): string =>
  counted(count, { one: `# ${singular}`, other: `# ${many}` });

export const environmentsText = (count: number): string => plural(count, 'entorno');

export const PRODUCT = 'Envboard';

export const RELOAD = 'Recargar';
export const TRY_NOW = 'Reintentar ahora';
