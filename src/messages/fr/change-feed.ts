import type { FeedState } from '#domain/polling/feed-state.ts';
import { figures, plural } from './common.ts';

export const CHANGE_FEED = 'Événements de Qovery';
export const CHANGE_FEED_HINT =
  'Auto demande les événements de l’organisation là où ils sont lisibles. Un événement déclenche aussitôt une vérification, et les environnements qui ne changent pas sont vérifiés moins souvent. Un événement ne change jamais un état.';
export const FEED_CHOICE_WORDS = { auto: 'Auto', off: 'Désactivé' } as const;

const NOT_YET = 'Pas encore demandés : chaque projet est d’abord vérifié une fois.';
const REFUSED =
  'Ils ne sont pas lisibles ici. Envboard réessaie d’ici une heure, et les vérifications continuent sans eux.';
const NO_ROOM = 'Pas demandés pour l’instant : les vérifications ont besoin de toutes les requêtes de l’heure.';
const SILENT = 'La dernière demande est restée sans réponse. Les vérifications continuent sans eux.';

const partText = ({ organizations, answering }: FeedState): string =>
  answering === organizations
    ? ''
    : ` Ils sont lisibles pour ${figures(answering)} des ${plural(organizations, 'organisation')}.`;

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
    agreed === 0
      ? ''
      : `${plural(agreed, 'vérification a trouvé', 'vérifications ont trouvé')} ce que les événements avaient annoncé. `;
  const idle =
    trusted === 0
      ? 'Quand ils ont annoncé chaque changement pendant cinq minutes, les environnements qui ne changent pas sont vérifiés moins souvent.'
      : `Projets et environnements seuls vérifiés moins souvent tant que rien ne change, car leurs événements ont concordé avec chaque vérification : ${figures(trusted)} sur ${figures(sources)}. Les autres sont vérifiés comme sans événements.`;
  const changes =
    announced + unannounced === 0
      ? ''
      : ` Changements annoncés par un événement en moins d’une minute : ${figures(announced)} sur ${figures(announced + unannounced)}.`;
  return `Lus depuis ${clock} : un événement déclenche aussitôt une vérification. ${found}${idle}${changes}${partText(feed)}`;
}
