import type { UrlProblems } from '#domain/board/board-url.ts';
import type { FileProblem } from '#domain/board/boards-file.ts';
import type { JsonExpected } from '#domain/board/json-parser.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import { plural } from './common.ts';
import { boardTitle } from './titles.ts';

const EXPECTED = {
  value: 'a value is missing',
  text: 'a text is not closed, or holds a line break or an unknown “\\” sign',
  key: 'a name in double quotation marks is missing',
  colon: 'a colon is missing',
  commaOrBrace: 'a comma or “}” is missing',
  commaOrBracket: 'a comma or “]” is missing',
  end: 'the file should end here',
  lessDepth: 'brackets are nested too deeply',
  fewerValues: 'there is more in it than any boards need',
} as const satisfies Record<JsonExpected, string>;

const NEEDS = {
  file: 'the file must hold an object: { "envboard": 1, "boards": [ … ] }',
  envboard: '“envboard” must be the version of the file, a whole number',
  boards: '“boards” must be a list',
  board: 'a board must be an object with “name” and “address”',
  name: '“name” must be a text',
  address: '“address” must be a text',
} as const;

function leftText({ unreadablePins, cappedPins, newerVersion, unreadable }: UrlProblems): string {
  const left = [
    unreadablePins > 0 && plural(unreadablePins, 'pin'),
    cappedPins > 0 && `${plural(cappedPins, 'pin')} past 8,000`,
    ...unreadable.map((key) => `“${key}”`),
  ].filter((part) => part !== false);
  return [
    left.length > 0 && `Left out of its address: ${left.join(', ')}.`,
    newerVersion && 'A newer Envboard wrote it; what this one can read is used.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** One sentence for each thing that is wrong with a file of boards. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.kind) {
    case 'syntax':
      return `Line ${problem.line}, column ${problem.column}: ${EXPECTED[problem.expected]}.`;
    case 'missing':
      return `Line ${problem.line}: “${problem.field}” is missing.`;
    case 'mistyped':
      return `Line ${problem.line}: ${NEEDS[problem.field]}.`;
    case 'newer':
      return `It was written by a newer Envboard, as version ${problem.version}; this one reads version 1.`;
    case 'tooMany':
      return `It holds ${problem.count} boards; ${MAX_BOARDS} are the most that is read.`;
    case 'noBoard':
      return `Line ${problem.line}: “address” holds no board.`;
    case 'partly':
      return `Line ${problem.line}: “${boardTitle(problem.name)}” can be used. ${leftText(problem.left)}`;
    default:
      return problem satisfies never;
  }
}
