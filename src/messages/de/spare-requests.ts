import type { WaitReason } from '#domain/polling/spare-wait.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { clockText } from './short-date-time.ts';

const REQUESTING = 'Der Abruf läuft.';
const PAUSED = 'Der Abruf geht weiter, sobald das Board wieder geprüft wird.';
const ALL_USED =
  'Die Prüfungen brauchen alle Anfragen dieser Stunde. Prüfen Sie seltener, damit welche für diese Seite bleiben.';

/** Why answers are missing, and when the next request is sent. Follows a sentence that counts them. */
export function waitText({ kind, until }: WaitReason, format: Pick<TimeFormat, 'timeZone'>): string {
  if (kind === 'none') return REQUESTING;
  if (kind === 'paused') return PAUSED;
  if (!Number.isFinite(until)) return ALL_USED;
  const time = clockText(until, format);
  return kind === 'failing'
    ? `Eine Anfrage ist fehlgeschlagen. Die nächste Anfrage folgt um ${time}.`
    : `Die Prüfungen brauchen fast alle Anfragen dieser Stunde. Die nächste Anfrage ist um ${time} möglich.`;
}
