/** Texts of the dialog that labels environments. */
export const TITLE = 'Libellés';
export const labelTitleText = (name: string): string => `Libellé de ${name}`;
export const LABEL = 'Libellé';
/** Beside the label, while it holds a token. */
export const TOKEN_IN_LABEL =
  'Ceci ressemble à un jeton : Envboard ne l’enregistre pas et ne le met pas dans l’adresse. Videz le champ et saisissez un libellé.';
/** The explanation below one field, or below several. */
export const labelHint = (isAlone: boolean): string =>
  isAlone
    ? 'Remplace le nom de Qovery sur ce tableau et dans son lien. Laissez vide pour afficher le nom de Qovery.'
    : 'Un libellé remplace le nom de Qovery sur ce tableau et dans son lien. Laissez un champ vide pour afficher le nom de Qovery.';

export const FIND = 'Chercher un environnement';
export const NOTHING_FOUND = 'Aucun résultat';
export const moreText = (count: number): string => `${count} de plus. Précisez pour réduire la liste.`;
