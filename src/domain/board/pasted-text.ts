/** Stands for a line end in a field of one line: browsers remove line feeds from its value, but keep an em space. */
const LINE_END_MARK = '\u2003';

/** Returns a text without line feeds, from which `readPastedPins` restores the lines. */
export const inOneLine = (text: string): string => text.replaceAll(/[\r\n][^\S\t]*/g, LINE_END_MARK);

/** Restores the lines, and removes invisible characters and the backslashes before the slashes of a JSON text. */
export const withLines = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(LINE_END_MARK, '\n')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('\\/', '/');

const HYPHEN_ENTITY = /^(?:hyphen|dash|ndash|minus)$/i;

/** Decodes the escapes of HTML, JSON and addresses, beside and inside which an id does not look like one. */
export const withoutEscapes = (text: string): string =>
  text
    .replaceAll(/\\[nr]/g, '\n')
    .replaceAll(/\\[tbf]/g, ' ')
    .replaceAll(/\\u([0-9a-f]{4})|&#x([0-9a-f]{1,5});/gi, (_, json?: string, html?: string) =>
      String.fromCodePoint(Number.parseInt(json ?? html ?? '', 16)),
    )
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w{2,6});/g, (_, name: string) => (HYPHEN_ENTITY.test(name) ? '-' : ' '))
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/%(?:25)*([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
