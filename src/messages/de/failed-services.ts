import type { ServiceStatus } from '#domain/environment/service.ts';
import { cleanText } from '#domain/text.ts';
import { counted } from './common.ts';

export const SERVICE_LINK = 'Dienst in Qovery öffnen';
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
  failing: ['Fehlgeschlagener Dienst', 'Fehlgeschlagene Dienste'],
  warning: ['Dienst mit Warnung', 'Dienste mit Warnung'],
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
 * Names the services in a notification: `Fehlgeschlagene Dienste: api, worker, web +2 · 2 Dienste konnten nicht gelesen werden`. An empty text
 * without names and unread services.
 */
export function servicesText(
  condition: keyof typeof CONDITION_WORDS,
  names: readonly string[],
  { unnamed, unread }: Counted,
): string {
  const parts = [
    names.length > 0 && namesText(condition, names, names.length + unnamed),
    unread > 0 &&
      counted(unread, { one: '# Dienst konnte nicht gelesen werden', other: '# Dienste konnten nicht gelesen werden' }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
