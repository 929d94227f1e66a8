/**
 * A spreadsheet takes a text that begins with one of these for a formula, also in full width. Where the language separates
 * columns by semicolons or tabs, a new column begins after each of them, quoted or not.
 */
const FORMULA = /(^|[;\t\r\n])(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** Returns a text for a field of CSV, in which no spreadsheet finds a formula: an apostrophe makes it a text. */
export const withoutFormula = (text: string): string => text.replace(FORMULA, "$1'");
