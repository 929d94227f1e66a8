import { figures, plural } from './common.ts';
import { shortAge } from './relative-time.ts';

const goesText = (skewMs: number): string => `geht ${shortAge(Math.abs(skewMs))} ${skewMs > 0 ? 'vor' : 'nach'}`;

/** Beside the freshness line: `Uhr geht 3 min vor`. */
export const shortSkewText = (skewMs: number): string => `Uhr ${goesText(skewMs)}`;

/** The full text, with its consequence. `skewMs` is positive for a clock that is ahead. */
export const skewText = (skewMs: number): string =>
  `Die Uhr dieses Computers ${goesText(skewMs)}, verglichen mit der des Servers. Zeitangaben auf dieser Seite folgen dem Server. Stellen Sie die Uhr in den Systemeinstellungen.`;

export const REFRESH = 'Jetzt aktualisieren';
export const PAUSE = 'Anhalten';
export const RESUME = 'Fortsetzen';
export const CHECK_EVERY = 'Umgebungen prüfen alle';

/** `10 s`, `5 min`. */
export const intervalChoiceText = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`);

export const HOW_OFTEN = 'Wie oft das Board geprüft wird';

/** Why the poll scheduler sends no requests. */
export const PHASE_WORDS = {
  paused: 'Angehalten',
  hidden: 'Im Hintergrund angehalten',
  offline: 'Offline',
  ended: 'Token abgelehnt',
  signedOut: 'Abgemeldet',
} as const;

export const NOTHING_TO_CHECK = 'Nichts zu prüfen';

const secondsText = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

/** `30 s`, `10 min`. */
export const intervalText = (ms: number): string =>
  ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : secondsText(ms);

export const rangeText = (min: string, max: string): string => `${min} bis ${max}`;

export const NOT_REACHED = 'Nicht erreicht';
export const HOUR_SPENT = 'Wartet: keine Anfragen mehr in dieser Stunde';
/** `Live · alle 30 s`. "Live" would be wrong for an interval that is longer than every choice of the user. */
export const liveText = (pace: string, isSlow: boolean): string => `${isSlow ? 'Langsam' : 'Live'} · alle ${pace}`;

/** `Live · Änderungen in 30 s`, where the change feed makes checks rarer. */
export const changesText = (changes: string): string => `Live · Änderungen in ${changes}`;
/** Follows that: ` · alles in 5 min`. */
export const checksText = (checks: string): string => ` · alles in ${checks}`;

/** Follows the status. `ms` is the time until the next request; undefined while a request is in flight. */
export const nextTryText = (ms: number | undefined): string =>
  ms === undefined ? ' · Versuch läuft' : ` · nächster Versuch in ${secondsText(ms)}`;
export const nextCheckText = (ms: number | undefined): string => (ms === undefined ? '' : ` · in ${secondsText(ms)}`);

/**
 * Why the board is checked less often than the user chose. One check takes `requests`; `moving` of them read environments
 * in progress, which are due every ten seconds.
 */
export const slowdownText = (requests: number, moving: number): string =>
  `Seltener: ${moving > 0 ? `${figures(moving)} von ` : ''}${plural(requests, 'Anfrage', 'Anfragen')} ${moving > 0 ? 'alle 10 s' : 'je Prüfung'}, max. ${figures(1_000)}/h.`;

/** `Schlägt fehl seit 14:32: 3 von 12 Anfragen.` */
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Schlägt fehl seit ${clock}: ${figures(failing)} von ${plural(all, 'Anfrage', 'Anfragen')}.`;
export const SHOWING_LAST_KNOWN = 'Die Karten zeigen den letzten bekannten Status.';
export const retryText = (seconds: number): string => `Envboard versucht es in ${seconds} s erneut.`;
export const USE_ANOTHER_TOKEN = 'Anderes Token verwenden';
