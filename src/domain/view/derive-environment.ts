import {
  type BoardEnvironment,
  freshnessOf,
  lateAfterMs,
  toneOfStatus,
} from '#domain/environment/board-environment.ts';
import { type Deployment, isStuck } from '#domain/environment/deployment.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { type Failure, isDenial } from '#domain/environment/failure.ts';
import type { Observation } from '#domain/environment/observation.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isInProgress, isMoving } from '#domain/environment/tone.ts';
import { isSnoozing, type Snooze } from './snooze.ts';

/** How a source is polled. Times are epoch milliseconds of the server's clock. */
export type SourceCondition = {
  readonly movingMs: number;
  readonly calmMs: number;
  readonly observedAt: number | undefined;
  readonly failingSince: number | undefined;
};

/** Everything that a card shows depends on these values and on the time. */
export type EnvironmentInputs = Pick<BoardEnvironment, 'id' | 'label' | 'pinnedBy'> & {
  readonly info: EnvironmentInfo | undefined;
  readonly status: EnvironmentStatus | undefined;
  readonly observation: Observation | undefined;
  /** With the deployment of `status`. */
  readonly history: readonly Deployment[] | undefined;
  /** Why the last request for this environment failed. */
  readonly failure: Failure | undefined;
  readonly snooze: Snooze | undefined;
  readonly source: SourceCondition;
};

/** `now` is the server's time, `localNow` this computer's, by which snoozes end; both in epoch milliseconds. */
type Moment = { readonly now: number; readonly localNow: number };

/** Returns when the shown reading was observed, in epoch milliseconds; undefined when that is unknown. */
const observedAtOf = ({ observation, failure, source }: EnvironmentInputs): number | undefined =>
  observation?.observedAt ?? (failure ? undefined : source.observedAt);

const intervalOf = ({ status, source }: EnvironmentInputs): number =>
  isMoving(toneOfStatus(status)) ? source.movingMs : source.calmMs;

/** Returns the environment as a board shows it. */
export function deriveEnvironment(inputs: EnvironmentInputs, { now, localNow }: Moment): BoardEnvironment {
  const { id, label, pinnedBy, info, status, observation, history, failure, snooze, source } = inputs;
  const reading = status &&
    observation && {
      state: status.state,
      deploymentId: status.lastDeploymentId,
      heardAt: observation.observedAt,
    };
  const isSnoozed = isSnoozing(snooze, reading, localNow, now);
  const freshness = freshnessOf({
    observedAt: observedAtOf(inputs),
    via: observation?.via,
    isPersisted: observation?.isPersisted ?? false,
    // An id that Qovery never answered is unknown, which is no fault of the connection.
    failing: failure !== undefined && (status !== undefined || !isDenial(failure)),
    intervalMs: intervalOf(inputs),
    now,
  });
  return {
    id,
    label,
    info,
    status,
    tone: toneOfStatus(status),
    freshness,
    failure,
    unreachedSince: failure && (observation?.observedAt ?? source.failingSince),
    since: observation?.since,
    isSinceSeen: observation?.isSinceSeen,
    history,
    // Without a fresh reading, the deployment may have ended.
    isStuck: freshness === 'fresh' && isStuck(status, history, observation?.transitions ?? [], now),
    isSnoozed,
    snoozedUntil: isSnoozed ? snooze?.until : undefined,
    pinnedBy,
  };
}

/**
 * Returns the server's time until which `deriveEnvironment` returns the same for these inputs, from `now` on. `now` itself
 * where that is not known: while a snooze or a deployment runs, and for a reading from the future.
 */
export function constantUntil(inputs: EnvironmentInputs, now: number): number {
  const observedAt = observedAtOf(inputs);
  if (inputs.snooze !== undefined || isInProgress(toneOfStatus(inputs.status))) return now;
  if (observedAt === undefined) return Number.POSITIVE_INFINITY;
  if (observedAt > now) return now;
  const lateAt = observedAt + lateAfterMs(intervalOf(inputs));
  return now <= lateAt ? lateAt : Number.POSITIVE_INFINITY;
}
