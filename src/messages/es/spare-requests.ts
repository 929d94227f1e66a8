import type { WaitReason } from '#domain/polling/spare-wait.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { clockText } from './short-date-time.ts';

const REQUESTING = 'La consulta está en curso.';
const PAUSED = 'La consulta sigue cuando se vuelva a comprobar el tablero.';
const ALL_USED =
  'Las comprobaciones usan todas las solicitudes de esta hora. Compruebe con menos frecuencia para dejar algunas a esta página.';

/** Why answers are missing, and when the next request is sent. Follows a sentence that counts them. */
export function waitText({ kind, until }: WaitReason, format: Pick<TimeFormat, 'timeZone'>): string {
  if (kind === 'none') return REQUESTING;
  if (kind === 'paused') return PAUSED;
  if (!Number.isFinite(until)) return ALL_USED;
  const time = clockText(until, format);
  return kind === 'failing'
    ? `Una solicitud falló. La siguiente solicitud sale a las ${time}.`
    : `Las comprobaciones usan casi todas las solicitudes de esta hora. La siguiente solicitud se puede enviar a las ${time}.`;
}
