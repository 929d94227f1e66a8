import type { ServiceSource } from './source.ts';
import type { Version } from './version.ts';

/** A service of an environment, with the versions in its configuration. */
export type ServiceVersion = {
  readonly id: string;
  /** Undefined when Qovery gives none. */
  readonly name: string | undefined;
  /** APPLICATION, CONTAINER, …, or a value that this version does not know. */
  readonly kind: string;
  readonly source: ServiceSource | undefined;
  /** The version that the next deployment brings. Undefined for a branch, whose next commit is not known. */
  readonly configured: Version | undefined;
  /**
   * The commit that Qovery names as deployed. Undefined for images and charts, because `/services` names none for them.
   */
  readonly deployedCommit: Version | undefined;
  /** Epoch milliseconds at which Qovery noted the commit. */
  readonly commitNotedAt: number | undefined;
};

/** A commit of a branch. */
export type Commit = {
  readonly id: string;
  readonly message: string | undefined;
  readonly author: string | undefined;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
};

/**
 * Returns the key of a service within its project: its kind and its name, in one form of accents. No id links the services of two environments, so
 * a renamed service gets a key of its own.
 */
export const serviceKey = ({ kind, name, id }: Pick<ServiceVersion, 'kind' | 'name' | 'id'>): string =>
  `${kind} ${(name ?? id).normalize('NFC').trim().toLowerCase()}`;

/** The version that a service runs, as far as it is known. `configured` is set only when it is not deployed. */
export type RunningVersion = {
  readonly deployed: Version | undefined;
  readonly pending: Version | undefined;
};

/** The last deployment of a service, as Qovery reports it. */
export type Settlement = {
  /** UP_TO_DATE, OUT_OF_DATE or NEVER_DEPLOYED; undefined when it is not known. */
  readonly configuration: string | undefined;
  /** False while a deployment runs, and after it failed: the version before may still run. */
  readonly isSettled: boolean;
};

/**
 * Returns the version that a service was deployed with, and the version that is configured and not deployed.
 *
 * Git services name their deployed commit. For images and charts the configured version is the deployed one when Qovery
 * calls the service, or its whole environment, up to date, and the last deployment succeeded. Otherwise the deployed one is
 * `before`, the version that this browser last knew to be deployed.
 */
export function versionOf(
  { source, configured, deployedCommit }: ServiceVersion,
  { configuration, isSettled }: Settlement,
  before?: Version,
): RunningVersion {
  if (source?.kind === 'git' || deployedCommit) return { deployed: deployedCommit, pending: undefined };
  if (configuration === 'UP_TO_DATE' && isSettled) return { deployed: configured, pending: undefined };
  const deployed = configuration === 'NEVER_DEPLOYED' ? undefined : before;
  const isKnown = configuration === 'OUT_OF_DATE' || configuration === 'NEVER_DEPLOYED' || deployed !== undefined;
  const isPending = isKnown && configured && configured.text !== deployed?.text;
  return { deployed, pending: isPending ? configured : undefined };
}
