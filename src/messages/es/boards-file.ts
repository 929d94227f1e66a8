import type { UrlProblems } from '#domain/board/board-url.ts';
import type { FileProblem } from '#domain/board/boards-file.ts';
import type { JsonExpected } from '#domain/board/json-parser.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import { counted, figures } from './common.ts';
import { boardTitle } from './titles.ts';

const EXPECTED = {
  value: 'falta un valor',
  text: 'un texto no tiene comilla de cierre, o contiene un salto de línea o una secuencia «\\» desconocida',
  key: 'falta un nombre entre comillas rectas',
  colon: 'faltan dos puntos',
  commaOrBrace: 'falta una coma o «}»',
  commaOrBracket: 'falta una coma o «]»',
  end: 'el archivo debería terminar aquí',
  lessDepth: 'los corchetes están anidados con demasiada profundidad',
  fewerValues: 'el archivo contiene más valores de los que necesitan los tableros',
} as const satisfies Record<JsonExpected, string>;

const NEEDS = {
  file: 'el archivo debe contener un objeto: { "envboard": 1, "boards": [ … ] }',
  envboard: '«envboard» debe ser la versión del archivo, un número entero',
  boards: '«boards» debe ser una lista',
  board: 'un tablero debe ser un objeto con «name» y «address»',
  name: '«name» debe ser un texto',
  address: '«address» debe ser un texto',
} as const;

const pinsText = (pins: number): string => counted(pins, { one: '# elemento fijado', other: '# elementos fijados' });

function leftOutText({ unreadablePins, cappedPins, newerVersion, unreadable }: UrlProblems): string {
  const leftOut = [
    unreadablePins > 0 && pinsText(unreadablePins),
    cappedPins > 0 && `${pinsText(cappedPins)} por encima del límite de ${figures(8_000)}`,
    ...unreadable.map((key) => `«${key}»`),
  ].filter((part) => part !== false);
  return [
    leftOut.length > 0 && `Omitido de su dirección: ${leftOut.join(', ')}.`,
    newerVersion && 'Lo escribió una versión más reciente de Envboard. Esta usa las partes que puede leer.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** One sentence for each problem of a board file. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.kind) {
    case 'syntax':
      return `Línea ${problem.line}, columna ${problem.column}: ${EXPECTED[problem.expected]}.`;
    case 'missing':
      return `Línea ${problem.line}: falta «${problem.field}».`;
    case 'mistyped':
      return `Línea ${problem.line}: ${NEEDS[problem.field]}.`;
    case 'newer':
      return `Una versión más reciente de Envboard escribió este archivo, en el formato ${problem.version}. Esta lee el formato 1.`;
    case 'tooMany':
      return `El archivo contiene ${figures(problem.count)} tableros. Envboard lee ${figures(MAX_BOARDS)} como máximo.`;
    case 'noBoard':
      return `Línea ${problem.line}: «address» no es la dirección de un tablero.`;
    case 'partly':
      return `Línea ${problem.line}: «${boardTitle(problem.name)}» se puede usar. ${leftOutText(problem.left)}`;
    default:
      return problem satisfies never;
  }
}
