import type { SnoozeLength } from '#domain/view/snooze.ts';
import { shortTimes } from './date-time.ts';

export const DETAILS = 'Detalles';
export const ACTIVITY = 'Actividad';
export const OPEN_IN_QOVERY = 'Abrir en Qovery';
export const OPEN_LAST_DEPLOYMENT = 'Abrir el último despliegue';
export const COPY_ID = 'Copiar el ID';
export const EDIT_LABEL = 'Etiqueta…';
export const SNOOZE_WORDS = {
  changed: 'Silenciar hasta que cambie',
  hour: 'Silenciar durante 1 hora',
  tomorrow: 'Silenciar hasta mañana',
} as const satisfies Record<SnoozeLength, string>;
/** `until` is in epoch milliseconds; undefined when only a change ends the snooze. */
export const endSnoozeText = (until: number | undefined, timeZone: string): string =>
  until === undefined ? 'Dejar de silenciar' : `Dejar de silenciar (hasta las ${shortTimes.clock(until, timeZone)})`;
export const MOVE_EARLIER = 'Mover hacia delante';
export const MOVE_LATER = 'Mover hacia atrás';

/** The user unpins a pinned environment, hides an environment of a pinned project, and dismisses a missing one. */
export const UNPIN = 'Desfijar';
export const HIDE = 'Ocultar en este tablero';
export const DISMISS = 'Quitar';

export const DRAG_TO_MOVE = 'Arrastrar para mover';

export const copiedText = (name: string): string => `El ID de ${name} está copiado.`;
export const notCopiedText = (id: string): string => `Este navegador no permite copiar. El ID es ${id}.`;

/** Replaces the time of the last deployment when Qovery gives none. */
export const NO_DATE = 'sin fecha de despliegue';
export const tookText = (duration: string): string => `en ${duration}`;
/** Precedes the result of the last deployment where it differs from the state. */
export const LAST_RESULT = 'último resultado';
/** Precedes a time: `started 4 minutes ago`. */
export const STARTED = 'iniciado';
export const QUEUED = 'puesto en cola';
