/** The same identifier for the same number. */
export const idOf = (number: number): string => `3c90c3cc-0d44-4b50-8888-${number.toString(16).padStart(12, '0')}`;
