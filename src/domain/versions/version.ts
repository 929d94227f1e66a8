import { isReleaseTag } from './release.ts';

/**
 * A version of a service. `commit`, `digest` and `release` (a full semantic version) always name the same content.
 * `tag` may move: it may name two images on two days. `engine` is the version of a database.
 */
export type Version = {
  readonly kind: 'commit' | 'digest' | 'release' | 'engine' | 'tag';
  readonly text: string;
};

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A short commit has a letter and a digit: seven digits may be a date or a build number. */
const COMMIT_TAG = /^(?:sha-)?(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40}$/;
const DIGEST = /sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$/;

/** Returns the version of a commit id; undefined for an empty or shortened id. */
export function versionOfCommit(id: string | undefined): Version | undefined {
  const text = (id ?? '').trim().toLowerCase();
  return COMMIT.test(text) ? { kind: 'commit', text } : undefined;
}

/** Returns the version that the tag of an image, or the version of a chart, names; undefined for an empty tag. */
export function versionOfTag(tag: string | undefined): Version | undefined {
  const text = (tag ?? '').trim();
  if (text === '') return undefined;
  const digest = DIGEST.exec(text.toLowerCase())?.[0];
  if (digest !== undefined) return { kind: 'digest', text: digest };
  if (isReleaseTag(text)) return { kind: 'release', text };
  return { kind: COMMIT_TAG.test(text) ? 'commit' : 'tag', text };
}

/** The text by which versions of one kind are compared: tags write a release with a `v` and a commit with `sha-`, or without. */
const comparedText = ({ kind, text }: Version): string =>
  kind === 'release' ? text.replace(/^v/i, '') : kind === 'commit' ? text.replace(/^sha-/, '') : text;

/** True when both name one version. A short commit names each commit that begins with it; it has seven digits or more. */
export function isSameVersion(a: Version, b: Version): boolean {
  const [x, y] = [comparedText(a), comparedText(b)];
  return a.kind === b.kind && (x === y || (a.kind === 'commit' && (x.startsWith(y) || y.startsWith(x))));
}

const SHORT_LENGTH = 7;
const DIGEST_LENGTH = 19;

/** The short form of a version: seven digits of a commit, the algorithm and twelve digits of a digest, any other whole. */
export function shortVersion({ kind, text }: Version): string {
  if (kind === 'commit' && COMMIT.test(text)) return text.slice(0, SHORT_LENGTH);
  return kind === 'digest' ? text.slice(0, DIGEST_LENGTH) : text;
}
