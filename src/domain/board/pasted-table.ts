import type { JsonValue } from './json-parser.ts';
import { KINDS } from './pasted-ids.ts';

const SEPARATORS = ['\t', '|', ';', ','] as const;
/** A name of a column. An id has more hyphens and digits than such a name. */
const COLUMN = /^\p{L}[\p{L}_ -]{0,39}$/u;
const KIND_COLUMN = new RegExp(`^(?:env|${KINDS})s?(?:[-_ ]?ids?)?$`, 'i');
/** Longer lines are no rows of a table that a user pastes. */
const MAX_ROW_LENGTH = 2_000;

/** Returns the cells of a line. A separator between quotation marks belongs to its cell. */
const cellsOf = (line: string, separator: string): readonly string[] =>
  line
    .replaceAll(/"[^"]*"/g, (cell) => cell.replaceAll(separator, ' '))
    .replace(separator === '|' ? /^\s*\||\|\s*$/g : '', '')
    .split(separator)
    .map((cell) => cell.replaceAll(/^[\s"*`]+|[\s"*`]+$/g, ''));

type Header = { readonly separator: string; readonly columns: readonly string[] };

function headerOf(line: string): Header | undefined {
  const separator = SEPARATORS.find((mark) => line.includes(mark));
  if (separator === undefined || line.length > MAX_ROW_LENGTH) return undefined;
  const columns = cellsOf(line, separator);
  const isHeader =
    columns.length > 1 &&
    new Set(columns).size === columns.length &&
    columns.every((column) => COLUMN.test(column)) &&
    columns.some((column) => KIND_COLUMN.test(column));
  return isHeader ? { separator, columns } : undefined;
}

function rowOf(line: string, { separator, columns }: Header): JsonValue | undefined {
  if (line.length > MAX_ROW_LENGTH) return undefined;
  const cells = cellsOf(line, separator);
  if (cells.length !== columns.length) return undefined;
  const members = columns.map((column, n) => [column, { kind: 'text', value: cells[n] ?? '', line: 0 }] as const);
  return { kind: 'object', members: new Map<string, JsonValue>(members), line: 0 };
}

/** Returns the lines of a text, and a row below a header with the name of a kind as an object of its columns. */
export function tableRows(text: string): readonly (string | JsonValue)[] {
  let header: Header | undefined;
  return text.split('\n').map((line) => {
    const next = headerOf(line);
    const row = next || !header ? undefined : rowOf(line, header);
    if (next) header = next;
    else if (!row) header = undefined;
    return row ?? line;
  });
}
