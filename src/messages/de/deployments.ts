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
      return `noch etwa ${durationText(roundedUp(progress.seconds))}`;
    case 'over':
      return 'länger als üblich';
    case 'tooLong':
      return `länger als üblich (${durationText(progress.usualSeconds)})`;
    default:
      return progress satisfies never;
  }
}

export const usuallyText = (usualSeconds: number): string => `üblich: ${durationText(usualSeconds)}`;

const SERVICE_KIND_WORDS: Readonly<Record<string, string>> = {
  APPLICATION: 'Anwendung',
  CONTAINER: 'Container',
  DATABASE: 'Datenbank',
  JOB: 'Job',
  HELM: 'Helm-Chart',
  TERRAFORM: 'Terraform',
  ARGOCD_APP: 'Argo-CD-App',
  AGENTIC_WORKFLOW: 'Agenten-Workflow',
};
export const serviceKindText = (kind: string): string => SERVICE_KIND_WORDS[kind] ?? kind;

/** A deployment's result in one or two words. A state unknown to Envboard stays as Qovery spells it. */
function resultWord(deployment: Deployment): string {
  const { state } = deployment;
  if (toneOf(state) === 'failing') return 'fehlgeschlagen';
  if (isRunning(deployment)) return 'läuft';
  return isKnownState(state) ? stateText(state) : state;
}

/** `Letzte 9 Deployments: 8 × Deployt, 1 × fehlgeschlagen`. */
export function deploymentsText(history: readonly Deployment[]): string {
  const counts = new Map<string, number>();
  for (const deployment of history) {
    const word = resultWord(deployment);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `${lastText(history.length)}: ${[...counts].map(([word, count]) => `${figures(count)} × ${word}`).join(', ')}${moreUnreadText(history)}`;
}

/** `Letzte 20 Deployments`; `Letztes Deployment` when there is one. */
export const lastText = (count: number): string =>
  count === 1 ? 'Letztes Deployment' : `Letzte ${figures(count)} Deployments`;

/** `; 1 × nicht lesbar`; empty when none is missing. An unread deployment may be older than the bars. */
export function moreUnreadText(history: readonly Deployment[]): string {
  const unread = history.at(-1)?.unread ?? 0;
  return unread === 0 ? '' : `; ${figures(unread)} × nicht lesbar`;
}

export const NO_DEPLOYMENTS = 'noch keine Deployments';
