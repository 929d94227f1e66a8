/** Texts of the dialog that labels environments. */
export const TITLE = 'Bezeichnungen';
export const labelTitleText = (name: string): string => `Bezeichnung von ${name}`;
export const LABEL = 'Bezeichnung';
/** Beside the label, while it holds a token. */
export const TOKEN_IN_LABEL =
  'Das sieht nach einem Token aus. Envboard speichert es nicht und schreibt es nicht in die Adresse. Leeren Sie das Feld und geben Sie eine Bezeichnung ein.';
/** The explanation below one field, or below several. */
export const labelHint = (isAlone: boolean): string =>
  isAlone
    ? 'Ersetzt den Namen aus Qovery auf diesem Board und in seinem Link. Lassen Sie das Feld leer, um den Namen aus Qovery zu zeigen.'
    : 'Eine Bezeichnung ersetzt den Namen aus Qovery auf diesem Board und in seinem Link. Lassen Sie ein Feld leer, um den Namen aus Qovery zu zeigen.';

export const FIND = 'Umgebung suchen';
export const NOTHING_FOUND = 'Kein Treffer';
export const moreText = (count: number): string => `${count} weitere. Tippen Sie, um die Liste einzugrenzen.`;
