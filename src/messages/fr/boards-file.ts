import type { UrlProblems } from '#domain/board/board-url.ts';
import type { FileProblem } from '#domain/board/boards-file.ts';
import type { JsonExpected } from '#domain/board/json-parser.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import { plural } from './common.ts';
import { boardTitle } from './titles.ts';

const EXPECTED = {
  value: 'a value is missing',
  text: 'a text has no closing quotation mark, or holds a line break or an unknown “\\” escape',
  key: 'a name in double quotation marks is missing',
  colon: 'a colon is missing',
  commaOrBrace: 'a comma or “}” is missing',
  commaOrBracket: 'a comma or “]” is missing',
  end: 'the file should end here',
  lessDepth: 'brackets are nested too deeply',
  fewerValues: 'the file holds more values than boards need',
} as const satisfies Record<JsonExpected, string>;

const NEEDS = {
  file: 'the file must hold an object: { "envboard": 1, "boards": [ … ] }',
  envboard: '“envboard” must be the version of the file, a whole number',
  boards: '“boards” must be a list',
  board: 'a board must be an object with “name” and “address”',
  name: '“name” must be a text',
  address: '“address” must be a text',
} as const;

function leftOutText({ unreadablePins, cappedPins, newerVersion, unreadable }: UrlProblems): string {
  const leftOut = [
    unreadablePins > 0 && plural(unreadablePins, 'pin'),
    cappedPins > 0 && `${plural(cappedPins, 'pin')} beyond the limit of 8,000`,
    ...unreadable.map((key) => `“${key}”`),
  ].filter((part) => part !== false);
  return [
    leftOut.length > 0 && `Left out of its address: ${leftOut.join(', ')}.`,
    newerVersion && 'A newer version of Envboard wrote it. This version uses the parts that it can read.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** One sentence for each problem of a board file. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.kind) {
    case 'syntax':
      return `Line ${problem.line}, column ${problem.column}: ${EXPECTED[problem.expected]}.`;
    case 'missing':
      return `Line ${problem.line}: “${problem.field}” is missing.`;
    case 'mistyped':
      return `Line ${problem.line}: ${NEEDS[problem.field]}.`;
    case 'newer':
      return `A newer version of Envboard wrote this file, in format ${problem.version}. This version reads format 1.`;
    case 'tooMany':
      return `The file holds ${problem.count} boards. Envboard reads at most ${MAX_BOARDS}.`;
    case 'noBoard':
      return `Line ${problem.line}: “address” is not the address of a board.`;
    case 'partly':
      return `Line ${problem.line}: “${boardTitle(problem.name)}” can be used. ${leftOutText(problem.left)}`;
    default:
      return problem satisfies never;
  }
}
