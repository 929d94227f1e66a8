import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { counted } from './common.ts';
import { dateTimeText } from './date-time.ts';
import { lengthText } from './relative-time.ts';

/** Texts that only the details panel uses. */
export const DETAILS_WORDS = {
  close: 'Schließen',
  openInQovery: 'In Qovery öffnen',
  tryAgain: 'Erneut versuchen',
  trying: 'Neuer Versuch…',
  lastDeployed: 'Letztes Deployment',
  started: 'Gestartet',
  elapsed: 'Vergangen',
  duration: 'Dauer',
  origin: 'Auslöser',
  inThisState: 'In diesem Status',
  lastResult: 'Letztes Ergebnis',
  notifications: 'Benachrichtigungen',
  freshness: 'Aktualität',
  services: 'Dienste',
  activity: 'Alle Aktivität',
  deployments: 'Deployments, neueste zuerst',
  changes: 'Statusänderungen',
  noState: 'Qovery nennt keinen Status dafür',
  noDeployments: 'Noch keine Deployments.',
  noServices: 'Keine Dienste in dieser Umgebung.',
  noChanges: 'Noch keine Änderung gesehen. Dieser Browser führt sie hier auf, solange er die Umgebung prüft.',
  loadingDeployments: 'Deployments werden geladen…',
  loadingServices: 'Dienste werden geladen…',
  deploymentsFailed: 'Die Deployments konnten nicht geladen werden.',
  servicesFailed: 'Die Dienste konnten nicht geladen werden.',
  namesFailed: 'Die Namen der Dienste konnten nicht geladen werden, daher stehen hier ihre IDs.',
  showingLastKnown: 'Die letzten bekannten Werte bleiben sichtbar.',
  loading: 'Wird geladen…',
  notOnBoard: 'Nicht auf diesem Board',
  notOnBoardWhy:
    'Diese Umgebung ist nicht mehr angeheftet oder ausgeblendet, oder der Link stammt von einem anderen Board. Envboard prüft sie nicht.',
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
    return isObserved ? `seit ${date}, von diesem Browser gesehen` : `seit ${date} oder früher`;
  }
  const length = lengthText(now - since);
  return isObserved ? `${length}, von diesem Browser gesehen` : `mindestens ${length}`;
}

export const clusterText = (name: string): string => `Cluster ${name}`;
export const openDeploymentText = (when: string | undefined): string =>
  when === undefined ? 'Dieses Deployment in Qovery öffnen' : `Deployment in Qovery öffnen: ${when}`;

export const unreadServicesText = (count: number): string =>
  counted(count, { one: '# Dienst konnte nicht gelesen werden.', other: '# Dienste konnten nicht gelesen werden.' });
export const unreadDeploymentsText = (count: number): string =>
  counted(count, {
    one: '# Deployment konnte nicht gelesen werden.',
    other: '# Deployments konnten nicht gelesen werden.',
  });
