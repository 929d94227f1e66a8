import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAccount } from '#simulator/account.ts';
import {
  commitKeyOf,
  commitOf,
  commitOfRun,
  listedCommits,
  newestCommit,
  releasedCommit,
  releaseOf,
} from '#simulator/commit-timeline.ts';
import { runIndexAt, runOf } from '#simulator/deployment-timeline.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 27, 14);
const anyKey = fc.integer({ min: 0, max: 0xffff_ffff });
const anyTime = fc.integer({ min: Date.UTC(2025, 6, 1), max: Date.UTC(2027, 0, 1) });

describe('commit timeline', () => {
  it('creates each commit after the commit before', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(5_000), (key, index) => {
        expect(commitOf(key, index + 1).createdAt).toBeGreaterThan(commitOf(key, index).createdAt);
        expect(commitOf(key, index).sha).toMatch(/^[0-9a-f]{40}$/);
      }),
    );
  });

  it('returns the newest commit that exists at a time', () => {
    fc.assert(
      fc.property(anyKey, anyTime, (key, at) => {
        const { index, createdAt } = newestCommit(key, at);
        expect(createdAt).toBeLessThanOrEqual(at);
        expect(commitOf(key, index + 1).createdAt).toBeGreaterThan(at);
        expect(listedCommits(key, at)[0]?.index).toBe(index);
        expect(listedCommits(key, at).length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('never releases an older commit later, in any mode', () => {
    fc.assert(
      fc.property(
        anyKey,
        fc.constantFrom('DEVELOPMENT' as const, 'STAGING' as const, 'PRODUCTION' as const, 'PREVIEW' as const),
        anyTime,
        fc.nat(4 * 24 * HOUR_MS),
        (key, mode, at, later) => {
          const { index } = releasedCommit(key, mode, at);
          expect(releasedCommit(key, mode, at + later).index).toBeGreaterThanOrEqual(index);
          expect(index).toBeLessThanOrEqual(newestCommit(key, at).index);
        },
      ),
    );
  });

  it('brings a commit of the past with each deployment, and an older commit with some of them after a failure', () => {
    const environments = [...createAccount().environmentById.values()].filter(({ neverDeployed }) => !neverDeployed);
    const returned = environments.flatMap((environment) => {
      const newest = runIndexAt(environment, NOW);
      return Array.from({ length: 40 }, (_, age) => newest - age).flatMap((index) => {
        const commit = commitOfRun(environment, 'web', index);
        expect(commit.createdAt).toBeLessThanOrEqual(runOf(environment, index).start);
        const isOlder = commit.index < commitOfRun(environment, 'web', index - 1).index;
        return isOlder ? [runOf(environment, index - 1).final] : [];
      });
    });

    expect(returned.length).toBeGreaterThan(0);
    expect([...new Set(returned)]).toEqual(['DEPLOYMENT_ERROR']);
  });

  it('gives the environments of one project the same sequence, and another project another sequence', () => {
    const { projects } = createAccount();
    const keys = projects.map(({ environments }) => new Set(environments.map((one) => commitKeyOf(one, 'web'))));

    expect(keys.every(({ size }) => size === 1)).toBe(true);
    expect(new Set(keys.flatMap((one) => [...one])).size).toBe(projects.length);
  });

  it('gives a newer commit a higher release', () => {
    expect([0, 9, 10, 399, 400].map((index) => releaseOf(commitOf(1, index)))).toEqual([
      '1.0.0',
      '1.0.9',
      '1.1.0',
      '1.39.9',
      '2.0.0',
    ]);
  });
});
