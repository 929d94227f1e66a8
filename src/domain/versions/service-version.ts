import type { ServiceSource } from './source.ts';
import type { Version } from './version.ts';

/** One service of an environment, with what its configuration says of versions. */
export type ServiceVersion = {
  readonly id: string;
  /** Undefined when Qovery gives none. */
  readonly name: string | undefined;
  /** APPLICATION, CONTAINER, …, or a value that this version does not know. */
  readonly kind: string;
  readonly source: ServiceSource | undefined;
  /** The version that the next deployment brings. Undefined for a branch, whose next commit is not known. */
  readonly configured: Version | undefined;
  /** The commit that Qovery names as deployed. Undefined for images and charts, of which `/services` tells none. */
  readonly deployedCommit: Version | undefined;
  /** Epoch milliseconds at which Qovery noted the commit. */
  readonly commitNotedAt: number | undefined;
};

/** One commit of a branch. */
export type Commit = {
  readonly id: string;
  readonly message: string | undefined;
  readonly author: string | undefined;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
};

/**
 * Returns the key of a service within its project: its kind and its name. No id links the services of two environments, so
 * a renamed service gets a key of its own.
 */
export const serviceKey = ({ kind, name, id }: Pick<ServiceVersion, 'kind' | 'name' | 'id'>): string =>
  `${kind} ${(name ?? id).trim().toLowerCase()}`;

/** What is known of the version that a service runs. `configured` is set only when it is not deployed. */
export type RunningVersion = {
  readonly deployed: Version | undefined;
  readonly pending: Version | undefined;
};

/**
 * Returns the version that a service was deployed with, and the version that is configured and not deployed.
 *
 * Git services name their deployed commit. For images and charts the configured version is the deployed one as long as
 * Qovery calls the service, or its whole environment, up to date. Otherwise `before`, the version that was deployed by the
 * same deployment when this browser last knew it, is the deployed one.
 */
export function versionOf(
  { source, configured, deployedCommit }: ServiceVersion,
  configuration: string | undefined,
  before?: Version,
): RunningVersion {
  if (source?.kind === 'git' || deployedCommit) return { deployed: deployedCommit, pending: undefined };
  if (configuration === 'UP_TO_DATE') return { deployed: configured, pending: undefined };
  const isKnown = configuration === 'OUT_OF_DATE' || configuration === 'NEVER_DEPLOYED';
  const isPending = isKnown && configured && configured.text !== before?.text;
  return { deployed: before, pending: isPending ? configured : undefined };
}
