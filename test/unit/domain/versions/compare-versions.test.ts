import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compared, compareVersions, isApart } from '#domain/versions/compare-versions.ts';
import type { Commit } from '#domain/versions/service-version.ts';
import type { ServiceSource } from '#domain/versions/source.ts';
import { type Version, versionOfCommit, versionOfTag } from '#domain/versions/version.ts';

const sha = (index: number): string => (index + 1).toString(16).padStart(40, 'a');
const commitOf = (index: number): Commit => ({ id: sha(index), message: undefined, author: undefined, createdAt: 0 });
const newestFirst = Array.from({ length: 20 }, (_, age) => commitOf(19 - age));

const GIT: ServiceSource = { kind: 'git', url: 'https://github.com/acme/web.git', rootPath: '/' };
const IMAGE: ServiceSource = { kind: 'image', registry: 'https://ghcr.io', image: 'acme/web' };
const tag = (text: string, source: ServiceSource = IMAGE): Compared => ({ version: versionOfTag(text), source });
const commit = (index: number, source: ServiceSource = GIT): Compared => ({
  version: versionOfCommit(sha(index)),
  source,
});

const anySource = fc.option(
  fc.constantFrom<ServiceSource>(GIT, IMAGE, { ...IMAGE, image: 'acme/api' }, { kind: 'database', engine: 'REDIS' }),
  { nil: undefined },
);
const anyTag = fc.oneof(
  fc.constantFrom(
    'latest',
    'main',
    'v1',
    '1.4',
    '2026.11.2',
    '1.2.3-rc.1',
    '1.2.3-rc10',
    '1.2.3-beta',
    '1.2.3-alpine',
    'v1.2.3',
    '1.2.3+5',
    '1.2.3.4',
    '1.2.3',
  ),
  fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join('.')),
  fc.string(),
);
const anyVersion = fc.option(
  fc.oneof(
    anyTag.map((text): Version | undefined => versionOfTag(text)),
    fc.nat(25).map((index) => versionOfCommit(sha(index))),
    fc.string().map((text): Version => ({ kind: 'engine', text })),
  ),
  { nil: undefined },
);
const anyCompared: fc.Arbitrary<Compared> = fc.record({ version: anyVersion, source: anySource });
const anyCommits = fc.shuffledSubarray(newestFirst);

const MOVING = ['1.2.3-SNAPSHOT', '0.0.0-latest', '1.2.3-main', '1.0.0-dev', 'v1.0.0-nightly', '1.0.0-edge-alpine'];

const OPPOSITE = { ahead: 'behind', behind: 'ahead' } as const;

