import type { FeedState } from '#domain/polling/feed-state.ts';
import { figures, plural } from './common.ts';

export const CHANGE_FEED = 'Ereignisse von Qovery';
export const CHANGE_FEED_HINT =
  'Auto ruft die Ereignisse der Organisation ab, wo sie gelesen werden dürfen. Ein Ereignis löst sofort eine Prüfung aus, und Umgebungen, die sich nicht ändern, werden seltener geprüft. Ein Ereignis setzt nie einen Status.';
export const FEED_CHOICE_WORDS = { auto: 'Auto', off: 'Aus' } as const;

const NOT_YET = 'Noch nicht abgerufen: Zuerst wird jedes Projekt einmal geprüft.';
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
  const found =
    agreed === 0 ? '' : `${plural(agreed, 'Prüfung fand', 'Prüfungen fanden')}, was die Ereignisse gemeldet hatten. `;
  const idle =
    trusted === 0
      ? 'Haben sie fünf Minuten lang jede Änderung gemeldet, werden Umgebungen, die sich nicht ändern, seltener geprüft.'
      : `Von ${plural(sources, 'Projekt oder einzelner Umgebung', 'Projekten und einzelnen Umgebungen')} werden ${figures(trusted)} seltener geprüft, solange sich nichts ändert: Ihre Ereignisse stimmten mit jeder Prüfung überein. Die übrigen werden geprüft wie ohne Ereignisse.`;
  const changes =
    announced + unannounced === 0
      ? ''
      : ` Ereignisse meldeten ${figures(announced)} von ${plural(announced + unannounced, 'Änderung', 'Änderungen')} innerhalb einer Minute.`;
  return `Gelesen seit ${clock}: Ein Ereignis löst sofort eine Prüfung aus. ${found}${idle}${changes}${partText(feed)}`;
}
