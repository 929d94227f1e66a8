import type { Progress } from '#domain/environment/deployment.ts';
import { type Deployment, isRunning } from '#domain/environment/deployment.ts';
import { isKnownState } from '#domain/environment/state.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { roundedUp } from '#languages/rounded-up.ts';
import { figures } from './common.ts';
import { stateText } from './qovery-terms.ts';
import { durationText } from './relative-time.ts';

/** Progress of a running deployment, compared with its usual duration. */
export function progressText(progress: Progress): string {
  switch (progress.kind) {
    case 'left':
      return `quedan unos ${durationText(roundedUp(progress.seconds))}`;
    case 'over':
      return 'más de lo habitual';
    case 'tooLong':
      return `más de lo habitual (${durationText(progress.usualSeconds)})`;
    default:
      return progress satisfies never;
  }
}

export const usuallyText = (usualSeconds: number): string => `habitual: ${durationText(usualSeconds)}`;

const SERVICE_KIND_WORDS: Readonly<Record<string, string>> = {
  APPLICATION: 'aplicación',
  CONTAINER: 'contenedor',
  DATABASE: 'base de datos',
  JOB: 'tarea',
  HELM: 'chart de Helm',
  TERRAFORM: 'Terraform',
  ARGOCD_APP: 'app de Argo CD',
  AGENTIC_WORKFLOW: 'flujo de agentes',
};
export const serviceKindText = (kind: string): string => SERVICE_KIND_WORDS[kind] ?? kind;

/** A deployment's result in one or two words. A state unknown to Envboard stays as Qovery spells it. */
function resultWord(deployment: Deployment): string {
  const { state } = deployment;
  if (toneOf(state) === 'failing') return 'con error';
  if (isRunning(deployment)) return 'en curso';
  return isKnownState(state) ? stateText(state).toLowerCase() : state;
}

/** `Últimos 9 despliegues: desplegado 8, con error 1`. */
export function deploymentsText(history: readonly Deployment[]): string {
  const counts = new Map<string, number>();
  for (const deployment of history) {
    const word = resultWord(deployment);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `${lastText(history.length)}: ${[...counts].map(([word, count]) => `${word} ${figures(count)}`).join(', ')}${moreUnreadText(history)}`;
}

/** `Últimos 20 despliegues`; `Último despliegue` when there is one. */
export const lastText = (count: number): string =>
  count === 1 ? 'Último despliegue' : `Últimos ${figures(count)} despliegues`;

/** `; no leídos: 1`; empty when none is missing. An unread deployment may be older than the bars. */
export function moreUnreadText(history: readonly Deployment[]): string {
  const unread = history.at(-1)?.unread ?? 0;
  return unread === 0 ? '' : `; no leídos: ${figures(unread)}`;
}

export const NO_DEPLOYMENTS = 'aún sin despliegues';
