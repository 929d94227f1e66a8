/** Words of stages, the oldest first. Only these have an order between different words. */
const STAGES = ['alpha', 'beta', 'rc'];
/** Words before a number that counts builds. In `alpine3`, `java17` and `pr12` the number names no age. */
const COUNTED = new Set([
  ...STAGES,
  ...['build', 'b', 'ci', 'rev', 'r', 'pre', 'preview', 'milestone', 'm', 'patch'],
  ...['snapshot', 'dev', 'nightly', 'canary', 'main', 'master'],
]);
/** Words of tags that a registry overwrites with each build. */
const MOVING = new Set([
  ...['snapshot', 'latest', 'stable', 'current', 'next', 'canary', 'nightly', 'edge', 'unstable'],
  ...['main', 'master', 'trunk', 'head', 'dev', 'develop', 'development'],
]);
/** The number or the commit of one build. */
const BUILD = /^(?:\d+|g?[0-9a-f]{7,40})$/;

/** True for a pre-release such as `SNAPSHOT` or `main`: each build overwrites it. False for `main.5`, which names a build. */
export function isMovingPreRelease(preRelease: string): boolean {
  const words = preRelease.toLowerCase().split(/[.-]/);
  return words.some((word) => MOVING.has(word)) && !words.some((word) => BUILD.test(word));
}

const tokensOf = (preRelease: string): readonly string[] => preRelease.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
const isNumber = (token: string): boolean => token >= '0' && token < 'a';

/**
 * Returns whether the second pre-release of one version is newer than the first; undefined without evidence.
 * The empty text is the release itself.
 *
 * Evidence is a number after the same word (`rc9`, `rc10`), or the stages alpha, beta, rc and release. Names of images
 * (`alpine`, `arm64`), of environments (`staging`) and of commits have no order, although semantic versions sort them.
 */
export function isNewerPreRelease(first: string, second: string): boolean | undefined {
  const a = tokensOf(first);
  const b = tokensOf(second);
  if (![...a, ...b].every((token) => isNumber(token) || COUNTED.has(token))) return undefined;
  const differing = Array.from({ length: Math.max(a.length, b.length) }, (_, at) => [a[at], b[at]] as const).filter(
    ([one, other]) => one !== other,
  );
  const words = differing.flat().filter((token) => token !== undefined && !isNumber(token));
  const [[one, other] = []] = differing;
  if (!words.every((word) => word !== undefined && STAGES.includes(word))) return undefined;
  if (a[0] === undefined || b[0] === undefined) return compareWithRelease(a[0], b[0]);
  // Semantic versions: fewer identifiers come before more, and a number comes before a word.
  if (one === undefined || other === undefined) return differing.length === 0 ? undefined : one === undefined;
  if (isNumber(one) && isNumber(other)) return BigInt(one) === BigInt(other) ? undefined : BigInt(other) > BigInt(one);
  if (!isNumber(one) && !isNumber(other)) return STAGES.indexOf(other) > STAGES.indexOf(one);
  return a[0] === b[0] ? isNumber(one) : undefined;
}

/** A stage comes before its release. A number alone may be the revision of a package, which comes after it. */
function compareWithRelease(first: string | undefined, second: string | undefined): boolean | undefined {
  const stage = first ?? second;
  return stage !== undefined && STAGES.includes(stage) ? second === undefined : undefined;
}
