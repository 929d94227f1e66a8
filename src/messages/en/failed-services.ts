import type { ServiceStatus } from '#domain/environment/service.ts';
import { servicesTextOf } from '#languages/services-text.ts';
import { plural } from './common.ts';

export const SERVICE_LINK = 'Service in Qovery';
export const LOG_LINK = 'Log in Qovery';

/** The steps of a deployment that Qovery names. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  REGISTRY_CREATE_REPOSITORY: 'creating the image repository',
  GIT_CLONE: 'git clone',
  BUILD_QUEUEING: 'waiting for a build',
  BUILD: 'build',
  DEPLOYMENT_QUEUEING: 'waiting to deploy',
  DEPLOYMENT: 'deployment',
  ROUTER_DEPLOYMENT: 'deployment of the router',
  MIRROR_IMAGE: 'copy of the image',
  EXECUTING: 'execution',
};

const SUB_ACTION_WORDS: Readonly<Record<string, string>> = {
  TERRAFORM_PLAN_ONLY: 'Terraform plan',
  TERRAFORM_PLAN_AND_APPLY: 'Terraform plan and apply',
  TERRAFORM_DESTROY: 'Terraform destroy',
  TERRAFORM_FORCE_UNLOCK_STATE: 'Terraform force unlock',
  TERRAFORM_MIGRATE_STATE: 'Terraform state migration',
};

const failedAt = (step: string): string => `Failed at the step: ${step}`;

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
    failing: ['Failing service', 'Failing services'],
    warning: ['Service with a warning', 'Services with a warning'],
  },
  colon: ': ',
  unread: (count) => `${plural(count, 'service')} could not be read`,
});
