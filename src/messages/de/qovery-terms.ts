import { isKnownState, type State } from '#domain/environment/state.ts';
import type { Tone } from '#domain/environment/tone.ts';

const STATE_WORDS = {
  BUILDING: 'Build läuft',
  BUILD_ERROR: 'Build-Fehler',
  CANCELED: 'Abgebrochen',
  CANCELING: 'Wird abgebrochen',
  DELETED: 'Gelöscht',
  DELETE_ERROR: 'Fehler beim Löschen',
  DELETE_QUEUED: 'Löschen wartet',
  DELETING: 'Wird gelöscht',
  DEPLOYED: 'Deployt',
  DEPLOYING: 'Wird deployt',
  DEPLOYMENT_ERROR: 'Deployment-Fehler',
  DEPLOYMENT_QUEUED: 'Deployment wartet',
  EXECUTING: 'Wird ausgeführt',
  QUEUED: 'Wartend',
  READY: 'Bereit',
  RECAP: 'Kurzbericht',
  RESTARTED: 'Neu gestartet',
  RESTARTING: 'Startet neu',
  RESTART_ERROR: 'Neustart-Fehler',
  RESTART_QUEUED: 'Neustart wartet',
  STOPPED: 'Gestoppt',
  STOPPING: 'Wird gestoppt',
  STOP_ERROR: 'Fehler beim Stoppen',
  STOP_QUEUED: 'Stoppen wartet',
  UNAVAILABLE: 'Nicht verfügbar',
  WAITING_DELETING: 'Wartet auf Löschen',
  WAITING_RESTARTING: 'Wartet auf Neustart',
  WAITING_RUNNING: 'Wartet auf Start',
  WAITING_STOPPING: 'Wartet auf Stoppen',
} as const satisfies Record<State, string>;

/** A state in words. A state unknown to Envboard stays as Qovery spells it. */
export const stateText = (state: string | undefined): string => {
  if (state === undefined) return 'Noch nicht geprüft';
  return isKnownState(state) ? STATE_WORDS[state] : state;
};

export const TONE_WORDS = {
  failing: 'Fehlgeschlagen',
  warning: 'Warnung',
  busy: 'In Arbeit',
  queued: 'Wartend',
  unknown: 'Unbekannt',
  ok: 'Deployt',
  idle: 'Inaktiv',
} as const satisfies Record<Tone, string>;

const MODE_WORDS: Readonly<Record<string, string>> = {
  PRODUCTION: 'Produktion',
  STAGING: 'Staging',
  DEVELOPMENT: 'Entwicklung',
  PREVIEW: 'Preview',
};
export const modeText = (mode: string): string => MODE_WORDS[mode] ?? mode;

const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  API: 'API',
  CLI: 'CLI',
  CONSOLE: 'Konsole',
  GIT: 'Git',
  QOVERY_INTERNAL: 'Automatisch',
  SKILL: 'Skill',
  TERRAFORM_PROVIDER: 'Terraform',
};
export const originText = (origin: string): string => ORIGIN_WORDS[origin] ?? origin;

const CONFIGURATION_WORDS: Readonly<Record<string, string>> = {
  UP_TO_DATE: 'Aktuell',
  OUT_OF_DATE: 'Veraltet',
  NEVER_DEPLOYED: 'Nie deployt',
};
export const configurationText = (configuration: string): string => CONFIGURATION_WORDS[configuration] ?? configuration;
