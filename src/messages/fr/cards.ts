import type { SnoozeLength } from '#domain/view/snooze.ts';
import { shortTimes } from './date-time.ts';

export const DETAILS = 'Détails';
export const ACTIVITY = 'Activité';
export const OPEN_IN_QOVERY = 'Ouvrir dans Qovery';
export const OPEN_LAST_DEPLOYMENT = 'Ouvrir le dernier déploiement';
export const COPY_ID = 'Copier l’identifiant';
export const EDIT_LABEL = 'Libellé…';
export const SNOOZE_WORDS = {
  changed: 'Sourdine jusqu’au changement',
  hour: 'Sourdine pendant 1 heure',
  tomorrow: 'Sourdine jusqu’à demain',
} as const satisfies Record<SnoozeLength, string>;
/** `until` is in epoch milliseconds; undefined when only a change ends the snooze. */
export const endSnoozeText = (until: number | undefined, timeZone: string): string =>
  until === undefined
    ? 'Réactiver les alertes'
    : `Réactiver les alertes (en sourdine jusqu’à ${shortTimes.clock(until, timeZone)})`;
export const MOVE_EARLIER = 'Déplacer avant';
export const MOVE_LATER = 'Déplacer après';

/** The user unpins a pinned environment, hides an environment of a pinned project, and dismisses a missing one. */
export const UNPIN = 'Désépingler';
export const HIDE = 'Masquer sur ce tableau';
export const DISMISS = 'Retirer';

export const DRAG_TO_MOVE = 'Glisser pour déplacer';

export const copiedText = (name: string): string => `L’identifiant de ${name} est copié.`;
export const notCopiedText = (id: string): string => `Ce navigateur ne permet pas de copier. L’identifiant est ${id}.`;

/** Replaces the time of the last deployment when Qovery gives none. */
export const NO_DATE = 'date de déploiement inconnue';
export const tookText = (duration: string): string => `en ${duration}`;
/** Precedes the result of the last deployment where it differs from the state. */
export const LAST_RESULT = 'dernier résultat';
/** Precedes a time: `started 4 minutes ago`. */
export const STARTED = 'démarré';
export const QUEUED = 'mis en file';
