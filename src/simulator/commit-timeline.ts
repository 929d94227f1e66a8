import type { EnvironmentModeEnum } from 'qovery-typescript-axios';
import type { DemoEnvironment } from './account.ts';
import { runOf } from './deployment-timeline.ts';
import { COMMIT_MESSAGES, PEOPLE } from './sample-names.ts';
import { fraction, hash, pick } from './seeded-random.ts';

/** A commit of a service's repository. Each environment of a project deploys commits of the same sequence. */
export type DemoCommit = {
  /** Position in the sequence: a commit with a higher index is newer. */
  readonly index: number;
  /** 40 hexadecimal digits. */
  readonly sha: string;
  readonly message: string;
  readonly author: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The first commit of every service. */
const FIRST_AT = Date.UTC(2025, 0, 6, 9);
/** The lengths of the sequence that GitHub, GitLab and Bitbucket list, and that Qovery passes on. */
const LISTED_COMMITS = 100;

/** Returns the key of a service's sequence of commits: the same in all environments of the project. */
export const commitKeyOf = ({ project }: DemoEnvironment, serviceName: string): number =>
  hash(Number.parseInt(project.id.slice(0, 8), 16), ...[...serviceName].map((letter) => letter.charCodeAt(0)));

/** Milliseconds between two commits: 4 hours in a busy repository, 10 days in a quiet repository. */
const periodOf = (key: number): number => Math.round(4 * HOUR_MS * 60 ** fraction(key, 400));

const createdAtOf = (key: number, index: number): number =>
  FIRST_AT + Math.round((index + 0.8 * fraction(key, 401, index)) * periodOf(key));

const shaOf = (key: number, index: number): string =>
  [1, 2, 3, 4, 5].map((part) => hash(key, 402, index, part).toString(16).padStart(8, '0')).join('');

export const commitOf = (key: number, index: number): DemoCommit => ({
  index,
  sha: shaOf(key, index),
  message: pick(COMMIT_MESSAGES, key, 403, index),
  author: pick(PEOPLE, key, 404, index),
  createdAt: createdAtOf(key, index),
});

/** Returns the newest commit at a time, in epoch milliseconds. Never before the first commit. */
export function newestCommit(key: number, at: number): DemoCommit {
  const index = Math.max(0, Math.floor((at - FIRST_AT) / periodOf(key)));
  return commitOf(key, createdAtOf(key, index) > at ? Math.max(0, index - 1) : index);
}

/** Returns the last 100 commits at a time, newest first, as Qovery's `/commit` lists do. */
export function listedCommits(key: number, at: number): readonly DemoCommit[] {
  const { index: newest } = newestCommit(key, at);
  return Array.from({ length: Math.min(newest + 1, LISTED_COMMITS) }, (_, age) => commitOf(key, newest - age));
}

/** The release of a service's commits that a mode has reached: commits up to this time, in epoch milliseconds. */
function releasedUntil(key: number, mode: EnvironmentModeEnum, at: number): number {
  if (mode === 'DEVELOPMENT' || mode === 'PREVIEW') return at;
  if (mode === 'STAGING') return Math.floor(at / (3 * HOUR_MS)) * 3 * HOUR_MS;
  const shift = Math.floor(fraction(key, 405) * DAY_MS);
  const day = Math.floor((at - shift) / DAY_MS);
  const daily = day * DAY_MS + shift - 4 * HOUR_MS;
  // A repair goes to production at once, so that production can be ahead of staging for some hours.
  const repair = [day, day - 1, day - 2].find((one) => fraction(key, 406, one) < 0.1);
  const repairedAt = repair === undefined ? 0 : repair * DAY_MS + shift + 11 * HOUR_MS;
  return Math.max(daily, repairedAt <= at ? repairedAt : 0);
}

/**
 * Returns the commit that a deployment brings to an environment of a mode at a time, in epoch milliseconds. Development
 * gets each commit at once, staging every three hours, production once a day. For one mode the index never decreases.
 */
export const releasedCommit = (key: number, mode: EnvironmentModeEnum, at: number): DemoCommit =>
  newestCommit(key, releasedUntil(key, mode, at));

/**
 * Returns the commit that the deployment of an index brings to an environment. Some deployments that follow a failed
 * deployment return to the commit before.
 */
export function commitOfRun(environment: DemoEnvironment, serviceName: string, runIndex: number): DemoCommit {
  const key = commitKeyOf(environment, serviceName);
  const run = runOf(environment, runIndex);
  const commit = releasedCommit(key, environment.mode, run.start);
  const isRollback =
    fraction(environment.key, 407, runIndex) < 0.3 &&
    runOf(environment, runIndex - 1).final === 'DEPLOYMENT_ERROR' &&
    commit.index > 0;
  return isRollback ? commitOf(key, commit.index - 1) : commit;
}

/** Returns the semantic version of a commit's image or chart. A newer commit has a higher version. */
export const releaseOf = ({ index }: DemoCommit): string =>
  `${1 + Math.floor(index / 400)}.${Math.floor(index / 10) % 40}.${index % 10}`;
