import type { Pin } from '#domain/board/pin.ts';
import type { Directory } from '#domain/environment/directory.ts';
import type { Members } from '#domain/environment/project-members.ts';
import { groupBy } from '#domain/group-by.ts';

/** The scope of one status request: the environments of a project, or a single environment. */
export type PollSource = {
  readonly key: string;
  readonly kind: 'project' | 'environment';
  readonly id: string;
  /** The pinned environments whose status this source provides. */
  readonly environmentIds: readonly string[];
  /** See `source-rank.ts`. A source of the user's own boards has none. */
  readonly rank?: 'shared' | 'unknown' | undefined;
  /** The organization, if the directory names it: its change feed announces changes of this source. */
  readonly organizationId?: string | undefined;
  /** The project of a single environment, where the directory names it. */
  readonly projectId?: string | undefined;
};

/** Returns the source of a single environment. */
export const environmentSource = (id: string): PollSource => ({
  key: `environment:${id}`,
  kind: 'environment',
  id,
  environmentIds: [id],
});

/**
 * An environment of a board. `pinnedBy` is the pinned project that contains it, unless the environment itself is
 * pinned.
 */
export type Pinned = { readonly id: string; readonly pinnedBy?: string };

type Knowledge = {
  readonly directory: Directory;
  /** The members in the last answer of each pinned project, by project id; vanished environments included. */
  readonly members: Readonly<Record<string, Members>>;
};

/**
 * Returns the environments of a board in the order of its pins. A project pin contributes the members of its last
 * answer, or those in the directory before its first answer, without the `hidden` ones.
 */
export function pinnedEnvironments(
  pins: readonly Pin[],
  hidden: readonly string[],
  { directory, members }: Knowledge,
): readonly Pinned[] {
  const environmentsOf = groupBy([...directory.values()], ({ projectId }) => projectId);
  // The pin of the environment itself takes precedence over the project's: it can have a label and cannot be hidden.
  const takenIds = new Set(pins.filter(({ kind }) => kind === 'environment').map(({ id }) => id));
  const hiddenIds = new Set(hidden);
  return pins
    .flatMap(({ kind, id: pinned }): readonly Pinned[] => {
      if (kind === 'environment') return [{ id: pinned }];
      const answered = members[pinned];
      const ids = answered ? Object.keys(answered) : (environmentsOf.get(pinned) ?? []).map(({ id }) => id);
      return ids.filter((id) => !hiddenIds.has(id)).map((id) => ({ id, pinnedBy: pinned }));
    })
    .filter(({ id, pinnedBy }) => {
      const isKept = pinnedBy === undefined || !takenIds.has(id);
      takenIds.add(id);
      return isKept;
    });
}

/**
 * Returns `before` when both lists are equal, else `after`. A project's first answer mostly lists the environments that
 * the directory already named, and an unchanged list causes no re-render.
 */
export const reusePinned = (before: readonly Pinned[], after: readonly Pinned[]): readonly Pinned[] =>
  before.length === after.length &&
  before.every(({ id, pinnedBy }, index) => id === after[index]?.id && pinnedBy === after[index]?.pinnedBy)
    ? before
    : after;

/**
 * Returns the sources of a board. A project is one source when it is pinned, or when two or more of its environments
 * are on the board. Every other environment is a source of its own.
 */
export function sourcesOf(
  pinned: readonly Pinned[],
  projectPins: readonly string[],
  directory: Directory,
): readonly PollSource[] {
  const projectOf = ({ id, pinnedBy }: Pinned) => pinnedBy ?? directory.get(id)?.projectId ?? '';
  const byProject = new Map<string, readonly Pinned[]>(groupBy(pinned, projectOf));
  const pinnedProjects = new Set(projectPins);
  for (const id of projectPins) if (!byProject.has(id)) byProject.set(id, []);
  return [...byProject].flatMap(([projectId, environments]) => {
    const environmentIds = environments.map(({ id }) => id);
    if (projectId === '' || (environmentIds.length < 2 && !pinnedProjects.has(projectId))) {
      return environmentIds.map((id) => ({ ...environmentSource(id), ...namedProject(id, directory) }));
    }
    const [organizationId] = environmentIds.flatMap((id) => directory.get(id)?.organizationId ?? []);
    const project = { key: `project:${projectId}`, kind: 'project' as const, id: projectId, environmentIds };
    return [organizationId === undefined ? project : { ...project, organizationId }];
  });
}

function namedProject(id: string, directory: Directory): Pick<PollSource, 'organizationId' | 'projectId'> {
  const { organizationId, projectId } = directory.get(id) ?? {};
  return organizationId === undefined ? {} : { organizationId, projectId };
}

/** Replaces each project whose answers contain only ids and states by its single environments. */
export const withoutPartial = (
  sources: readonly PollSource[],
  sparseProjects: ReadonlySet<string>,
): readonly PollSource[] =>
  sparseProjects.size === 0
    ? sources
    : sources.flatMap((source) =>
        source.kind === 'project' && sparseProjects.has(source.id)
          ? source.environmentIds.map((id) => ({
              ...environmentSource(id),
              ...(source.rank && { rank: source.rank }),
              ...(source.organizationId && { organizationId: source.organizationId, projectId: source.id }),
            }))
          : [source],
      );

/** Merges sources of several tabs into one for each key, with the environments of all of them and the highest rank. */
export function mergeSources(sources: readonly PollSource[]): readonly PollSource[] {
  return [...groupBy(sources, ({ key }) => key).values()].flatMap((same) => {
    const first = same.find(({ organizationId }) => organizationId !== undefined) ?? same[0];
    if (first === undefined) return [];
    const environmentIds = [...new Set(same.flatMap((source) => source.environmentIds))];
    // No rank means `own`, the highest; then `shared`, then `unknown`.
    const rank = same.some((source) => source.rank === undefined)
      ? undefined
      : (same.find((source) => source.rank === 'shared')?.rank ?? first.rank);
    return [{ ...first, environmentIds, rank }];
  });
}
