import { problemsTextOf } from '#languages/problems-text.ts';
import { counted, figures } from './common.ts';

const SHARED = {
  cappedPins: (count: number) =>
    `${counted(count, { one: '# elemento omitido', other: '# elementos omitidos' })}: un tablero admite ${figures(8_000)} como máximo.`,
  leftOut: (keys: string) => `Omitido, porque Envboard no puede leerlo: ${keys}.`,
};

/** The parts of a link that could not be used; empty when there are none. */
export const addressProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard no puede leer este enlace. Cópielo de nuevo donde lo encontró.',
  cut: 'Este enlace no tiene marca de final: se cortó, o lo creó una versión anterior de Envboard. Quizá falten entornos.',
  unreadablePins: (count) =>
    counted(count, {
      one: 'No se pudo leer # elemento fijado de este enlace.',
      other: 'No se pudieron leer # elementos fijados de este enlace.',
    }),
  newerVersion: 'Una versión más reciente de Envboard creó este enlace. Esta muestra las partes que puede leer.',
});

/** The parts of a saved board that could not be used; empty when there are none. */
export const savedProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard no puede leer este tablero guardado.',
  unreadablePins: (count) =>
    `${counted(count, {
      one: 'No se pudo leer # elemento fijado de este tablero guardado.',
      other: 'No se pudieron leer # elementos fijados de este tablero guardado.',
    })} ${counted(count, {
      one: 'Sigue guardado hasta que cambie los elementos fijados.',
      other: 'Siguen guardados hasta que cambie los elementos fijados.',
    })}`,
  newerVersion: 'Una versión más reciente de Envboard guardó este tablero. Esta muestra las partes que puede leer.',
});

export const LOST_FRAGMENT =
  'El tablero de su enlace se perdió al iniciar sesión, porque este navegador no conservó su dirección. Abra el enlace de nuevo.';
