import type { UrlProblems } from '#domain/board/board-url.ts';
import type { FileProblem } from '#domain/board/boards-file.ts';
import type { JsonExpected } from '#domain/board/json-parser.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import { figures, plural } from './common.ts';
import { boardTitle } from './titles.ts';

const EXPECTED = {
  value: 'il manque une valeur',
  text: 'un texte n’a pas de guillemet fermant, ou contient un saut de ligne ou une séquence « \\ » inconnue',
  key: 'il manque un nom entre guillemets droits',
  colon: 'il manque un deux-points',
  commaOrBrace: 'il manque une virgule ou « } »',
  commaOrBracket: 'il manque une virgule ou « ] »',
  end: 'le fichier devrait se terminer ici',
  lessDepth: 'les crochets sont imbriqués trop profondément',
  fewerValues: 'le fichier contient plus de valeurs que n’en demandent des tableaux',
} as const satisfies Record<JsonExpected, string>;

const NEEDS = {
  file: 'le fichier doit contenir un objet : { "envboard": 1, "boards": [ … ] }',
  envboard: '« envboard » doit être la version du fichier, un nombre entier',
  boards: '« boards » doit être une liste',
  board: 'un tableau doit être un objet avec « name » et « address »',
  name: '« name » doit être un texte',
  address: '« address » doit être un texte',
} as const;

function leftOutText({ unreadablePins, cappedPins, newerVersion, unreadable }: UrlProblems): string {
  const leftOut = [
    unreadablePins > 0 && plural(unreadablePins, 'épingle'),
    cappedPins > 0 && `${plural(cappedPins, 'épingle')} au-delà de la limite de ${figures(8_000)}`,
    ...unreadable.map((key) => `« ${key} »`),
  ].filter((part) => part !== false);
  return [
    leftOut.length > 0 && `Ignoré dans son adresse : ${leftOut.join(', ')}.`,
    newerVersion && 'Une version plus récente d’Envboard l’a écrit. Celle-ci utilise ce qu’elle sait lire.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** One sentence for each problem of a board file. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.kind) {
    case 'syntax':
      return `Ligne ${problem.line}, colonne ${problem.column} : ${EXPECTED[problem.expected]}.`;
    case 'missing':
      return `Ligne ${problem.line} : il manque « ${problem.field} ».`;
    case 'mistyped':
      return `Ligne ${problem.line} : ${NEEDS[problem.field]}.`;
    case 'newer':
      return `Une version plus récente d’Envboard a écrit ce fichier, au format ${problem.version}. Celle-ci lit le format 1.`;
    case 'tooMany':
      return `Le fichier contient ${figures(problem.count)} tableaux. Envboard en lit ${figures(MAX_BOARDS)} au plus.`;
    case 'noBoard':
      return `Ligne ${problem.line} : « address » n’est pas l’adresse d’un tableau.`;
    case 'partly':
      return `Ligne ${problem.line} : « ${boardTitle(problem.name)} » est utilisable. ${leftOutText(problem.left)}`;
    default:
      return problem satisfies never;
  }
}
