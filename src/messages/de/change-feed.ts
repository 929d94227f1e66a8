import type { FeedState } from '#domain/polling/feed-state.ts';
import { figures, plural } from './common.ts';

export const CHANGE_FEED = 'Ereignisse von Qovery';
export const CHANGE_FEED_HINT =
  'Auto ruft die Ereignisse der Organisation ab, wo sie gelesen werden dürfen. Ein Ereignis löst sofort eine Prüfung aus, und ruhende Umgebungen werden seltener geprüft. Ein Ereignis setzt nie einen Status.';
export const FEED_CHOICE_WORDS = { auto: 'Auto', off: 'Aus' } as const;

const NOT_YET = 'Noch nicht abgerufen.';
const REFUSED =
  'Sie können hier nicht gelesen werden. Envboard versucht es innerhalb einer Stunde erneut, und die Prüfungen laufen ohne sie weiter.';
const NO_ROOM = 'Zurzeit nicht abgerufen: Die Prüfungen brauchen alle Anfragen dieser Stunde.';
const SILENT = 'Der letzte Abruf blieb ohne Antwort. Die Prüfungen laufen ohne sie weiter.';

const partText = ({ organizations, answering }: FeedState): string =>
  answering === organizations
    ? ''
    : ` Sie können für ${figures(answering)} von ${plural(organizations, 'Organisation', 'Organisationen')} gelesen werden.`;

/**
 * Describes the change feed: its effect, its start, and the number of polls that agreed with it. `clock` is the time since
 * which the feed answers; undefined while it does not.
 */
export function feedText(feed: FeedState | undefined, clock: string | undefined): string {
  if (feed === undefined) return NOT_YET;
  if (feed.answering === 0 || clock === undefined) {
    if (feed.refused > 0) return REFUSED;
    return feed.feedMs === undefined ? NO_ROOM : SILENT;
  }
  const { trusted, sources, agreed, announced, unannounced } = feed;
  const idle =
    trusted === 0
      ? 'Nach fünf Minuten Übereinstimmung werden ruhende Umgebungen seltener geprüft.'
      : `Im Ruhezustand seltener gesendete Anfragen: ${figures(trusted)} von ${figures(sources)}.`;
  const changes =
    announced + unannounced === 0
      ? ''
      : ` Rechtzeitig gemeldete Änderungen: ${figures(announced)} von ${figures(announced + unannounced)}.`;
  return `Gelesen seit ${clock}: Eine Änderung, die sie melden, wird sofort geprüft. Prüfungen und Ereignisse stimmten ${plural(agreed, 'Mal', 'Mal')} überein. ${idle}${changes}${partText(feed)}`;
}
