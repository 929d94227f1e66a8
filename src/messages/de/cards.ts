import type { SnoozeLength } from '#domain/view/snooze.ts';
import { shortTimes } from './date-time.ts';

export const DETAILS = 'Details';
export const ACTIVITY = 'Aktivität';
export const OPEN_IN_QOVERY = 'In Qovery öffnen';
export const OPEN_LAST_DEPLOYMENT = 'Letztes Deployment öffnen';
export const COPY_ID = 'ID kopieren';
export const EDIT_LABEL = 'Bezeichnung…';
export const SNOOZE_WORDS = {
  changed: 'Bis zur nächsten Änderung stumm',
  hour: 'Für 1 Stunde stumm',
  tomorrow: 'Bis morgen stumm',
} as const satisfies Record<SnoozeLength, string>;
/** `until` is in epoch milliseconds; undefined when only a change ends the snooze. */
export const endSnoozeText = (until: number | undefined, timeZone: string): string =>
  until === undefined ? 'Nicht mehr stumm' : `Nicht mehr stumm (stumm bis ${shortTimes.clock(until, timeZone)})`;
export const MOVE_EARLIER = 'Nach vorn';
export const MOVE_LATER = 'Nach hinten';

/** The user unpins a pinned environment, hides an environment of a pinned project, and dismisses a missing one. */
export const UNPIN = 'Nicht mehr anheften';
export const HIDE = 'Auf diesem Board ausblenden';
export const DISMISS = 'Entfernen';

export const DRAG_TO_MOVE = 'Zum Verschieben ziehen';

export const copiedText = (name: string): string => `Die ID von ${name} ist kopiert.`;
export const notCopiedText = (id: string): string => `Dieser Browser erlaubt kein Kopieren. Die ID ist ${id}.`;

/** Replaces the time of the last deployment when Qovery gives none. */
export const NO_DATE = 'kein Deployment-Datum';
export const tookText = (duration: string): string => `dauerte ${duration}`;
/** Precedes the result of the last deployment where it differs from the state. */
export const LAST_RESULT = 'letztes Ergebnis';
/** Precedes a time: `started 4 minutes ago`. */
export const STARTED = 'gestartet';
export const QUEUED = 'eingereiht';
