import type { ServiceStatus } from '#domain/environment/service.ts';
import { servicesTextOf } from '#languages/services-text.ts';
import { counted } from './common.ts';

export const SERVICE_LINK = 'Service dans Qovery';
export const LOG_LINK = 'Journal dans Qovery';

/** The steps of a deployment that Qovery names. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  REGISTRY_CREATE_REPOSITORY: 'création du dépôt d’images',
  GIT_CLONE: 'clonage du dépôt',
  BUILD_QUEUEING: 'attente du build',
  BUILD: 'build',
  DEPLOYMENT_QUEUEING: 'attente du déploiement',
  DEPLOYMENT: 'déploiement',
  ROUTER_DEPLOYMENT: 'déploiement du routeur',
  MIRROR_IMAGE: 'copie de l’image',
  EXECUTING: 'exécution',
};

const SUB_ACTION_WORDS: Readonly<Record<string, string>> = {
  TERRAFORM_PLAN_ONLY: 'plan Terraform',
  TERRAFORM_PLAN_AND_APPLY: 'plan et application Terraform',
  TERRAFORM_DESTROY: 'destruction Terraform',
  TERRAFORM_FORCE_UNLOCK_STATE: 'déverrouillage Terraform',
  TERRAFORM_MIGRATE_STATE: 'migration de l’état Terraform',
};

const failedAt = (step: string): string => `Échec à l’étape : ${step}`;

/** Why a service fails, as far as Qovery tells: the step, and the part of a Terraform action. Unknown ones stay as spelt. */
export function failedText({ failedStep, subAction }: Pick<ServiceStatus, 'failedStep' | 'subAction'>): string {
  const part = subAction === undefined ? '' : (SUB_ACTION_WORDS[subAction] ?? subAction);
  if (failedStep === undefined) return part;
  const text = failedAt(STEP_WORDS[failedStep] ?? failedStep);
  return part === '' ? text : `${text}, ${part}`;
}

/** Names the services in a notification, and counts those that are not named. */
export const servicesText = servicesTextOf({
  conditions: {
    failing: ['Service en échec', 'Services en échec'],
    warning: ['Service en alerte', 'Services en alerte'],
  },
  colon: ' : ',
  unread: (count) => counted(count, { one: '# service n’a pas pu être lu', other: '# services n’ont pas pu être lus' }),
});
