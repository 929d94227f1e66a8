import type { WaitReason } from '#domain/polling/spare-wait.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { clockText } from './short-date-time.ts';

const REQUESTING = 'Les requêtes sont en cours.';
const PAUSED = 'Les requêtes reprennent avec les vérifications du tableau.';
const ALL_USED =
  'Les vérifications utilisent toutes les requêtes de l’heure. Vérifiez moins souvent pour en laisser à cette page.';

/** Why answers are missing, and when the next request is sent. Follows a sentence that counts them. */
export function waitText({ kind, until }: WaitReason, format: Pick<TimeFormat, 'timeZone'>): string {
  if (kind === 'none') return REQUESTING;
  if (kind === 'paused') return PAUSED;
  if (!Number.isFinite(until)) return ALL_USED;
  const time = clockText(until, format);
  return kind === 'failing'
    ? `Une requête a échoué. La prochaine requête partira à ${time}.`
    : `Les vérifications utilisent presque toutes les requêtes de l’heure. La prochaine requête pourra partir à ${time}.`;
}
