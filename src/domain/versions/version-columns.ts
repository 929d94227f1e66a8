import { compareNames } from '#domain/compare-names.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { columnRank } from '#domain/environment/mode.ts';
import { groupBy } from '#domain/group-by.ts';

const PREVIEW = 'PREVIEW';

/** True for an environment of a pull request. */
export const isPreview = ({ info }: BoardEnvironment): boolean => info?.mode === PREVIEW;

/**
 * Returns the environments of each project, in the order development, staging, production, and by name within a mode.
 * Projects come by name, so that no answer moves a matrix.
 */
export function versionColumns(
  shown: readonly BoardEnvironment[],
  hasPreviews: boolean,
): ReadonlyMap<string, readonly BoardEnvironment[]> {
  const kept = hasPreviews ? shown : shown.filter((environment) => !isPreview(environment));
  const groups = groupBy(kept, ({ info }) => info?.projectId ?? '');
  const projectName = (members: readonly BoardEnvironment[]) => members[0]?.info?.projectName ?? '';
  return new Map(
    [...groups]
      .toSorted(([a, one], [b, other]) => compareNames(projectName(one), projectName(other)) || (a < b ? -1 : 1))
      .map(([id, members]) => [
        id,
        members.toSorted(
          (a, b) =>
            columnRank(a.info?.mode ?? '') - columnRank(b.info?.mode ?? '') ||
            compareNames(a.info?.name ?? a.id, b.info?.name ?? b.id) ||
            (a.id < b.id ? -1 : 1),
        ),
      ]),
  );
}
