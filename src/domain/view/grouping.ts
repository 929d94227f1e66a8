import type { Grouping } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { groupBy } from '#domain/group-by.ts';

export type Group = {
  /** Stable while members come and go; empty for what belongs to no known group. */
  readonly key: string;
  /** The name of a project, organization or cluster, or Qovery's word for a mode or ours for a tone. */
  readonly title: string;
  readonly members: readonly BoardEnvironment[];
  readonly failing: number;
};

type GroupKey = readonly [key: string, title: string];
const GROUP_KEY: Readonly<Record<Exclude<Grouping, 'none'>, (one: BoardEnvironment) => GroupKey>> = {
  project: ({ info }) => [info?.projectId ?? '', info?.projectName ?? ''],
  organization: ({ info }) => [info?.organizationId ?? '', info?.organizationName ?? ''],
  mode: ({ info }) => [info?.mode ?? '', info?.mode ?? ''],
  cluster: ({ info }) => [info?.clusterId ?? '', info?.clusterName ?? ''],
  tone: ({ tone }) => [tone, tone],
};

const failingOf = (members: readonly BoardEnvironment[]): number =>
  members.filter(({ tone }) => tone === 'failing').length;

/** Groups in the order in which their first members come. */
export function groupEnvironments(environments: readonly BoardEnvironment[], by: Grouping): readonly Group[] {
  if (by === 'none') {
    return environments.length === 0
      ? []
      : [{ key: 'all', title: '', members: environments, failing: failingOf(environments) }];
  }
  const groups = groupBy(environments, (one) => GROUP_KEY[by](one)[0]);
  return [...groups].map(([key, members]) => ({
    key,
    title: members.map((one) => GROUP_KEY[by](one)[1]).find((title) => title !== '') ?? '',
    members,
    failing: failingOf(members),
  }));
}

/** True when a group is folded away. A board that is not grouped cannot be. */
export const isFolded = (
  { key }: Group,
  { group, collapsed }: { readonly group: Grouping; readonly collapsed: readonly string[] },
): boolean => group !== 'none' && collapsed.includes(key);
