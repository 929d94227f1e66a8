import type { Comparison } from '#domain/versions/compare-versions.ts';
import type { ReleaseDistance } from '#domain/versions/release.ts';
import { figures, plural } from './common.ts';
import { VERSIONS_WORDS } from './versions.ts';

const stepsText = ({ part = 'build', steps = 0 }: ReleaseDistance): string =>
  plural(steps, part, part === 'patch' ? 'patches' : `${part}s`);

/** `2 behind`, `1 minor behind`, `different`; undefined for a cell in step, and where nothing is known. */
export function comparisonText({ relation, commits, release }: Comparison): string | undefined {
  if (relation === 'otherSource' || relation === 'different' || relation === 'sameMovingTag')
    return VERSIONS_WORDS[relation];
  if (relation !== 'ahead' && relation !== 'behind') return undefined;
  const word = VERSIONS_WORDS[relation];
  if (commits !== undefined) return `${figures(commits)} ${word}`;
  return release?.part ? `${stepsText(release)} ${word}` : word;
}

/** `4 commits behind staging`. */
export function distanceText({ relation, commits, release }: Comparison, other: string): string | undefined {
  if (relation === 'ahead' || relation === 'behind') {
    if (commits !== undefined)
      return `${plural(commits, 'commit')} ${relation === 'ahead' ? 'ahead of' : 'behind'} ${other}`;
    const steps = release?.part ? `${stepsText(release)} ` : '';
    return steps === ''
      ? `${relation === 'ahead' ? 'Ahead of' : 'Behind'} ${other}`
      : `${steps}${relation === 'ahead' ? 'ahead of' : 'behind'} ${other}`;
  }
  const WORDS: Readonly<Record<string, string>> = {
    equal: `In step with ${other}`,
    sameMovingTag: `Same tag as ${other}, which may name another image`,
    otherSource: `From another source than in ${other}`,
    different: `Different from ${other}. The order is not known`,
  };
  return WORDS[relation];
}

export const configuredText = (version: string): string => `${version} configured`;

export const maybeConfiguredText = (version: string): string => `${version} configured, not known whether deployed`;
