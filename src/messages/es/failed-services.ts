import type { ServiceStatus } from '#domain/environment/service.ts';
import { cleanText } from '#domain/text.ts';
import { counted } from './common.ts';

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
 * Names the services in a notification: `Servicios con error: api, worker, web +2 · 2 servicios no se pudieron leer`. An empty text
 * without names and unread services.
 */
export function servicesText(
  condition: keyof typeof CONDITION_WORDS,
  names: readonly string[],
  { unnamed, unread }: Counted,
): string {
  const parts = [
    names.length > 0 && namesText(condition, names, names.length + unnamed),
    unread > 0 && counted(unread, { one: '# servicio no se pudo leer', other: '# servicios no se pudieron leer' }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
