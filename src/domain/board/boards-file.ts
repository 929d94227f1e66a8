import { cleanText } from '#domain/text.ts';
import { decodeBoard, encodeBoard, hasProblems, type UrlProblems } from './board-url.ts';
import { type JsonFault, type JsonValue, parseJson } from './json-parser.ts';
import { boardOf, editedAddress, MAX_BOARDS, NAME_LENGTH, type SavedBoards } from './saved-board.ts';

export const BOARDS_FILE = 'envboard-boards.json';
/** Maximum size of an imported file, in bytes. */
export const MAX_FILE_BYTES = 1_000_000;
export const FILE_VERSION = 1;

/** A board in an exported file. */
export type FileBoard = { readonly name: string; readonly address: string };

type Field = 'file' | 'envboard' | 'boards' | 'board' | 'name' | 'address';

/** Why a file, or a part of it, cannot be imported. `line` counts from 1. */
export type FileProblem =
  | ({ readonly kind: 'syntax' } & JsonFault)
  | { readonly kind: 'missing' | 'mistyped'; readonly line: number; readonly field: Field }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'tooMany'; readonly count: number }
  | { readonly kind: 'noBoard'; readonly line: number }
  /** The board can be imported, without the invalid parts of its address. */
  | { readonly kind: 'partly'; readonly line: number; readonly name: string; readonly left: UrlProblems };

/** The boards that can be imported from a file, and the problems found. */
export type BoardsFile = { readonly boards: readonly FileBoard[]; readonly problems: readonly FileProblem[] };

/**
 * Returns an address for a file: without open details, and without the search text, which may be a person's name. Pins that
 * this version cannot read stay in it.
 */
const fileAddress = (address: string): string => editedAddress({ address }, { ...boardOf({ address }), query: '' });

/**
 * Returns boards as the text of a file for `readBoardsFile` of this version and later ones. Empty boards are left out.
 */
export function writeBoardsFile(boards: SavedBoards): string {
  const exported = boards
    .map((board): FileBoard => ({ name: boardOf(board).name, address: fileAddress(board.address) }))
    .filter(({ address }) => address !== '');
  return `${JSON.stringify({ envboard: FILE_VERSION, boards: exported }, null, 2)}\n`;
}

const refused = (...problems: readonly FileProblem[]): BoardsFile => ({ boards: [], problems });

/** Parses any text into boards. Valid boards are returned even when other boards have problems. Never throws. */
export function readBoardsFile(text: string): BoardsFile {
  const parsed = parseJson(text);
  if ('fault' in parsed) return refused({ kind: 'syntax', ...parsed.fault });
  const { value: file } = parsed;
  if (file.kind !== 'object') return refused({ kind: 'mistyped', line: file.line, field: 'file' });

  const version = file.members.get('envboard');
  if (!version) return refused({ kind: 'missing', line: file.line, field: 'envboard' });
  if (version.kind !== 'number' || !Number.isInteger(version.value) || version.value < 1) {
    return refused({ kind: 'mistyped', line: version.line, field: 'envboard' });
  }
  if (version.value > FILE_VERSION) return refused({ kind: 'newer', version: version.value });

  const list = file.members.get('boards');
  if (!list) return refused({ kind: 'missing', line: file.line, field: 'boards' });
  if (list.kind !== 'list') return refused({ kind: 'mistyped', line: list.line, field: 'boards' });
  if (list.items.length > MAX_BOARDS) return refused({ kind: 'tooMany', count: list.items.length });
  const read = list.items.map(readBoard);
  return {
    boards: read.flatMap(({ board }) => board ?? []),
    problems: read.flatMap(({ problem }) => problem ?? []),
  };
}

type BoardReading = { readonly board?: FileBoard; readonly problem?: FileProblem };

function readBoard(entry: JsonValue): BoardReading {
  if (entry.kind !== 'object') return { problem: { kind: 'mistyped', line: entry.line, field: 'board' } };
  const address = entry.members.get('address');
  if (!address) return { problem: { kind: 'missing', line: entry.line, field: 'address' } };
  const { line } = address;
  if (address.kind !== 'text') return { problem: { kind: 'mistyped', line, field: 'address' } };
  const name = entry.members.get('name');
  if (name && name.kind !== 'text') return { problem: { kind: 'mistyped', line: name.line, field: 'name' } };

  const { board, problems } = decodeBoard(address.value);
  const named = { ...board, name: cleanText(name?.value ?? '', NAME_LENGTH) || board.name };
  if (fileAddress(encodeBoard(board)) === '') return { problem: { kind: 'noBoard', line } };
  const usable = { name: named.name, address: fileAddress(encodeBoard(named)) };
  return isComplete(problems)
    ? { board: usable }
    : { board: usable, problem: { kind: 'partly', line, name: named.name, left: problems } };
}

/** A missing guard is no problem: no program cuts the addresses in a file, and older versions wrote them without one. */
const isComplete = (problems: UrlProblems): boolean => !hasProblems({ ...problems, isCut: false });

/** Returns the addresses in a file that are not saved yet, each once, and the number of boards left out (`duplicates`). */
export function newAddresses(
  imported: readonly FileBoard[],
  saved: SavedBoards,
): { readonly added: readonly string[]; readonly duplicates: number } {
  const savedAddresses = new Set(saved.map(({ address }) => fileAddress(address)));
  const added = [...new Set(imported.map(({ address }) => address))].filter((address) => !savedAddresses.has(address));
  return { added, duplicates: imported.length - added.length };
}
