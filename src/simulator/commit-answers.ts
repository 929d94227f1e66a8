import type { Commit } from 'qovery-typescript-axios';
import type { World } from './account.ts';
import { commitKeyOf, listedCommits } from './commit-timeline.ts';
import { findService } from './service-versions.ts';
import { iso } from './status-answers.ts';

/** The first part of the path of each kind of service that has a list of commits. */
const KIND_OF_PATH: Readonly<Record<string, string>> = {
  application: 'APPLICATION',
  job: 'JOB',
  helm: 'HELM',
  terraform: 'TERRAFORM',
};

/** The last 100 commits of a service's branch, newest first; undefined for a service without a repository. */
export function commitListOf(
  world: World,
  path: string,
  id: string,
  now: number,
): { readonly results: readonly Commit[] } | undefined {
  const kind = KIND_OF_PATH[path];
  const found = kind && findService(world.environmentById.values(), id);
  if (!found || found.service.type !== kind) return undefined;
  const key = commitKeyOf(found.environment, found.service.name);
  return {
    results: listedCommits(key, now).map(({ sha, message, author, createdAt }) => ({
      created_at: iso(createdAt),
      git_commit_id: sha,
      tag: 'TAGS_NOT_IMPLEMENTED',
      message,
      author_name: author,
    })),
  };
}
