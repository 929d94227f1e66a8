import type { PollSource } from '#domain/polling/poll-source.ts';

/** Returns the source of a project. `part` sets what a test cares about, such as a rank or an organization. */
export const aProject = (
  id: string,
  environmentIds: readonly string[] = [id],
  part: Partial<PollSource> = {},
): PollSource => ({ key: `project:${id}`, kind: 'project', id, environmentIds, ...part });
