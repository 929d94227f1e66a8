import type { OrganizationEventOrigin } from 'qovery-typescript-axios';
import type { DemoEnvironment } from './account.ts';
import { PEOPLE } from './sample-names.ts';
import { fraction, pick, uuid } from './seeded-random.ts';

export type Action = 'DEPLOY' | 'RESTART' | 'STOP' | 'DELETE';

/** A simulated deployment: its action, its times in epoch milliseconds, and its states. */
export type Run = {
  readonly id: string;
  readonly action: Action;
  readonly start: number;
  /** The states while it runs, each with its end in milliseconds after `start`. */
  readonly stages: readonly { readonly state: string; readonly until: number }[];
  readonly final: string;
  /** Milliseconds from start to end. */
  readonly duration: number;
  readonly outdatedAt: number;
  readonly origin: OrganizationEventOrigin;
  readonly triggeredBy: string;
};

type Course = { readonly states: readonly string[]; readonly final: string };

const ORIGINS = ['GIT', 'GIT', 'SKILL', 'CONSOLE', 'CLI', 'API', 'TERRAFORM_PROVIDER', 'QOVERY_INTERNAL'] as const;

const randomAction = (environment: DemoEnvironment, index: number): Action => {
  const draw = fraction(environment.key, 20, index);
  if (draw < 0.08 && environment.mode !== 'PRODUCTION') return 'STOP';
  return draw > 0.88 ? 'RESTART' : 'DEPLOY';
};

/** A deployment follows every stop, because a stopped environment cannot restart. */
const actionOf = (environment: DemoEnvironment, index: number): Action =>
  randomAction(environment, index - 1) === 'STOP' ? 'DEPLOY' : randomAction(environment, index);

function courseOf(action: Action, draw: number): Course {
  const failed = draw >= 0.85 && draw < 0.95;
  if (action === 'STOP') return { states: ['STOP_QUEUED', 'STOPPING'], final: failed ? 'STOP_ERROR' : 'STOPPED' };
  if (action === 'RESTART') {
    return { states: ['RESTART_QUEUED', 'RESTARTING'], final: failed ? 'RESTART_ERROR' : 'RESTARTED' };
  }
  if (failed && draw < 0.9) return { states: ['DEPLOYMENT_QUEUED', 'BUILDING'], final: 'BUILD_ERROR' };
  const states = ['DEPLOYMENT_QUEUED', 'BUILDING', 'DEPLOYING'];
  if (draw >= 0.95) return { states: [...states, 'CANCELING'], final: 'CANCELED' };
  return { states, final: failed ? 'DEPLOYMENT_ERROR' : 'DEPLOYED' };
}

/** Index of the deployment that an environment runs or ran last. `now` is in epoch milliseconds. */
export const runIndexAt = (environment: DemoEnvironment, now: number): number =>
  Math.floor((now - environment.phase) / environment.period);

/** Returns the deployment of an index with all its states, also those in the future. */
export function runOf(environment: DemoEnvironment, index: number): Run {
  const { key, period, phase } = environment;
  const action = actionOf(environment, index);
  const course = courseOf(action, fraction(key, 21, index));
  const intendedMs = Math.min(
    period * (0.3 + 0.25 * fraction(key, 22, index)),
    120_000 + 420_000 * fraction(key, 23, index),
  );
  // At most 55 % of the period, so that a deployment ends before the next one starts. The queue takes a small part.
  // Stages end on whole seconds, as Qovery's durations do.
  const weights = course.states.map((_, stage) => (stage === 0 ? 0.15 : 0.5 + fraction(key, 24, index, stage)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  const stages = course.states.map((state, stage) => {
    passed += weights[stage] ?? 0;
    return { state, until: Math.max(stage + 1, Math.floor((intendedMs * passed) / total / 1000)) * 1000 };
  });
  const duration = stages.at(-1)?.until ?? 0;
  const start = phase + index * period;
  const outdated = fraction(key, 25, index) < 0.2;
  const origin = pick(ORIGINS, key, 26, index);
  return {
    id: uuid(key, 27, index),
    action,
    start,
    stages,
    final: course.final,
    duration,
    outdatedAt: outdated ? start + duration + (period - duration) * 0.5 * fraction(key, 28, index) : Infinity,
    origin,
    triggeredBy: origin === 'QOVERY_INTERNAL' ? 'Qovery' : pick(PEOPLE, key, 29, index),
  };
}

/** The state of a deployment at a time; from its end on, its final state. */
export const stateAt = (run: Run, now: number): string =>
  run.stages.find((stage) => now - run.start < stage.until)?.state ?? run.final;
