import type { Summary } from '#domain/view/summary.ts';
import { counted, figures, plural } from './common.ts';

/** Texts that only the wall uses. */
export const WORDS = {
  unnamed: 'Tablero sin título',
  leave: 'Salir del mural',
  escape: 'Esc',
  fullScreen: 'Pantalla completa',
  leaveFullScreen: 'Salir de pantalla completa',
  rotate: 'Mis tableros por turnos:',
  rotateNever: 'no',
  rotateNeedsTwo: 'Guarde un segundo tablero para mostrarlos por turnos.',
  controls: 'Mural',
  noWallHere: 'Esta página no tiene mural: estos son sus entornos.',
  summary: 'Resumen',
  environments: 'Entornos',
  live: 'En vivo',
  notLive: 'No está en vivo',
  outOfDate: 'Desactualizado',
  notReached: 'Inaccesible',
  stuck: 'Más de lo habitual',
  snoozed: 'Silenciado',
  inProgress: 'en curso',
  waiting: 'en espera',
  neverDeployed: 'nunca desplegado',
  nothingPinned: 'Aún no hay nada fijado',
  nothingPinnedNext: 'Salga del mural y fije los entornos que le interesan.',
  noneYet: 'Aún no hay nada que mostrar',
  noneYetNext: 'Aún no se ha encontrado ningún entorno de los proyectos fijados.',
  nothingMatches: 'Ningún entorno coincide',
  clear: 'Borrar los filtros',
  notChecked: 'Aún sin comprobar.',
  cutLink: 'Este enlace no tiene marca de final: quizá falten entornos.',
  paused: 'El tablero está en pausa.',
  pausedHidden: 'En pausa mientras la página estaba oculta.',
  trying: 'Intentando ahora.',
  screenLapsed: 'El navegador deja que esta pantalla se apague',
  showingLastKnown: 'Los mosaicos muestran los últimos estados conocidos.',
} as const;

export const startedText = (moment: string): string => `iniciado: ${moment}`;
export const startedAgoText = (age: string): string => `iniciado hace ${age}`;
export const stuckText = (age: string | undefined): string =>
  age === undefined ? 'más de lo habitual' : `más de lo habitual: ${age}`;

export const shownText = (shown: number, all: number): string =>
  counted(shown, { one: `# de ${figures(all)} mostrado`, other: `# de ${figures(all)} mostrados` });
export const positionText = (position: number, all: number): string =>
  `tablero ${figures(position)} de ${figures(all)}`;
export const unreadableText = (pins: number): string =>
  counted(pins, {
    one: 'No se pudo leer # elemento fijado de este tablero.',
    other: 'No se pudieron leer # elementos fijados de este tablero.',
  });
export const lateText = (late: number): string => `${plural(late, 'respuesta')} con retraso.`;
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Con errores desde las ${clock}${failing < all ? `: ${figures(failing)} de ${plural(all, 'solicitud', 'solicitudes')}` : ''}.`;
export const nextTryText = (seconds: number): string => `Próximo intento en ${seconds} s.`;
export const nextCheckText = (seconds: number): string => `Próxima comprobación en ${seconds} s.`;
export const noneMatchesText = (all: number): string =>
  `Los filtros ocultan ${plural(all, 'entorno')} de este tablero.`;

/** Summarizes the environments behind the last tile: `2 con error`, or `ninguno con error`. */
export function restText({ counts: { failing, unknown }, notReached }: Summary): string {
  const parts = [
    failing > 0 && `${figures(failing)} con error`,
    failing === 0 && unknown === 0 && 'ninguno con error',
    unknown > 0 && plural(unknown, 'desconocido'),
    notReached > 0 && plural(notReached, 'inaccesible'),
  ].filter((part) => part !== false);
  return parts.join(', ');
}
export const moreText = (more: number): string => `+${figures(more)} más`;

/** A dwell time in words: `10 s`, `5 min`. */
export const dwellText = (seconds: number): string =>
  seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
