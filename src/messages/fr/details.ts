import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { counted } from './common.ts';
import { dateTimeText } from './date-time.ts';
import { lengthText } from './relative-time.ts';

/** Texts that only the details panel uses. */
export const DETAILS_WORDS = {
  close: 'Fermer',
  openInQovery: 'Ouvrir dans Qovery',
  tryAgain: 'Réessayer',
  trying: 'Nouvel essai…',
  lastDeployed: 'Dernier déploiement',
  started: 'Démarré',
  elapsed: 'Temps écoulé',
  duration: 'Durée',
  origin: 'Origine',
  inThisState: 'Dans cet état',
  lastResult: 'Dernier résultat',
  notifications: 'Notifications',
  freshness: 'Fraîcheur',
  services: 'Services',
  activity: 'Toute l’activité',
  deployments: 'Déploiements, du plus récent au plus ancien',
  changes: 'Changements d’état',
  noState: 'Qovery n’en donne aucun état',
  noDeployments: 'Aucun déploiement.',
  noServices: 'Aucun service dans cet environnement.',
  noChanges: 'Aucun changement constaté. Ce navigateur les note ici tant qu’il vérifie l’environnement.',
  loadingDeployments: 'Chargement des déploiements…',
  loadingServices: 'Chargement des services…',
  deploymentsFailed: 'Les déploiements n’ont pas pu être chargés.',
  servicesFailed: 'Les services n’ont pas pu être chargés.',
  namesFailed: 'Les noms des services n’ont pas pu être chargés : leurs identifiants les remplacent.',
  showingLastKnown: 'Les dernières valeurs connues restent affichées.',
  loading: 'Chargement…',
  notOnBoard: 'Absent de ce tableau',
  notOnBoardWhy:
    'Cet environnement a été désépinglé ou masqué, ou le lien vient d’un autre tableau. Envboard ne le vérifie pas.',
} as const;

const NOTHING = '—';

/** A dash in place of a value that is unknown or does not apply. */
export const orNothing = (text: string | undefined): string => text ?? NOTHING;

/**
 * How long an environment has been in its state. Without an observed change of state, the time is only a lower bound.
 * `since` and `now` are in epoch milliseconds.
 */
export function inStateText(since: number, now: number, isObserved: boolean, format: TimeFormat): string {
  if (isShownAsDate(since, now, format)) {
    const date = dateTimeText(since, format.timeZone);
    return isObserved ? `depuis le ${date}, vu par ce navigateur` : `depuis le ${date} ou avant`;
  }
  const length = lengthText(now - since);
  return isObserved ? `${length}, vu par ce navigateur` : `au moins ${length}`;
}

export const clusterText = (name: string): string => `cluster ${name}`;
export const openDeploymentText = (when: string | undefined): string =>
  when === undefined ? 'Ouvrir ce déploiement dans Qovery' : `Ouvrir dans Qovery le déploiement : ${when}`;

export const unreadServicesText = (count: number): string =>
  counted(count, { one: '# service n’a pas pu être lu.', other: '# services n’ont pas pu être lus.' });
export const unreadDeploymentsText = (count: number): string =>
  counted(count, { one: '# déploiement n’a pas pu être lu.', other: '# déploiements n’ont pas pu être lus.' });
