import type { ServiceStatus } from '#domain/environment/service.ts';
import { cleanText } from '#domain/text.ts';
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

const CONDITION_WORDS = {
  failing: ['Service en échec', 'Services en échec'],
  warning: ['Service en alerte', 'Services en alerte'],
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
  return `${all === 1 ? singular : many} : ${named.join(', ')}${more}`;
}

/**
 * Names the services in a notification: `Services en échec : api, worker, web +2 · 2 services n’ont pas pu être lus`. An empty text
 * without names and unread services.
 */
export function servicesText(
  condition: keyof typeof CONDITION_WORDS,
  names: readonly string[],
  { unnamed, unread }: Counted,
): string {
  const parts = [
    names.length > 0 && namesText(condition, names, names.length + unnamed),
    unread > 0 && counted(unread, { one: '# service n’a pas pu être lu', other: '# services n’ont pas pu être lus' }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
