import type { ServiceStatus } from '#domain/environment/service.ts';
import { cleanText } from '#domain/text.ts';

export const SERVICE_LINK = 'Servicio en Qovery';
export const LOG_LINK = 'Registro en Qovery';

/** The steps of a deployment that Qovery names. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  REGISTRY_CREATE_REPOSITORY: 'creación del repositorio de imágenes',
  GIT_CLONE: 'clonación del repositorio',
  BUILD_QUEUEING: 'espera del build',
  BUILD: 'build',
  DEPLOYMENT_QUEUEING: 'espera del despliegue',
  DEPLOYMENT: 'despliegue',
  ROUTER_DEPLOYMENT: 'despliegue del router',
  MIRROR_IMAGE: 'copia de la imagen',
  EXECUTING: 'ejecución',
};

const SUB_ACTION_WORDS: Readonly<Record<string, string>> = {
  TERRAFORM_PLAN_ONLY: 'plan de Terraform',
  TERRAFORM_PLAN_AND_APPLY: 'plan y aplicación de Terraform',
  TERRAFORM_DESTROY: 'destrucción con Terraform',
  TERRAFORM_FORCE_UNLOCK_STATE: 'desbloqueo de Terraform',
  TERRAFORM_MIGRATE_STATE: 'migración del estado de Terraform',
};

const failedAt = (step: string): string => `Error en el paso: ${step}`;

/** Why a service fails, as far as Qovery tells: the step, and the part of a Terraform action. Unknown ones stay as spelt. */
export function failedText({ failedStep, subAction }: Pick<ServiceStatus, 'failedStep' | 'subAction'>): string {
  const part = subAction === undefined ? '' : (SUB_ACTION_WORDS[subAction] ?? subAction);
  if (failedStep === undefined) return part;
  const text = failedAt(STEP_WORDS[failedStep] ?? failedStep);
  return part === '' ? text : `${text}, ${part}`;
}

const CONDITION_WORDS = {
  failing: ['Servicio con error', 'Servicios con error'],
  warning: ['Servicio con aviso', 'Servicios con aviso'],
} as const satisfies Record<string, readonly [singular: string, plural: string]>;

const MAX_NAMED = 3;
const NAME_LENGTH = 60;

/** Names the services in a notification: `Servicios con error: api, worker, web +2`. An empty text without names. */
export function servicesText(condition: keyof typeof CONDITION_WORDS, names: readonly string[]): string {
  if (names.length === 0) return '';
  const [singular, many] = CONDITION_WORDS[condition];
  const named = names.slice(0, MAX_NAMED).map((name) => cleanText(name, NAME_LENGTH));
  const more = names.length > MAX_NAMED ? ` +${names.length - MAX_NAMED}` : '';
  return `${names.length === 1 ? singular : many}: ${named.join(', ')}${more}`;
}
