import type { UrlProblems } from '#domain/board/board-url.ts';
import { counted, figures } from './common.ts';

/** The parts of a link that could not be used; empty when there are none. */
export function addressProblemText({
  isUnreadable,
  isCut,
  unreadablePins,
  cappedPins,
  newerVersion,
  unreadable,
}: UrlProblems): string {
  return [
    isUnreadable && 'Envboard no puede leer este enlace. Cópielo de nuevo donde lo encontró.',
    isCut &&
      'Este enlace no tiene marca de final: se cortó, o lo creó una versión anterior de Envboard. Quizá falten entornos.',
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: 'No se pudo leer # elemento fijado de este enlace.',
        other: 'No se pudieron leer # elementos fijados de este enlace.',
      }),
    cappedPins > 0 &&
      `${counted(cappedPins, { one: '# elemento omitido', other: '# elementos omitidos' })}: un tablero admite ${figures(8_000)} como máximo.`,
    newerVersion && 'Una versión más reciente de Envboard creó este enlace. Esta muestra las partes que puede leer.',
    unreadable.length > 0 && `Omitido, porque Envboard no puede leerlo: ${unreadable.join(', ')}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const LOST_FRAGMENT =
  'El tablero de su enlace se perdió al iniciar sesión, porque este navegador no conservó su dirección. Abra el enlace de nuevo.';
