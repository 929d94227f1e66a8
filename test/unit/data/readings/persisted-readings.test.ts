import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  filterReadings,
  openReadingsFile,
  readingsGeneration,
  removeReadings,
  startReadingsGeneration,
} from '#data/readings/persisted-readings.ts';
import type { PersistedReadings } from '#data/readings/reading-rows.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 9, 24, 20);
const API = 'file';

beforeEach(stubBrowser);
afterEach(unstubBrowser);

/** Returns readings of these environments: each state, and when it was observed. */
function readings(
  of: Readonly<Record<string, readonly [state: string, observedAt: number]>>,
  projects: PersistedReadings['projects'] = {},
): PersistedReadings {
  const all = Object.entries(of);
  return {
    statuses: Object.fromEntries(all.map(([id, [state]]) => [id, { id, state, lastDeploymentState: state }])),
    observations: new Map(
      all.map(([id, [, observedAt]]) => [
        id,
        {
          observedAt,
          requestedAt: observedAt,
          since: observedAt,
          isSinceSeen: false,
          transitions: [],
          isPersisted: false,
        },
      ]),
    ),
    projects,
  };
}
const write = (file: ReturnType<typeof openReadingsFile>, mine: PersistedReadings, shown: readonly string[] = []) =>
  file.write(mine, { begun: readingsGeneration(), shownIds: new Set(shown), now: NOW });
const stored = () => openReadingsFile(API).read();
const storedStates = () => Object.fromEntries(Object.entries(stored().statuses).map(([id, { state }]) => [id, state]));

describe('two tabs', () => {
  test('keep the newest reading of each environment', () => {
    const [mine, theirs] = [openReadingsFile(API), openReadingsFile(API)];
    write(theirs, readings({ a: ['NEWER', NOW], b: ['OLDER', NOW - 2_000], c: ['THEIRS', NOW] }));
    write(mine, readings({ a: ['OLDER', NOW - 1_000], b: ['NEWER', NOW] }));
    expect(storedStates()).toEqual({ a: 'NEWER', b: 'NEWER', c: 'THEIRS' });
  });

  test('keep the list of a project that was requested last, and merge those of one answer', () => {
    const list = (askedAt: number, members: Readonly<Record<string, number | null>>) => ({ p: { askedAt, members } });
    const [mine, theirs] = [openReadingsFile(API), openReadingsFile(API)];
    write(theirs, readings({}, list(2, { a: null })));
    write(mine, readings({}, list(1, { old: null })));
    expect(stored().projects).toEqual(list(2, { a: null }));
    write(theirs, readings({}, list(3, { a: null, dismissed: 5 })));
    write(mine, readings({}, list(3, { a: null, b: null })));
    expect(stored().projects).toEqual(list(3, { a: null, b: null }));
    write(theirs, readings({}, list(4, { c: null })));
    expect(stored().projects).toEqual(list(4, { c: null }));
  });

  test('read what the other one has written, once', () => {
    const [mine, theirs] = [openReadingsFile(API), openReadingsFile(API)];
    mine.read();
    expect(mine.readNews()).toBeUndefined();
    write(theirs, readings({ a: ['DEPLOYED', NOW] }));
    expect(Object.keys(mine.readNews()?.statuses ?? {})).toEqual(['a']);
    expect(mine.readNews()).toBeUndefined();
    expect(theirs.readNews(), 'its own text is no news').toBeUndefined();
  });
});

test('drops readings that no board has shown for a week, and keeps older ones of an open board', () => {
  const old = NOW - 8 * DAY_MS;
  write(openReadingsFile(API), readings({ shown: ['A', old], unshown: ['B', old], recent: ['C', NOW - DAY_MS] }), [
    'shown',
  ]);
  expect(storedStates()).toEqual({ shown: 'A', recent: 'C' });
});

test('stores as much as fits: shown environments first, then the newest readings', () => {
  const long = 'x'.repeat(600_000);
  const all = readings({
    oldest: [`${long}`, NOW - 3],
    shown: [`${long} `, NOW - 4],
    newest: [`${long}  `, NOW - 1],
    newer: [`${long}   `, NOW - 2],
  });
  const file = openReadingsFile(API);
  write(file, all, ['shown']);
  // Each row holds its state twice, and two of them fit.
  expect(Object.keys(stored().statuses)).toEqual(['shown', 'newest']);
});

test('stores nothing for a page that began before a token was removed', () => {
  const begun = readingsGeneration();
  const file = openReadingsFile(API);
  const options = { begun, shownIds: new Set<string>(), now: NOW };
  file.write(readings({ a: ['KEPT', NOW] }), options);
  startReadingsGeneration();
  file.write(readings({ a: ['STALE', NOW + 1] }), options);
  expect(storedStates()).toEqual({ a: 'KEPT' });
});

test('removes the stored readings when the storage has no room for new ones: old ones would seem to be the last', () => {
  const file = openReadingsFile(API);
  write(file, readings({ a: ['OLD', NOW] }));
  expect(storedStates()).toEqual({ a: 'OLD' });
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  write(file, readings({ a: ['NEW', NOW + 1] }));
  expect(storedStates()).toEqual({});
});

test('removes the readings of one API only, or those that a filter rejects', () => {
  const members = { askedAt: 1, members: { a: null } };
  write(openReadingsFile(API), readings({ a: ['A', NOW], b: ['B', NOW - 30 * DAY_MS] }, { p: members, q: members }), [
    'b',
  ]);
  write(openReadingsFile('other'), readings({ c: ['C', NOW] }));
  filterReadings(API, (id) => id === 'b' || id === 'q');
  expect(storedStates(), 'at any age').toEqual({ b: 'B' });
  expect(Object.keys(stored().projects)).toEqual(['q']);
  removeReadings(API);
  expect(storedStates()).toEqual({});
  expect(Object.keys(openReadingsFile('other').read().statuses)).toEqual(['c']);
});
