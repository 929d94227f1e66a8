import type { ServiceStatus } from '#domain/environment/service.ts';
import { cleanText } from '#domain/text.ts';
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

const CONDITION_WORDS = {
  failing: ['Failing service', 'Failing services'],
  warning: ['Service with a warning', 'Services with a warning'],
} as const satisfies Record<string, readonly [singular: string, plural: string]>;

const MAX_NAMED = 3;
const NAME_LENGTH = 60;

/** Services that are counted beside those that are named. */
type Counted = {
  /** Number of services in this condition without a known name. */
  readonly unnamed: number;
  /** Number of services whose condition could not be read. */
  readonly unread: number;
};

function namesText(condition: keyof typeof CONDITION_WORDS, names: readonly string[], all: number): string {
  const [singular, many] = CONDITION_WORDS[condition];
  const named = names.slice(0, MAX_NAMED).map((name) => cleanText(name, NAME_LENGTH));
  const more = all > named.length ? ` +${all - named.length}` : '';
  return `${all === 1 ? singular : many}: ${named.join(', ')}${more}`;
}

/**
 * Names the services in a notification: `Failing services: api, worker, web +2 · 2 services could not be read`. An empty text
 * without names and unread services.
 */
export function servicesText(
  condition: keyof typeof CONDITION_WORDS,
  names: readonly string[],
  { unnamed, unread }: Counted,
): string {
  const parts = [
    names.length > 0 && namesText(condition, names, names.length + unnamed),
    unread > 0 && `${plural(unread, 'service')} could not be read`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
