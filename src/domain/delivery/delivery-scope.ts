import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Coverage } from '#domain/activity/coverage.ts';
import { deploymentsOf } from '#domain/activity/history-entries.ts';
import type { PageOptions } from '#domain/board/delivery-options.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { judgeDeployments } from './judge-deployments.ts';
import type { Delivered } from './measure-delivery.ts';

const PRODUCTION = 'PRODUCTION';
const PREVIEW = 'PREVIEW';
/** The value of the option `mode` for every mode but previews. */
export const ALL_MODES = 'all';

type Named = Pick<BoardEnvironment, 'id' | 'info' | 'label'>;

/** Which environments the measures are about. `previews` were left out. */
export type Scope<Environment> = {
  readonly environments: readonly Environment[];
  readonly previews: number;
  /** The modes to choose from. */
  readonly modes: readonly string[];
  /** The chosen mode, or `ALL_MODES`. */
  readonly mode: string;
};

/**
 * Returns the environments of the chosen project and mode. Without a chosen mode these are the production environments, or
 * all where there is none. Previews are never among them. An environment without a name has no mode: it counts under all.
 */
export function scopeOf<Environment extends Named>(
  environments: readonly Environment[],
  { project, mode: chosen }: Pick<PageOptions, 'project' | 'mode'>,
): Scope<Environment> {
  const ofProject = environments.filter(({ info }) => project === undefined || info?.projectId === project);
  const counted = ofProject.filter(({ info }) => info?.mode !== PREVIEW);
  const modes = [...new Set(counted.flatMap(({ info }) => info?.mode || []))];
  const mode = chosen ?? (modes.includes(PRODUCTION) ? PRODUCTION : ALL_MODES);
  return {
    environments: counted.filter(({ info }) => mode === ALL_MODES || info?.mode === mode),
    previews: ofProject.length - counted.length,
    modes,
    mode,
  };
}

/** Returns an environment's judged deployments; undefined until its history was requested. */
export function deliveredOf(
  { id, info }: Named,
  entries: readonly ActivityEntry[],
  coverage: Coverage | undefined,
): Delivered | undefined {
  if (coverage === undefined) return undefined;
  return {
    environmentId: id,
    isProduction: info?.mode === PRODUCTION,
    knownFrom: coverage.knownFrom,
    deployments: judgeDeployments(id, deploymentsOf(entries)),
  };
}
