import { type ReleaseDistance, releaseDistance } from './release.ts';
import type { Commit } from './service-version.ts';
import { type ServiceSource, sameSource } from './source.ts';
import { isSameVersion, type Version } from './version.ts';

/** A service as one environment runs it, for a comparison. */
export type Compared = { readonly version: Version | undefined; readonly source: ServiceSource | undefined };

/**
 * How a service relates to the same service of another environment. `sameMovingTag`: equal tags that may name two images.
 * `unknown`: one version or one source is not known.
 */
export type Relation = 'equal' | 'sameMovingTag' | 'otherSource' | 'different' | 'ahead' | 'behind' | 'unknown';

export type Comparison = {
  readonly relation: Relation;
  /** The number of commits between the two, for `ahead` and `behind`. */
  readonly commits?: number;
  /** The part of the release in which the two differ, for `ahead` and `behind`. */
  readonly release?: ReleaseDistance;
};

const UNKNOWN: Comparison = { relation: 'unknown' };
const DIFFERENT: Comparison = { relation: 'different' };
const orderOf = (isNewer: boolean): 'ahead' | 'behind' => (isNewer ? 'ahead' : 'behind');

/**
 * Compares a service with the same service of another environment: `ahead` means that `here` is newer than `there`.
 *
 * An order needs evidence: both commits in one list of `commits` (newest first), or two semantic versions of one source.
 */
export function compareVersions(here: Compared, there: Compared, commits: readonly Commit[] = []): Comparison {
  const a = here.version;
  const b = there.version;
  if (!a || !b) return UNKNOWN;
  const isSame = sameSource(here.source, there.source);
  if (isSame === false) return { relation: 'otherSource' };
  if (isSame === undefined) return isSameVersion(a, b) ? UNKNOWN : DIFFERENT;
  if (a.kind !== b.kind) return DIFFERENT;
  if (isSameVersion(a, b)) return { relation: a.kind === 'tag' ? 'sameMovingTag' : 'equal' };
  if (a.kind === 'release') {
    const release = releaseDistance(b.text, a.text);
    return release ? { relation: orderOf(release.isNewer), release } : DIFFERENT;
  }
  return a.kind === 'commit' ? compareCommits(a, b, commits) : DIFFERENT;
}

function compareCommits(here: Version, there: Version, commits: readonly Commit[]): Comparison {
  const indexOf = (version: Version) =>
    commits.findIndex(({ id }) => isSameVersion(version, { kind: 'commit', text: id }));
  const a = indexOf(here);
  const b = indexOf(there);
  if (a < 0 || b < 0 || a === b) return DIFFERENT;
  return { relation: orderOf(a < b), commits: Math.abs(a - b) };
}

/** True for a relation that the page marks, because the two environments are not in step. */
export const isApart = ({ relation }: Comparison): boolean =>
  relation === 'different' || relation === 'ahead' || relation === 'behind' || relation === 'otherSource';
