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
      return `reste env. ${durationText(roundedUp(progress.seconds))}`;
    case 'over':
      return 'durée inhabituelle';
    case 'tooLong':
      return `durée inhabituelle (d’habitude ${durationText(progress.usualSeconds)})`;
    default:
      return progress satisfies never;
  }
}

export const usuallyText = (usualSeconds: number): string => `d’habitude ${durationText(usualSeconds)}`;

const SERVICE_KIND_WORDS: Readonly<Record<string, string>> = {
  APPLICATION: 'application',
  CONTAINER: 'conteneur',
  DATABASE: 'base de données',
  JOB: 'job',
  HELM: 'chart Helm',
  TERRAFORM: 'Terraform',
  ARGOCD_APP: 'app Argo CD',
  AGENTIC_WORKFLOW: 'workflow agentique',
};
export const serviceKindText = (kind: string): string => SERVICE_KIND_WORDS[kind] ?? kind;

/** A deployment's result in one or two words. A state unknown to Envboard stays as Qovery spells it. */
function resultWord(deployment: Deployment): string {
  const { state } = deployment;
  if (toneOf(state) === 'failing') return 'en échec';
  if (isRunning(deployment)) return 'en cours';
  return isKnownState(state) ? stateText(state).toLowerCase() : state;
}

/** `9 derniers déploiements : déployé 8, en échec 1`. */
export function deploymentsText(history: readonly Deployment[]): string {
  const counts = new Map<string, number>();
  for (const deployment of history) {
    const word = resultWord(deployment);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `${lastText(history.length)} : ${[...counts].map(([word, count]) => `${word} ${figures(count)}`).join(', ')}${moreUnreadText(history)}`;
}

/** `20 derniers déploiements`; `Dernier déploiement` when there is one. */
export const lastText = (count: number): string =>
  count === 1 ? 'Dernier déploiement' : `${figures(count)} derniers déploiements`;

/** `; non lus : 1`; empty when none is missing. An unread deployment may be older than the bars. */
export function moreUnreadText(history: readonly Deployment[]): string {
  const unread = history.at(-1)?.unread ?? 0;
  return unread === 0 ? '' : ` ; non lus : ${figures(unread)}`;
}

export const NO_DEPLOYMENTS = 'aucun déploiement';
