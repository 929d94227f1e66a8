import { isKnownState, type State } from '#domain/environment/state.ts';
import type { Tone } from '#domain/environment/tone.ts';

const STATE_WORDS = {
  BUILDING: 'Compilando',
  BUILD_ERROR: 'Error de compilación',
  CANCELED: 'Cancelado',
  CANCELING: 'Cancelando',
  DELETED: 'Eliminado',
  DELETE_ERROR: 'Error al eliminar',
  DELETE_QUEUED: 'Eliminación en cola',
  DELETING: 'Eliminando',
  DEPLOYED: 'Desplegado',
  DEPLOYING: 'Desplegando',
  DEPLOYMENT_ERROR: 'Error de despliegue',
  DEPLOYMENT_QUEUED: 'Despliegue en cola',
  EXECUTING: 'Ejecutando',
  QUEUED: 'En cola',
  READY: 'Preparado',
  RECAP: 'Resumen',
  RESTARTED: 'Reiniciado',
  RESTARTING: 'Reiniciando',
  RESTART_ERROR: 'Error al reiniciar',
  RESTART_QUEUED: 'Reinicio en cola',
  STOPPED: 'Detenido',
  STOPPING: 'Deteniendo',
  STOP_ERROR: 'Error al detener',
  STOP_QUEUED: 'Detención en cola',
  UNAVAILABLE: 'No disponible',
  WAITING_DELETING: 'Espera eliminación',
  WAITING_RESTARTING: 'Espera reinicio',
  WAITING_RUNNING: 'Espera ejecución',
  WAITING_STOPPING: 'Espera detención',
} as const satisfies Record<State, string>;

/** A state in words. A state unknown to Envboard stays as Qovery spells it. */
export const stateText = (state: string | undefined): string => {
  if (state === undefined) return 'Aún sin comprobar';
  return isKnownState(state) ? STATE_WORDS[state] : state;
};

export const TONE_WORDS = {
  failing: 'Con error',
  warning: 'Con aviso',
  busy: 'En curso',
  queued: 'En cola',
  unknown: 'Desconocido',
  ok: 'Desplegado',
  idle: 'Inactivo',
} as const satisfies Record<Tone, string>;

const MODE_WORDS: Readonly<Record<string, string>> = {
  PRODUCTION: 'Producción',
  STAGING: 'Staging',
  DEVELOPMENT: 'Desarrollo',
  PREVIEW: 'Preview',
};
export const modeText = (mode: string): string => MODE_WORDS[mode] ?? mode;

const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  API: 'API',
  CLI: 'CLI',
  CONSOLE: 'Consola',
  GIT: 'Git',
  QOVERY_INTERNAL: 'Automático',
  SKILL: 'Skill',
  TERRAFORM_PROVIDER: 'Terraform',
};
export const originText = (origin: string): string => ORIGIN_WORDS[origin] ?? origin;

const CONFIGURATION_WORDS: Readonly<Record<string, string>> = {
  UP_TO_DATE: 'Al día',
  OUT_OF_DATE: 'Desactualizado',
  NEVER_DEPLOYED: 'Nunca desplegado',
};
export const configurationText = (configuration: string): string => CONFIGURATION_WORDS[configuration] ?? configuration;
