import { describe, expect, test } from 'vitest';
import { readContent } from '#data/activity/archive-schema.ts';

const service = { id: 's', name: 'web', version: 'c97e40b', kind: 'commit', committedAt: 5 };
const entry = {
  key: 'e 1',
  environmentId: 'e',
  deploymentId: '1',
  at: 1_000,
  endAt: 2_000,
  state: 'DEPLOYED',
  action: 'DEPLOY',
  origin: 'GIT',
  triggeredBy: 'Ada',
  durationSeconds: 1,
  services: [service],
  hasUnreadServices: true,
  sources: ['feed', 'history'],
};
const coverage = { environmentId: 'e', knownFrom: 0, requestedAt: 3_000 };
const ofOther = { ...coverage, environmentId: 'other' };

test('returns entries and coverages as they were stored, also entries with the required fields alone', () => {
  const bare = { key: 'e 2', environmentId: 'e', at: 1, state: 'STOPPED', sources: ['seen'] };
  expect(readContent([entry, bare], [coverage, ofOther])).toEqual({
    entries: [entry, bare],
    coverages: [coverage, ofOther],
    damagedKeys: [],
    uncovered: [],
  });
});

describe('a damaged entry', () => {
  test.each([
    ['a time that is no number', { at: Number.NaN }],
    ['a time that no calendar has', { at: 9e15 }],
    ['no source', { sources: [] }],
    ['an unknown source', { sources: ['rumour'] }],
    ['a text that is too long', { triggeredBy: 'x'.repeat(301) }],
    ['a service of another form', { services: [{ ...service, kind: 'rumour' }] }],
  ])('with %s is left out, and makes the coverage of its environment alone untrue', (_, part) => {
    const damaged = { ...entry, key: 'damaged', ...part };
    expect(readContent([entry, damaged], [coverage, ofOther])).toEqual({
      entries: [entry],
      coverages: [ofOther],
      damagedKeys: ['damaged'],
      uncovered: ['e'],
    });
  });

  test('without an environment may belong to any, so no coverage is true', () => {
    const { coverages, uncovered, damagedKeys } = readContent([{ at: 1 }, 'text', entry], [coverage, ofOther]);
    expect(coverages).toEqual([]);
    expect(uncovered).toEqual(['e', 'other']);
    expect(damagedKeys).toEqual([]);
  });
});

test('leaves out a damaged coverage, and keeps the entries', () => {
  const { entries, coverages } = readContent([entry], [{ ...coverage, knownFrom: null }, ofOther]);
  expect([entries, coverages]).toEqual([[entry], [ofOther]]);
});
