import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { counted } from './common.ts';
import { dateTimeText } from './date-time.ts';
import { lengthText } from './relative-time.ts';

/** Texts that only the details panel uses. */
export const DETAILS_WORDS = {
  close: 'Cerrar',
  openInQovery: 'Abrir en Qovery',
  tryAgain: 'Reintentar',
  trying: 'Reintentando…',
  lastDeployed: 'Último despliegue',
  started: 'Iniciado',
  elapsed: 'Transcurrido',
  duration: 'Duración',
  origin: 'Origen',
  inThisState: 'En este estado',
  lastResult: 'Último resultado',
  notifications: 'Notificaciones',
  freshness: 'Actualización',
  services: 'Servicios',
  activity: 'Toda la actividad',
  deployments: 'Despliegues, del más reciente al más antiguo',
  changes: 'Cambios de estado',
  noState: 'Qovery no da su estado',
  noDeployments: 'Aún sin despliegues.',
  noServices: 'No hay servicios en este entorno.',
  noChanges: 'Aún no se ha visto ningún cambio. Este navegador los anota aquí mientras comprueba el entorno.',
  loadingDeployments: 'Cargando los despliegues…',
  loadingServices: 'Cargando los servicios…',
  deploymentsFailed: 'No se pudieron cargar los despliegues.',
  servicesFailed: 'No se pudieron cargar los servicios.',
  namesFailed: 'No se pudieron cargar los nombres de los servicios: aparecen sus ID.',
  showingLastKnown: 'Se muestran los últimos valores conocidos.',
  loading: 'Cargando…',
  notOnBoard: 'No está en este tablero',
  notOnBoardWhy: 'Este entorno se desfijó o se ocultó, o el enlace se creó en otro tablero. Envboard no lo comprueba.',
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
    return isObserved ? `desde el ${date}, visto por este navegador` : `desde el ${date} o antes`;
  }
  const length = lengthText(now - since);
  return isObserved ? `${length}, visto por este navegador` : `al menos ${length}`;
}

export const clusterText = (name: string): string => `clúster ${name}`;
export const openDeploymentText = (when: string | undefined): string =>
  when === undefined ? 'Abrir este despliegue en Qovery' : `Abrir el despliegue en Qovery: ${when}`;

export const unreadServicesText = (count: number): string =>
  counted(count, { one: '# servicio no se pudo leer.', other: '# servicios no se pudieron leer.' });
export const unreadDeploymentsText = (count: number): string =>
  counted(count, { one: '# despliegue no se pudo leer.', other: '# despliegues no se pudieron leer.' });
