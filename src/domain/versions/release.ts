import parse from 'semver/functions/parse.js';
import { isMovingPreRelease, isNewerPreRelease } from './pre-release.ts';

/** The parts of a release in which two versions can differ, the most important first. */
type ReleasePart = 'major' | 'minor' | 'patch' | 'build';

/** The first part in which two releases differ, and by how much. `newer` is true when the second release is newer. */
export type ReleaseDistance = {
  readonly isNewer: boolean;
  /** Absent when the two differ only in their pre-releases. */
  readonly part?: ReleasePart;
  readonly steps?: number;
};

/** Three numbers, or four as .NET and Java programs have them, with an optional `v`, pre-release and build metadata. */
const RELEASE = /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*))(?:\.(0|[1-9]\d*))?(-[\w.-]+)?(\+[\w.-]+)?$/i;
/** A year at the start: `2026.11.2` names a day and does not show the size of a change. */
const CALENDAR = /^v?(?:19|20|21)\d\d(?:\d\d){0,2}\./i;
const PARTS = ['major', 'minor', 'patch'] as const;

function read(text: string) {
  const [, core, fourth = '0', suffix = ''] = RELEASE.exec(text) ?? [];
  const release = core === undefined || CALENDAR.test(text) ? null : parse(`${core}${suffix}`);
  const build = Number(fourth);
  if (release === null || !Number.isSafeInteger(build)) return undefined;
  const preRelease = release.prerelease.join('.');
  return isMovingPreRelease(preRelease) ? undefined : { release, build, preRelease };
}

/**
 * True for a full semantic version, also with a `v` in front or four numbers. False for a calendar version, and for a
 * version that moves, such as `1.2.3-SNAPSHOT`.
 */
export const isReleaseTag = (text: string): boolean => read(text) !== undefined;

/**
 * Returns how far the second release is from the first, by the rules of semantic versions; build metadata does not count.
 * Undefined when one of them is no release, or when nothing proves which of two pre-releases is the newer one.
 */
export function releaseDistance(first: string, second: string): ReleaseDistance | undefined {
  const a = read(first);
  const b = read(second);
  if (!a || !b) return undefined;
  const part = PARTS.find((name) => a.release[name] !== b.release[name]);
  if (part !== undefined) {
    const steps = b.release[part] - a.release[part];
    return { isNewer: steps > 0, part, steps: Math.abs(steps) };
  }
  if (a.build !== b.build) return { isNewer: b.build > a.build, part: 'build', steps: Math.abs(b.build - a.build) };
  const isNewer = isNewerPreRelease(a.preRelease, b.preRelease);
  return isNewer === undefined ? undefined : { isNewer };
}
