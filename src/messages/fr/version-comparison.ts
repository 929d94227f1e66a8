import type { Comparison } from '#domain/versions/compare-versions.ts';
import type { ReleaseDistance } from '#domain/versions/release.ts';
import { counted, figures, plural } from './common.ts';
import { VERSIONS_WORDS } from './versions.ts';

/** The parts of a release, in a mark and in a sentence. */
const STEPS = {
  major: { one: '# majeure', other: '# majeures' },
  minor: { one: '# mineure', other: '# mineures' },
  patch: { one: '# patch', other: '# patchs' },
  build: { one: '# build', other: '# builds' },
} as const;

const LONG_STEPS = {
  ...STEPS,
  major: { one: '# version majeure', other: '# versions majeures' },
  minor: { one: '# version mineure', other: '# versions mineures' },
} as const;

const stepsText = ({ part = 'build', steps = 0 }: ReleaseDistance, words: typeof STEPS | typeof LONG_STEPS): string =>
  counted(steps, words[part]);

/** `2 de retard`, `1 mineure de retard`, `différente`; undefined for a cell in step, and where nothing is known. */
export function comparisonText({ relation, commits, release }: Comparison): string | undefined {
  if (relation === 'otherSource' || relation === 'different' || relation === 'sameMovingTag')
    return VERSIONS_WORDS[relation];
  if (relation !== 'ahead' && relation !== 'behind') return undefined;
  const far = relation === 'ahead' ? 'd’avance' : 'de retard';
  if (commits !== undefined) return `${figures(commits)} ${far}`;
  return release?.part ? `${stepsText(release, STEPS)} ${far}` : VERSIONS_WORDS[relation];
}

/** `4 commits de retard sur staging`. */
export function distanceText({ relation, commits, release }: Comparison, other: string): string | undefined {
  if (relation === 'ahead' || relation === 'behind') {
    const steps =
      commits !== undefined ? plural(commits, 'commit') : release?.part ? stepsText(release, LONG_STEPS) : undefined;
    if (steps === undefined) return `${relation === 'ahead' ? 'En avance' : 'En retard'} sur ${other}`;
    return `${steps} ${relation === 'ahead' ? 'd’avance' : 'de retard'} sur ${other}`;
  }
  const WORDS: Readonly<Record<string, string>> = {
    equal: `Même version que ${other}`,
    sameMovingTag: `Même tag que ${other}, mais l’image peut être une autre`,
    otherSource: `Autre source que ${other}`,
    different: `Autre version que ${other}. L’ordre est inconnu`,
  };
  return WORDS[relation];
}

export const configuredText = (version: string): string => `${version} configurée`;

export const maybeConfiguredText = (version: string): string => `${version} configurée, peut-être pas déployée`;