describe('compareVersions', () => {
  it('is antisymmetric: ahead one way is behind the other way, by the same distance, and all else is the same', () => {
    fc.assert(
      fc.property(anyCompared, anyCompared, anyCommits, (a, b, commits) => {
        const there = compareVersions(a, b, commits);
        const back = compareVersions(b, a, commits);
        const { relation } = there;
        expect(back.relation).toBe(relation === 'ahead' || relation === 'behind' ? OPPOSITE[relation] : relation);
        expect(back.commits).toBe(there.commits);
        expect(back.release?.steps).toBe(there.release?.steps);
      }),
    );
  });

  it('claims an order only for two releases, or two commits of one list, of one source', () => {
    let orders = 0;
    fc.assert(
      fc.property(anyCompared, anyCompared, anyCommits, (a, b, commits) => {
        const { relation } = compareVersions(a, b, commits);
        if (relation !== 'ahead' && relation !== 'behind') return;
        orders += 1;
        expect(a.source).toEqual(b.source);
        expect(a.version?.kind).toBe(b.version?.kind);
        const inList = [a, b].every(({ version }) => commits.some(({ id }) => id === version?.text));
        expect(a.version?.kind === 'release' || inList).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(orders).toBeGreaterThan(0);
  });

  it('never calls a service from another source, or a tag that can move, in step', () => {
    fc.assert(
      fc.property(anyCompared, anyCompared, anyCommits, (a, b, commits) => {
        if (compareVersions(a, b, commits).relation !== 'equal') return;
        expect(a.source).toEqual(b.source);
        expect(a.source).toBeDefined();
        const [here, there] = [a, b].map(
          ({ version }) => version && { ...version, text: version.text.replace(/^v/, '') },
        );
        expect(here).toEqual(there);
        expect(a.version?.kind).not.toBe('tag');
      }),
      { numRuns: 1_000 },
    );
    expect(compareVersions(tag('1.2.3'), tag('1.2.3'))).toEqual({ relation: 'equal' });
  });

  it.each(['latest', 'stable', 'main', 'v1', '1.4', 'main-4471', '2026.11.2', '20261127', '1.2.x', ...MOVING])(
    'calls equal tags %s the same moving tag',
    (text) => {
      expect(compareVersions(tag(text), tag(text))).toEqual({ relation: 'sameMovingTag' });
    },
  );

  it.each([
    ['1.2.3', '1.2.4', { relation: 'behind', release: { isNewer: false, part: 'patch', steps: 1 } }],
    ['v1.2.3', '1.2.3', { relation: 'equal' }],
    ['V1.2.3-rc.1', '1.2.3-rc.1', { relation: 'equal' }],
    ['v1.2.3+5', '1.2.3', { relation: 'different' }],
    ['v1', '1', { relation: 'different' }],
    ['v1.2.3', '1.2.4', { relation: 'behind', release: { isNewer: false, part: 'patch', steps: 1 } }],
    ['4.12.0', '4.11.3', { relation: 'ahead', release: { isNewer: true, part: 'minor', steps: 1 } }],
    ['3.0.0', '1.9.9', { relation: 'ahead', release: { isNewer: true, part: 'major', steps: 2 } }],
    ['1.2.3.5', '1.2.3.4', { relation: 'ahead', release: { isNewer: true, part: 'build', steps: 1 } }],
    ['1.0.0-rc.1', '1.0.0', { relation: 'behind', release: { isNewer: false } }],
    ['2.0.0-rc10', '2.0.0-rc9', { relation: 'ahead', release: { isNewer: true } }],
    ['2.0.0-beta2', '2.0.0-beta11', { relation: 'behind', release: { isNewer: false } }],
    ['2.0.0-rc.2', '2.0.0-rc10', { relation: 'behind', release: { isNewer: false } }],
    ['2.0.0-beta11', '2.0.0-rc1', { relation: 'behind', release: { isNewer: false } }],
    ['2.0.0-rc9', '2.0.0', { relation: 'behind', release: { isNewer: false } }],
    ['1.2.3-build100', '1.2.3-build99', { relation: 'ahead', release: { isNewer: true } }],
    ['1.2.3-main.12', '1.2.3-main.9', { relation: 'ahead', release: { isNewer: true } }],
    ['1.2.3-20261128', '1.2.3-20261127', { relation: 'ahead', release: { isNewer: true } }],
    ['1.2.3-9-gabc1234', '1.2.3-12-gabc9999', { relation: 'different' }],
    ['1.2.3-0ba1234', '1.2.3-f001234', { relation: 'different' }],
    ['1.2.3-5', '1.2.3', { relation: 'different' }],
    ['1.2.3-5', '1.2.3-beta', { relation: 'different' }],
    ['1.0.0-2', '1.0.0-1a', { relation: 'different' }],
    ['1.2.3-amd64', '1.2.3-arm64', { relation: 'different' }],
    ['1.2.3-alpine', '1.2.3', { relation: 'different' }],
    ['1.2.3-alpine3.19', '1.2.3-alpine3.2', { relation: 'different' }],
    ['1.2.3-debian', '1.2.3-alpine', { relation: 'different' }],
    ['1.2.3-rc.1-alpine', '1.2.3-rc.1', { relation: 'different' }],
    ['1.2.3-prod', '1.2.3-staging', { relation: 'different' }],
    ['1.2.3-SNAPSHOT', '1.2.3', { relation: 'different' }],
    ['1.2.3+20', '1.2.3+5', { relation: 'different' }],
    ['1.2.3', 'latest', { relation: 'different' }],
    ['2026.11.2', '2026.10.9', { relation: 'different' }],
    ['2026.11.2', '1.2.3', { relation: 'different' }],
  ])('compares %s with %s', (here, there, expected) => {
    expect(compareVersions(tag(here), tag(there))).toEqual(expected);
  });

  it('counts the commits between two commits of one list', () => {
    expect(compareVersions(commit(3), commit(7), newestFirst)).toEqual({ relation: 'behind', commits: 4 });
    expect(compareVersions(commit(3), commit(3), newestFirst)).toEqual({ relation: 'equal' });
    expect(compareVersions(commit(3), commit(25), newestFirst)).toEqual({ relation: 'different' });
    expect(compareVersions(commit(3), commit(7))).toEqual({ relation: 'different' });
  });

  it('takes a short commit for the commit that it begins, in a comparison and in a list', () => {
    const short = (index: number, length: number) => tag(sha(index).slice(0, length));
    const whole = { version: versionOfCommit('1f'.repeat(20)), source: IMAGE };
    for (const text of ['1f1f1f1', 'sha-1f1f1f1', '1f1f1f1f1f', '1f'.repeat(20)]) {
      expect([text, compareVersions(tag(text), whole)]).toEqual([text, { relation: 'equal' }]);
      expect([text, compareVersions(whole, tag(text))]).toEqual([text, { relation: 'equal' }]);
    }
    for (const text of ['1f1f1f2', '1f1f1f', 'sha-1f1f1f'])
      expect([text, compareVersions(tag(text), whole).relation]).toEqual([text, 'different']);
    // The last digits tell these commits apart.
    expect(compareVersions(short(3, 40), short(7, 40), newestFirst)).toEqual({ relation: 'behind', commits: 4 });
    const listed = ['1f1f1f1a', '2e2e2e2b'].map((start): Commit => ({ ...commitOf(0), id: start.padEnd(40, '0') }));
    expect(compareVersions(tag('1f1f1f1a'), tag('sha-2e2e2e2b'), listed)).toEqual({ relation: 'ahead', commits: 1 });
  });

  it('names another source before it compares versions', () => {
    const mirror = { ...IMAGE, image: 'mirror/web' };
    expect(compareVersions(tag('1.2.3'), tag('1.2.3', mirror))).toEqual({ relation: 'otherSource' });
    expect(isApart({ relation: 'otherSource' })).toBe(true);
    expect(isApart({ relation: 'sameMovingTag' })).toBe(false);
  });

  it('knows nothing where a version or a source is missing', () => {
    expect(compareVersions({ version: undefined, source: GIT }, commit(1))).toEqual({ relation: 'unknown' });
    expect(compareVersions({ ...commit(1), source: undefined }, commit(1))).toEqual({ relation: 'unknown' });
    expect(compareVersions({ ...commit(1), source: undefined }, commit(2))).toEqual({ relation: 'different' });
  });
});
