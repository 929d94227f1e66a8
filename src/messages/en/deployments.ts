import type { Progress } from '#domain/environment/deployment.ts';
import { type Deployment, isRunning } from '#domain/environment/deployment.ts';
import { isKnownState } from '#domain/environment/state.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { roundedUp } from '#languages/rounded-up.ts';
import { plural } from './common.ts';
import { stateText } from './qovery-terms.ts';
import { durationText } from './relative-time.ts';

/** Progress of a running deployment, compared with its usual duration. */
export function progressText(progress: Progress): string {
  switch (progress.kind) {
    case 'left':
      return `about ${durationText(roundedUp(progress.seconds))} left`;
    case 'over':
      return 'longer than usual';
    case 'tooLong':
      return `longer than usual (${durationText(progress.usualSeconds)})`;
    default:
      return progress satisfies never;
  }
}

export const usuallyText = (usualSeconds: number): string => `usually ${durationText(usualSeconds)}`;

const SERVICE_KIND_WORDS: Readonly<Record<string, string>> = {
  APPLICATION: 'application',
  CONTAINER: 'container',
  DATABASE: 'database',
  JOB: 'job',
  HELM: 'Helm chart',
  TERRAFORM: 'Terraform',
  ARGOCD_APP: 'Argo CD app',
  AGENTIC_WORKFLOW: 'agentic workflow',
};
export const serviceKindText = (kind: string): string => SERVICE_KIND_WORDS[kind] ?? kind;

/** A deployment's result in one or two words. Every failure is `failed`; a state unknown to Envboard stays as Qovery spells it. */
function resultWord(deployment: Deployment): string {
  const { state } = deployment;
  if (toneOf(state) === 'failing') return 'failed';
  if (isRunning(deployment)) return 'in progress';
  return isKnownState(state) ? stateText(state).toLowerCase() : state;
}

/** `Last 9 deployments: 8 deployed, 1 failed`. */
export function deploymentsText(history: readonly Deployment[]): string {
  const counts = new Map<string, number>();
  for (const deployment of history) {
    const word = resultWord(deployment);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `${lastText(history.length)}: ${[...counts].map(([word, count]) => `${count} ${word}`).join(', ')}${moreUnreadText(history)}`;
}

/** `Last 20 deployments`; `Last deployment` when there is one. */
export const lastText = (count: number): string =>
  count === 1 ? 'Last deployment' : `Last ${plural(count, 'deployment')}`;

/** `; 1 more could not be read`; empty when none is missing. An unread deployment may be older than the bars. */
export function moreUnreadText(history: readonly Deployment[]): string {
  const unread = history.at(-1)?.unread ?? 0;
  return unread === 0 ? '' : `; ${unread} more could not be read`;
}

export const NO_DEPLOYMENTS = 'no deployments yet';
