import type { ServiceStatus } from '#domain/environment/service.ts';
import { cleanText } from '#domain/text.ts';

export const SERVICE_LINK = 'Service in Qovery öffnen';
export const LOG_LINK = 'Log in Qovery öffnen';

/** The steps of a deployment that Qovery names. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  REGISTRY_CREATE_REPOSITORY: 'Anlegen des Image-Repositorys',
  GIT_CLONE: 'Klonen des Repositorys',
  BUILD_QUEUEING: 'Warten auf den Build',
  BUILD: 'Build',
  DEPLOYMENT_QUEUEING: 'Warten auf das Deployment',
  DEPLOYMENT: 'Deployment',
  ROUTER_DEPLOYMENT: 'Deployment des Routers',
  MIRROR_IMAGE: 'Kopieren des Images',
  EXECUTING: 'Ausführung',
};

const SUB_ACTION_WORDS: Readonly<Record<string, string>> = {
  TERRAFORM_PLAN_ONLY: 'Terraform-Plan',
  TERRAFORM_PLAN_AND_APPLY: 'Terraform-Plan mit Anwendung',
  TERRAFORM_DESTROY: 'Terraform-Zerstörung',
  TERRAFORM_FORCE_UNLOCK_STATE: 'Terraform-Entsperrung',
  TERRAFORM_MIGRATE_STATE: 'Umzug des Terraform-Status',
};

const failedAt = (step: string): string => `Fehler beim Schritt: ${step}`;

/** Why a service fails, as far as Qovery tells: the step, and the part of a Terraform action. Unknown ones stay as spelt. */
export function failedText({ failedStep, subAction }: Pick<ServiceStatus, 'failedStep' | 'subAction'>): string {
  const part = subAction === undefined ? '' : (SUB_ACTION_WORDS[subAction] ?? subAction);
  if (failedStep === undefined) return part;
  const text = failedAt(STEP_WORDS[failedStep] ?? failedStep);
  return part === '' ? text : `${text}, ${part}`;
}

const CONDITION_WORDS = {
  failing: ['Fehlgeschlagener Service', 'Fehlgeschlagene Services'],
  warning: ['Service mit Warnung', 'Services mit Warnung'],
} as const satisfies Record<string, readonly [singular: string, plural: string]>;

const MAX_NAMED = 3;
const NAME_LENGTH = 60;

/** Names the services in a notification: `Fehlgeschlagene Services: api, worker, web +2`. An empty text without names. */
export function servicesText(condition: keyof typeof CONDITION_WORDS, names: readonly string[]): string {
  if (names.length === 0) return '';
  const [singular, many] = CONDITION_WORDS[condition];
  const named = names.slice(0, MAX_NAMED).map((name) => cleanText(name, NAME_LENGTH));
  const more = names.length > MAX_NAMED ? ` +${names.length - MAX_NAMED}` : '';
  return `${names.length === 1 ? singular : many}: ${named.join(', ')}${more}`;
}
