import type { Directory } from './directory.ts';
import { groupBy } from './group-by.ts';
import type { Pin } from './pin.ts';

/** What one request covers: the environments of one project, or one environment. */
export type Source = {
  readonly key: string;
  readonly kind: 'project' | 'environment';
  readonly id: string;
  /** The pinned environments that this source answers for. */
  readonly environmentIds: readonly string[];
};

const environmentSource = (id: string): Source => ({
  key: `environment:${id}`,
  kind: 'environment',
  id,
  environmentIds: [id],
});

/**
 * One request a source a poll: a project that holds two or more pins is asked as a whole, everything else one by one.
 * `sparseProjects` answered with ids and states only, so their environments are asked singly.
 */
export function sourcesOf(
  environmentIds: readonly string[],
  directory: Directory,
  sparseProjects: ReadonlySet<string> = new Set(),
): readonly Source[] {
  const byProject = groupBy(environmentIds, (id) => directory.get(id)?.projectId ?? '');
  return [...byProject].flatMap(([projectId, ids]) =>
    projectId === '' || ids.length < 2 || sparseProjects.has(projectId)
      ? ids.map(environmentSource)
      : [{ key: `project:${projectId}`, kind: 'project' as const, id: projectId, environmentIds: ids }],
  );
}

/** The environments that a board's pins name, in order. Project pins expand to what the directory knows of them. */
export function pinnedEnvironmentIds(pins: readonly Pin[], directory: Directory): readonly string[] {
  const ids = pins.flatMap((pin) =>
    pin.kind === 'environment'
      ? [pin.id]
      : [...directory.values()].filter(({ projectId }) => projectId === pin.id).map(({ id }) => id),
  );
  return [...new Set(ids)];
}
