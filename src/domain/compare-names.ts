/** Orders two names as a user reads them: numbers in them by their value, the same in every language. For `toSorted`. */
export const compareNames = new Intl.Collator('en', { numeric: true }).compare;
