import { isKnownState, type State } from '#domain/environment/state.ts';
import type { Tone } from '#domain/environment/tone.ts';

const STATE_WORDS = {
  BUILDING: 'Build en cours',
  BUILD_ERROR: 'Échec du build',
  CANCELED: 'Annulé',
  CANCELING: 'Annulation',
  DELETED: 'Supprimé',
  DELETE_ERROR: 'Échec de suppression',
  DELETE_QUEUED: 'Suppression en attente',
  DELETING: 'Suppression',
  DEPLOYED: 'Déployé',
  DEPLOYING: 'Déploiement',
  DEPLOYMENT_ERROR: 'Échec de déploiement',
  DEPLOYMENT_QUEUED: 'Déploiement en attente',
  EXECUTING: 'Exécution',
  QUEUED: 'En attente',
  READY: 'Prêt',
  RECAP: 'Récapitulatif',
  RESTARTED: 'Redémarré',
  RESTARTING: 'Redémarrage',
  RESTART_ERROR: 'Échec de redémarrage',
  RESTART_QUEUED: 'Redémarrage en attente',
  STOPPED: 'Arrêté',
  STOPPING: 'Arrêt en cours',
  STOP_ERROR: 'Échec de l’arrêt',
  STOP_QUEUED: 'Arrêt en attente',
  UNAVAILABLE: 'Indisponible',
  WAITING_DELETING: 'Avant suppression',
  WAITING_RESTARTING: 'Avant redémarrage',
  WAITING_RUNNING: 'Avant exécution',
  WAITING_STOPPING: 'Avant arrêt',
} as const satisfies Record<State, string>;

/** A state in words. A state unknown to Envboard stays as Qovery spells it. */
export const stateText = (state: string | undefined): string => {
  if (state === undefined) return 'Pas encore vérifié';
  return isKnownState(state) ? STATE_WORDS[state] : state;
};

export const TONE_WORDS = {
  failing: 'En échec',
  warning: 'En alerte',
  busy: 'En cours',
  queued: 'En attente',
  unknown: 'Inconnu',
  ok: 'Déployé',
  idle: 'Inactif',
} as const satisfies Record<Tone, string>;

const MODE_WORDS: Readonly<Record<string, string>> = {
  PRODUCTION: 'Production',
  STAGING: 'Staging',
  DEVELOPMENT: 'Développement',
  PREVIEW: 'Preview',
};
export const modeText = (mode: string): string => MODE_WORDS[mode] ?? mode;

const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  API: 'API',
  CLI: 'CLI',
  CONSOLE: 'Console',
  GIT: 'Git',
  QOVERY_INTERNAL: 'Automatique',
  SKILL: 'Skill',
  TERRAFORM_PROVIDER: 'Terraform',
};
export const originText = (origin: string): string => ORIGIN_WORDS[origin] ?? origin;

const CONFIGURATION_WORDS: Readonly<Record<string, string>> = {
  UP_TO_DATE: 'À jour',
  OUT_OF_DATE: 'Pas à jour',
  NEVER_DEPLOYED: 'Jamais déployé',
};
export const configurationText = (configuration: string): string => CONFIGURATION_WORDS[configuration] ?? configuration;
