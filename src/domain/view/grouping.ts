import type { Grouping } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { groupBy } from '#domain/group-by.ts';

export type Group = {
  /** Stable while members come and go; empty for what belongs to no known group. */
  readonly key: string;
  /** The name of a project, organization or cluster, or Qovery's word for a mode or ours for a tone. */
  readonly title: string;
  readonly members: readonly WatchedEnvironment[];
  readonly failing: number;
};

type Place = readonly [key: string, title: string];
const PLACE: Readonly<Record<Exclude<Grouping, 'none'>, (one: WatchedEnvironment) => Place>> = {
  project: ({ environment }) => [environment?.projectId ?? '', environment?.projectName ?? ''],
  organization: ({ environment }) => [environment?.organizationId ?? '', environment?.organizationName ?? ''],
  mode: ({ environment }) => [environment?.mode ?? '', environment?.mode ?? ''],
  cluster: ({ environment }) => [environment?.clusterId ?? '', environment?.clusterName ?? ''],
  tone: ({ tone }) => [tone, tone],
};

const failingOf = (members: readonly WatchedEnvironment[]): number =>
  members.filter(({ tone }) => tone === 'failing').length;

/** Groups in the order in which their first members come. */
export function grouped(watched: readonly WatchedEnvironment[], by: Grouping): readonly Group[] {
  if (by === 'none') {
    return watched.length === 0 ? [] : [{ key: 'all', title: '', members: watched, failing: failingOf(watched) }];
  }
  const groups = groupBy(watched, (one) => PLACE[by](one)[0]);
  return [...groups].map(([key, members]) => ({
    key,
    title: members.map((one) => PLACE[by](one)[1]).find((title) => title !== '') ?? '',
    members,
    failing: failingOf(members),
  }));
}

/** True when a group is folded away. A board that is not grouped cannot be. */
export const isFolded = (
  { key }: Group,
  { group, collapsed }: { readonly group: Grouping; readonly collapsed: readonly string[] },
): boolean => group !== 'none' && collapsed.includes(key);
