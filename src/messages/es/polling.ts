import { figures, plural } from './common.ts';
import { shortAge } from './relative-time.ts';

const aheadText = (skewMs: number): string => `${skewMs > 0 ? 'adelantado' : 'atrasado'} ${shortAge(Math.abs(skewMs))}`;

/** Beside the freshness line: `Reloj adelantado 3 min`. */
export const shortSkewText = (skewMs: number): string => `Reloj ${aheadText(skewMs)}`;

/** The full text, with its consequence. `skewMs` is positive for a clock that is ahead. */
export const skewText = (skewMs: number): string =>
  `El reloj de este equipo está ${aheadText(skewMs)} respecto al del servidor. Los tiempos de esta página siguen la hora del servidor. Ajuste el reloj en la configuración del sistema.`;

export const REFRESH = 'Actualizar ahora';
export const PAUSE = 'Pausar';
export const RESUME = 'Reanudar';
export const CHECK_EVERY = 'Comprobar los entornos cada';

/** `10 s`, `5 min`. */
export const intervalChoiceText = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`);

export const HOW_OFTEN = 'Frecuencia de comprobación del tablero';

/** Why the poll scheduler sends no requests. */
export const PHASE_WORDS = {
  paused: 'En pausa',
  hidden: 'En pausa por estar oculto',
  offline: 'Sin conexión',
  ended: 'Token rechazado',
  signedOut: 'Sesión terminada',
} as const;

export const NOTHING_TO_CHECK = 'Nada que comprobar';

const secondsText = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

/** `30 s`, `10 min`. */
export const intervalText = (ms: number): string =>
  ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : secondsText(ms);

export const rangeText = (min: string, max: string): string => `${min} a ${max}`;

export const NOT_REACHED = 'Inaccesible';
export const HOUR_SPENT = 'En espera: no quedan solicitudes en esta hora';
/** `En vivo · cada 30 s`. "Live" would be wrong for an interval that is longer than every choice of the user. */
export const liveText = (pace: string, isSlow: boolean): string => `${isSlow ? 'Lento' : 'En vivo'} · cada ${pace}`;

/** `En vivo · cambios en 30 s`, where the change feed makes checks rarer. */
export const changesText = (changes: string): string => `En vivo · cambios en ${changes}`;
/** Follows that: ` · todo en 5 min`. */
export const checksText = (checks: string): string => ` · todo en ${checks}`;

/** Follows the status. `ms` is the time until the next request; undefined while a request is in flight. */
export const nextTryText = (ms: number | undefined): string =>
  ms === undefined ? ' · intentando' : ` · próximo intento en ${secondsText(ms)}`;
export const nextCheckText = (ms: number | undefined): string => (ms === undefined ? '' : ` · en ${secondsText(ms)}`);

/**
 * Why the board is checked less often than the user chose. One check takes `requests`; `moving` of them read environments
 * in progress, which are due every ten seconds.
 */
export const slowdownText = (requests: number, moving: number): string =>
  `Más lento: ${moving > 0 ? `${figures(moving)} de ` : ''}${plural(requests, 'solicitud', 'solicitudes')} ${moving > 0 ? 'cada 10 s' : 'por vez'}, máx. ${figures(1_000)}/h.`;

/** `Con errores desde las 14:32: 3 de 12 solicitudes.` */
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Con errores desde las ${clock}: ${figures(failing)} de ${plural(all, 'solicitud', 'solicitudes')}.`;
export const SHOWING_LAST_KNOWN = 'Las tarjetas muestran los últimos estados conocidos.';
export const retryText = (seconds: number): string => `Envboard lo intenta de nuevo en ${seconds} s.`;
export const USE_ANOTHER_TOKEN = 'Usar otro token';
