import type { ServiceStatus } from '#domain/environment/service.ts';
import { servicesTextOf } from '#languages/services-text.ts';
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

/** Names the services in a notification, and counts those that are not named. */
export const servicesText = servicesTextOf({
  conditions: {
    failing: ['Fehlgeschlagener Dienst', 'Fehlgeschlagene Dienste'],
    warning: ['Dienst mit Warnung', 'Dienste mit Warnung'],
  },
  colon: ': ',
  unread: (count) =>
    counted(count, { one: '# Dienst konnte nicht gelesen werden', other: '# Dienste konnten nicht gelesen werden' }),
});
