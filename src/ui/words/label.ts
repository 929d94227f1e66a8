export const titleText = (name: string): string => `Label ${name}`;
export const LABEL = 'Label';
export const HINT = 'Shown instead of Qovery’s name, on this board and in its link. Leave it empty for Qovery’s name.';
