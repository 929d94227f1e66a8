import type { ServiceStatus } from '#domain/environment/service.ts';
import { servicesTextOf } from '#languages/services-text.ts';
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

/** Names the services in a notification, and counts those that are not named. */
export const servicesText = servicesTextOf({
  conditions: {
    failing: ['Servicio con error', 'Servicios con error'],
    warning: ['Servicio con aviso', 'Servicios con aviso'],
  },
  colon: ': ',
  unread: (count) => counted(count, { one: '# servicio no se pudo leer', other: '# servicios no se pudieron leer' }),
});
