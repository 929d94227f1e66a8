import type { UrlProblems } from '#domain/board/board-url.ts';
import { counted, figures } from './common.ts';

const cappedText = (cappedPins: number): string =>
  cappedPins > 0
    ? `${counted(cappedPins, { one: '# elemento omitido', other: '# elementos omitidos' })}: un tablero admite ${figures(8_000)} como máximo.`
    : '';
const leftOutText = (keys: readonly string[]): string =>
  keys.length > 0 ? `Omitido, porque Envboard no puede leerlo: ${keys.join(', ')}.` : '';

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
    cappedText(cappedPins),
    newerVersion && 'Una versión más reciente de Envboard creó este enlace. Esta muestra las partes que puede leer.',
    leftOutText(unreadable),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The parts of a saved board that could not be used; empty when there are none. */
export function savedProblemText({
  isUnreadable,
  unreadablePins,
  cappedPins,
  newerVersion,
  unreadable,
}: UrlProblems): string {
  return [
    isUnreadable && 'Envboard no puede leer este tablero guardado.',
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: 'No se pudo leer # elemento fijado de este tablero guardado.',
        other: 'No se pudieron leer # elementos fijados de este tablero guardado.',
      }),
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: 'Sigue guardado hasta que cambie los elementos fijados.',
        other: 'Siguen guardados hasta que cambie los elementos fijados.',
      }),
    cappedText(cappedPins),
    newerVersion && 'Una versión más reciente de Envboard guardó este tablero. Esta muestra las partes que puede leer.',
    leftOutText(unreadable),
  ]
    .filter(Boolean)
    .join(' ');
}

export const LOST_FRAGMENT =
  'El tablero de su enlace se perdió al iniciar sesión, porque este navegador no conservó su dirección. Abra el enlace de nuevo.';
