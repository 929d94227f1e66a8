/** Texts of the dialog that labels environments. */
export const TITLE = 'Labels';
export const labelTitleText = (name: string): string => `Label ${name}`;
export const LABEL = 'Label';
/** Beside the label, while it holds a token. */
export const TOKEN_IN_LABEL =
  'This looks like a token, so Envboard neither saves it nor puts it in the address. Clear the field and type a label.';
/** The explanation below one field, or below several. */
export const labelHint = (isAlone: boolean): string =>
  isAlone
    ? 'Replaces the name from Qovery on this board and in its link. Leave it empty to show the name from Qovery.'
    : 'A label replaces the name from Qovery on this board and in its link. Leave a field empty to show the name from Qovery.';

export const FIND = 'Find an environment';
export const NOTHING_FOUND = 'Nothing matches';
export const moreText = (count: number): string => `${count} more. Type to narrow the list.`;
