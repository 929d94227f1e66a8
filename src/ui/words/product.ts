export const PRODUCT = 'Envboard';
