import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isInProgress, type Tone, toneOf } from '#domain/environment/tone.ts';
import { isSettledState } from './settled-states.ts';

/** The part of an environment's status that decides when its versions are requested again. */
export type VersionRequest = {
  readonly id: string;
  /** Text that changes with the last deployment. */
  readonly deployment: string;
  readonly isFinished: boolean;
  /** True when the last deployment succeeded, so that the configured versions are the deployed ones. */
  readonly isSettled: boolean;
  readonly tone: Tone;
  readonly configuration: string | undefined;
};

/** A sent request: the environment's state and the time when it was sent. */
export type SentRequest = Omit<VersionRequest, 'id'> & {
  /** Epoch milliseconds. */
  readonly at: number;
};

/** Versions whose environment did not change are requested again after this many milliseconds. */
const VERSIONS_INTERVAL_MS = 3_600_000;

/** Returns the request for the versions of an environment with this status. */
export const versionRequestOf = (id: string, status: EnvironmentStatus | undefined): VersionRequest => {
  const tone = toneOf(status?.state);
  return {
    id,
    deployment: `${status?.lastDeploymentId ?? ''} ${status?.lastDeploymentAt ?? ''}`,
    isFinished: !isInProgress(tone),
    isSettled: isSettledState(status?.state),
    tone,
    configuration: status?.configuration,
  };
};

/**
 * True when the services of an environment are due: never requested, a deployment has ended since, the configuration was
 * changed since, or an hour has passed. A clock that was set back makes them due too.
 */
export function areServicesDue(sent: SentRequest | undefined, next: VersionRequest, now: number): boolean {
  if (!sent) return true;
  const hasEnded = next.isFinished && (next.deployment !== sent.deployment || !sent.isFinished);
  const isEdited = next.configuration === 'OUT_OF_DATE' && sent.configuration !== 'OUT_OF_DATE';
  return hasEnded || isEdited || Math.abs(now - sent.at) >= VERSIONS_INTERVAL_MS;
}

/** True when the states of an environment's services are due: never requested, or the environment has changed since. */
export const areStatesDue = (sent: SentRequest | undefined, next: VersionRequest): boolean =>
  !sent ||
  next.deployment !== sent.deployment ||
  next.isFinished !== sent.isFinished ||
  next.tone !== sent.tone ||
  next.configuration !== sent.configuration;
