import type { DeployedService } from '#domain/environment/deployment.ts';

/** The sources of an entry, the best first. `seen`: this browser observed the state change. */
export const ACTIVITY_SOURCES = ['feed', 'history', 'seen'] as const;
export type ActivitySource = (typeof ACTIVITY_SOURCES)[number];

/** A deployment, or an observed change of state, of one environment. Times are epoch milliseconds. */
export type ActivityEntry = {
  /** The same for the same entry in every tab and after a reload. */
  readonly key: string;
  readonly environmentId: string;
  /** Undefined for an entry that no history contains. */
  readonly deploymentId?: string | undefined;
  /** Start of the deployment, or the time at which it was first observed. */
  readonly at: number;
  /** Undefined while it runs, and when its end is unknown. */
  readonly endAt?: number | undefined;
  readonly state: string;
  readonly action?: string | undefined;
  readonly origin?: string | undefined;
  readonly triggeredBy?: string | undefined;
  readonly durationSeconds?: number | undefined;
  /** Undefined if no source names the services. */
  readonly services?: readonly DeployedService[] | undefined;
  /** True when it has services that could not be read, so that `services` lacks them. */
  readonly hasUnreadServices?: boolean | undefined;
  /** At least one, each once, in the order of `ACTIVITY_SOURCES`. */
  readonly sources: readonly ActivitySource[];
};

/** Returns the sources of both lists, each once, the best first. */
export const unionOfSources = (
  first: readonly ActivitySource[],
  second: readonly ActivitySource[],
): readonly ActivitySource[] => ACTIVITY_SOURCES.filter((source) => first.includes(source) || second.includes(source));
