import type { Pin } from '#domain/board/pin.ts';
import type { Directory } from '#domain/environment/directory.ts';
import type { Members } from '#domain/environment/project-members.ts';
import { groupBy } from '#domain/group-by.ts';

/** What one request covers: the environments of one project, or one environment. */
export type PollSource = {
  readonly key: string;
  readonly kind: 'project' | 'environment';
  readonly id: string;
  /** The pinned environments that this source answers for. */
  readonly environmentIds: readonly string[];
  /** See `poll-ranks.ts`; a source of the user's own boards has none. */
  readonly rank?: 'shared' | 'unknown' | undefined;
};

/** An environment asked on its own. */
export const environmentSource = (id: string): PollSource => ({
  key: `environment:${id}`,
  kind: 'environment',
  id,
  environmentIds: [id],
});

/** How an environment comes onto a board: its place in the order, and the pinned project that brings it, if one does. */
export type Pinned = { readonly id: string; readonly pinnedBy?: string };

type Knowledge = {
  readonly directory: Directory;
  /** What pinned projects were last heard to hold, by project; vanished ones among them. */
  readonly members: Readonly<Record<string, Members>>;
};

/** The environments of a board in the order of its pins. Project pins bring what they are known to hold. */
export function pinnedEnvironments(
  pins: readonly Pin[],
  hidden: readonly string[],
  { directory, members }: Knowledge,
): readonly Pinned[] {
  const environmentsOf = groupBy([...directory.values()], ({ projectId }) => projectId);
  const found = new Map<string, Pinned>();
  // A pin of its own wins over the project's: it has a label, and is not hidden with the project.
  for (const { kind, id } of pins) if (kind === 'environment') found.set(id, { id });
  const away = new Set(hidden);
  return pins
    .flatMap(({ kind, id: pinned }): readonly Pinned[] => {
      if (kind === 'environment') return [{ id: pinned }];
      const heard = members[pinned];
      const ids = heard ? Object.keys(heard) : (environmentsOf.get(pinned) ?? []).map(({ id }) => id);
      return ids.filter((id) => !away.has(id)).map((id) => ({ id, pinnedBy: pinned }));
    })
    .filter((one) => {
      const known = found.get(one.id);
      if (known === undefined) found.set(one.id, one);
      return known === undefined || (known.pinnedBy === undefined && one.pinnedBy === undefined);
    });
}

/** The same list as before where nothing came, went or moved: a project that is heard mostly holds what its names said. */
export const reusePinned = (before: readonly Pinned[], after: readonly Pinned[]): readonly Pinned[] =>
  before.length === after.length &&
  before.every(({ id, pinnedBy }, at) => id === after[at]?.id && pinnedBy === after[at]?.pinnedBy)
    ? before
    : after;

/**
 * One request a source a poll: a project that is pinned, or holds two or more pins, is asked as a whole; everything else
 * one by one.
 */
export function sourcesOf(
  pinned: readonly Pinned[],
  projectPins: readonly string[],
  directory: Directory,
): readonly PollSource[] {
  const projectOf = ({ id, pinnedBy }: Pinned) => pinnedBy ?? directory.get(id)?.projectId ?? '';
  const byProject = new Map(groupBy(pinned, projectOf));
  const wholes = new Set(projectPins);
  for (const id of projectPins) if (!byProject.has(id)) byProject.set(id, []);
  return [...byProject].flatMap(([projectId, all]) => {
    const environmentIds = all.map(({ id }) => id);
    if (projectId === '' || (environmentIds.length < 2 && !wholes.has(projectId))) {
      return environmentIds.map(environmentSource);
    }
    return [{ key: `project:${projectId}`, kind: 'project' as const, id: projectId, environmentIds }];
  });
}

/** The sources with every project that tells too little turned into its single environments. */
export const withoutPartial = (
  sources: readonly PollSource[],
  sparseProjects: ReadonlySet<string>,
): readonly PollSource[] =>
  sparseProjects.size === 0
    ? sources
    : sources.flatMap((source) =>
        source.kind === 'project' && sparseProjects.has(source.id)
          ? source.environmentIds.map((id) => ({ ...environmentSource(id), ...(source.rank && { rank: source.rank }) }))
          : [source],
      );

/** One source for each key, that answers for all that either wants. */
export function mergeSources(sources: readonly PollSource[]): readonly PollSource[] {
  return [...groupBy(sources, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const environmentIds = [...new Set(same.flatMap((one) => one.environmentIds))];
    // The user's own board counts, then the one that knows the environment.
    const rank = same.some((one) => one.rank === undefined)
      ? undefined
      : (same.find((one) => one.rank === 'shared')?.rank ?? first.rank);
    return [{ ...first, environmentIds, ...(same.length > 1 && { rank }) }];
  });
}
