import type { UrlProblems } from '#domain/board/board-url.ts';
import type { FileProblem } from '#domain/board/boards-file.ts';
import type { JsonExpected } from '#domain/board/json-parser.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import { figures, plural } from './common.ts';
import { boardTitle } from './titles.ts';

const EXPECTED = {
  value: 'ein Wert fehlt',
  text: 'ein Text hat kein schließendes Anführungszeichen, oder er enthält einen Zeilenumbruch oder eine unbekannte Sequenz mit „\\“',
  key: 'ein Name in geraden Anführungszeichen fehlt',
  colon: 'ein Doppelpunkt fehlt',
  commaOrBrace: 'ein Komma oder „}“ fehlt',
  commaOrBracket: 'ein Komma oder „]“ fehlt',
  end: 'hier sollte die Datei enden',
  lessDepth: 'die Klammern sind zu tief verschachtelt',
  fewerValues: 'die Datei enthält mehr Werte, als Boards brauchen',
} as const satisfies Record<JsonExpected, string>;

const NEEDS = {
  file: 'die Datei muss ein Objekt enthalten: { "envboard": 1, "boards": [ … ] }',
  envboard: '„envboard“ muss die Version der Datei sein, eine ganze Zahl',
  boards: '„boards“ muss eine Liste sein',
  board: 'ein Board muss ein Objekt mit „name“ und „address“ sein',
  name: '„name“ muss ein Text sein',
  address: '„address“ muss ein Text sein',
} as const;

function leftOutText({ unreadablePins, cappedPins, newerVersion, unreadable }: UrlProblems): string {
  const leftOut = [
    unreadablePins > 0 && plural(unreadablePins, 'Pin', 'Pins'),
    cappedPins > 0 && `${plural(cappedPins, 'Pin', 'Pins')} über der Grenze von ${figures(8_000)}`,
    ...unreadable.map((key) => `„${key}“`),
  ].filter((part) => part !== false);
  return [
    leftOut.length > 0 && `Aus der Adresse weggelassen: ${leftOut.join(', ')}.`,
    newerVersion &&
      'Eine neuere Version von Envboard hat es geschrieben. Diese Version verwendet die Teile, die sie lesen kann.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** One sentence for each problem of a board file. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.kind) {
    case 'syntax':
      return `Zeile ${problem.line}, Spalte ${problem.column}: ${EXPECTED[problem.expected]}.`;
    case 'missing':
      return `Zeile ${problem.line}: „${problem.field}“ fehlt.`;
    case 'mistyped':
      return `Zeile ${problem.line}: ${NEEDS[problem.field]}.`;
    case 'newer':
      return `Eine neuere Version von Envboard hat diese Datei geschrieben, im Format ${problem.version}. Diese Version liest Format 1.`;
    case 'tooMany':
      return `Die Datei enthält ${figures(problem.count)} Boards. Envboard liest höchstens ${figures(MAX_BOARDS)}.`;
    case 'noBoard':
      return `Zeile ${problem.line}: „address“ ist nicht die Adresse eines Boards.`;
    case 'partly':
      return `Zeile ${problem.line}: „${boardTitle(problem.name)}“ ist verwendbar. ${leftOutText(problem.left)}`;
    default:
      return problem satisfies never;
  }
}
