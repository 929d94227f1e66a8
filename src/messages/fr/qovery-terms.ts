import { isKnownState, type State } from '#domain/environment/state.ts';
import type { Tone } from '#domain/environment/tone.ts';

const STATE_WORDS = {
  BUILDING: 'Building',
  BUILD_ERROR: 'Build error',
  CANCELED: 'Canceled',
  CANCELING: 'Canceling',
  DELETED: 'Deleted',
  DELETE_ERROR: 'Delete error',
  DELETE_QUEUED: 'Delete queued',
  DELETING: 'Deleting',
  DEPLOYED: 'Deployed',
  DEPLOYING: 'Deploying',
  DEPLOYMENT_ERROR: 'Deployment error',
  DEPLOYMENT_QUEUED: 'Deployment queued',
  EXECUTING: 'Executing',
  QUEUED: 'Queued',
  READY: 'Ready',
  RECAP: 'Recap',
  RESTARTED: 'Restarted',
  RESTARTING: 'Restarting',
  RESTART_ERROR: 'Restart error',
  RESTART_QUEUED: 'Restart queued',
  STOPPED: 'Stopped',
  STOPPING: 'Stopping',
  STOP_ERROR: 'Stop error',
  STOP_QUEUED: 'Stop queued',
  UNAVAILABLE: 'Unavailable',
  WAITING_DELETING: 'Waiting to delete',
  WAITING_RESTARTING: 'Waiting to restart',
  WAITING_RUNNING: 'Waiting to run',
  WAITING_STOPPING: 'Waiting to stop',
} as const satisfies Record<State, string>;

/** A state in words. A state unknown to Envboard stays as Qovery spells it. */
export const stateText = (state: string | undefined): string => {
  if (state === undefined) return 'Not checked yet';
  return isKnownState(state) ? STATE_WORDS[state] : state;
};

export const TONE_WORDS = {
  failing: 'Failing',
  warning: 'Warning',
  busy: 'In progress',
  queued: 'Queued',
  unknown: 'Unknown',
  ok: 'Deployed',
  idle: 'Idle',
} as const satisfies Record<Tone, string>;

const MODE_WORDS: Readonly<Record<string, string>> = {
  PRODUCTION: 'Production',
  STAGING: 'Staging',
  DEVELOPMENT: 'Development',
  PREVIEW: 'Preview',
};
export const modeText = (mode: string): string => MODE_WORDS[mode] ?? mode;

const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  API: 'API',
  CLI: 'CLI',
  CONSOLE: 'Console',
  GIT: 'Git',
  QOVERY_INTERNAL: 'Automatic',
  SKILL: 'Skill',
  TERRAFORM_PROVIDER: 'Terraform',
};
export const originText = (origin: string): string => ORIGIN_WORDS[origin] ?? origin;

const CONFIGURATION_WORDS: Readonly<Record<string, string>> = {
  UP_TO_DATE: 'Up to date',
  OUT_OF_DATE: 'Out of date',
  NEVER_DEPLOYED: 'Never deployed',
};
export const configurationText = (configuration: string): string => CONFIGURATION_WORDS[configuration] ?? configuration;
