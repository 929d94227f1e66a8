/** Texts of the dialog that labels environments. */
export const TITLE = 'Etiquetas';
export const labelTitleText = (name: string): string => `Etiqueta de ${name}`;
export const LABEL = 'Etiqueta';
/** Beside the label, while it holds a token. */
export const TOKEN_IN_LABEL =
  'Esto parece un token: Envboard no lo guarda ni lo pone en la dirección. Vacíe el campo y escriba una etiqueta.';
/** The explanation below one field, or below several. */
export const labelHint = (isAlone: boolean): string =>
  isAlone
    ? 'Sustituye el nombre de Qovery en este tablero y en su enlace. Deje el campo vacío para mostrar el nombre de Qovery.'
    : 'Una etiqueta sustituye el nombre de Qovery en este tablero y en su enlace. Deje un campo vacío para mostrar el nombre de Qovery.';

export const FIND = 'Buscar un entorno';
export const NOTHING_FOUND = 'Sin resultados';
export const moreText = (count: number): string => `${count} más. Siga escribiendo para acortar la lista.`;
