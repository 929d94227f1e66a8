import type { Grouping } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { modeRank } from '#domain/environment/mode.ts';
import { groupBy } from '#domain/group-by.ts';
import { type GroupCondition, groupConditionOf } from './attention.ts';

export type Group = {
  /** Independent of the members; empty for environments whose group is unknown. */
  readonly key: string;
  /** The name of a project, organization or cluster, Qovery's mode, or a tone. */
  readonly title: string;
  readonly members: readonly BoardEnvironment[];
  readonly worst: GroupCondition;
  /** Name of the organization of all members, when the group is a project. */
  readonly organization?: string | undefined;
};

type GroupKey = readonly [key: string, title: string];
const GROUP_KEY: Readonly<Record<Exclude<Grouping, 'none'>, (environment: BoardEnvironment) => GroupKey>> = {
  project: ({ info }) => [info?.projectId ?? '', info?.projectName ?? ''],
  organization: ({ info }) => [info?.organizationId ?? '', info?.organizationName ?? ''],
  mode: ({ info }) => [info?.mode ?? '', info?.mode ?? ''],
  cluster: ({ info }) => [info?.clusterId ?? '', info?.clusterName ?? ''],
  // A snoozed environment counts as snoozed only, whatever its tone.
  tone: ({ tone, isSnoozed }) => (isSnoozed ? ['snoozed', 'snoozed'] : [tone, tone]),
};

/**
 * Returns the groups of a board, in the order of their first members. Modes have a fixed order, production first,
 * because the user looks for them in the same place under every sort.
 */
export function groupEnvironments(environments: readonly BoardEnvironment[], by: Grouping): readonly Group[] {
  if (by === 'none') {
    return environments.length === 0
      ? []
      : [{ key: 'all', title: '', members: environments, worst: groupConditionOf(environments) }];
  }
  const groups = [...groupBy(environments, (environment) => GROUP_KEY[by](environment)[0])].map(([key, members]) => ({
    key,
    title: members.map((member) => GROUP_KEY[by](member)[1]).find((title) => title !== '') ?? '',
    members,
    worst: groupConditionOf(members),
    organization: by === 'project' ? members[0]?.info?.organizationName || undefined : undefined,
  }));
  return by === 'mode' ? groups.toSorted((a, b) => modeRank(a.key) - modeRank(b.key)) : groups;
}

/** True when a group is collapsed. A board without grouping has no collapsed group. */
export const isFolded = (
  { key }: Group,
  { group, collapsed }: { readonly group: Grouping; readonly collapsed: readonly string[] },
): boolean => group !== 'none' && collapsed.includes(key);
