import type { Comparison } from '#domain/versions/compare-versions.ts';
import type { ReleaseDistance } from '#domain/versions/release.ts';
import { counted, figures, plural } from './common.ts';
import { VERSIONS_WORDS } from './versions.ts';

/** The parts of a release, in a mark and in a sentence. */
const STEPS = {
  major: { one: '# Major', other: '# Major' },
  minor: { one: '# Minor', other: '# Minor' },
  patch: { one: '# Patch', other: '# Patches' },
  build: { one: '# Build', other: '# Builds' },
} as const;

const LONG_STEPS = {
  ...STEPS,
  major: { one: '# Major-Version', other: '# Major-Versionen' },
  minor: { one: '# Minor-Version', other: '# Minor-Versionen' },
} as const;

const stepsText = ({ part = 'build', steps = 0 }: ReleaseDistance, words: typeof STEPS | typeof LONG_STEPS): string =>
  counted(steps, words[part]);

/** `2 zurück`, `1 Minor zurück`, `anders`; undefined for a cell in step, and where nothing is known. */
export function comparisonText({ relation, commits, release }: Comparison): string | undefined {
  if (relation === 'otherSource' || relation === 'different' || relation === 'sameMovingTag')
    return VERSIONS_WORDS[relation];
  if (relation !== 'ahead' && relation !== 'behind') return undefined;
  const word = VERSIONS_WORDS[relation];
  if (commits !== undefined) return `${figures(commits)} ${word}`;
  return release?.part ? `${stepsText(release, STEPS)} ${word}` : word;
}

/** `4 Commits hinter staging`. */
export function distanceText({ relation, commits, release }: Comparison, other: string): string | undefined {
  if (relation === 'ahead' || relation === 'behind') {
    const where = `${relation === 'ahead' ? 'vor' : 'hinter'} ${other}`;
    if (commits !== undefined) return `${plural(commits, 'Commit', 'Commits')} ${where}`;
    return release?.part ? `${stepsText(release, LONG_STEPS)} ${where}` : `Liegt ${where}`;
  }
  const WORDS: Readonly<Record<string, string>> = {
    equal: `Gleich wie in ${other}`,
    sameMovingTag: `Gleiches Tag wie in ${other}, vielleicht aber ein anderes Image`,
    otherSource: `Aus einer anderen Quelle als in ${other}`,
    different: `Anders als in ${other}. Die Reihenfolge ist unbekannt`,
  };
  return WORDS[relation];
}

export const configuredText = (version: string): string => `${version} konfiguriert`;

export const maybeConfiguredText = (version: string): string => `${version} konfiguriert, unbekannt, ob deployt`;
