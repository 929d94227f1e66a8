import type { Comparison } from '#domain/versions/compare-versions.ts';
import type { ReleaseDistance } from '#domain/versions/release.ts';
import { counted, figures, plural } from './common.ts';
import { VERSIONS_WORDS } from './versions.ts';

/** The parts of a release, in a mark and in a sentence. */
const STEPS = {
  major: { one: '# mayor', other: '# mayores' },
  minor: { one: '# menor', other: '# menores' },
  patch: { one: '# parche', other: '# parches' },
  build: { one: '# build', other: '# builds' },
} as const;

const LONG_STEPS = {
  ...STEPS,
  major: { one: '# versión mayor', other: '# versiones mayores' },
  minor: { one: '# versión menor', other: '# versiones menores' },
} as const;

const stepsText = ({ part = 'build', steps = 0 }: ReleaseDistance, words: typeof STEPS | typeof LONG_STEPS): string =>
  counted(steps, words[part]);

/** `2 por detrás`, `1 menor por detrás`, `distinta`; undefined for a cell in step, and where nothing is known. */
export function comparisonText({ relation, commits, release }: Comparison): string | undefined {
  if (relation === 'otherSource' || relation === 'different' || relation === 'sameMovingTag')
    return VERSIONS_WORDS[relation];
  if (relation !== 'ahead' && relation !== 'behind') return undefined;
  const word = VERSIONS_WORDS[relation];
  if (commits !== undefined) return `${figures(commits)} ${word}`;
  return release?.part ? `${stepsText(release, STEPS)} ${word}` : word;
}

/** `4 commits por detrás de staging`. */
export function distanceText({ relation, commits, release }: Comparison, other: string): string | undefined {
  if (relation === 'ahead' || relation === 'behind') {
    const where = `${relation === 'ahead' ? 'por delante' : 'por detrás'} de ${other}`;
    if (commits !== undefined) return `${plural(commits, 'commit')} ${where}`;
    return release?.part ? `${stepsText(release, LONG_STEPS)} ${where}` : `Va ${where}`;
  }
  const WORDS: Readonly<Record<string, string>> = {
    equal: `Igual que en ${other}`,
    sameMovingTag: `Mismo tag que en ${other}, pero puede ser otra imagen`,
    otherSource: `De otra fuente que en ${other}`,
    different: `Distinta de la de ${other}. El orden no se conoce`,
  };
  return WORDS[relation];
}

export const configuredText = (version: string): string => `${version} configurada`;

export const maybeConfiguredText = (version: string): string => `${version} configurada, no se sabe si desplegada`;
