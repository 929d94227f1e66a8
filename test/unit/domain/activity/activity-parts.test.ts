import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import { csvOf, exportedEntries, exportedGaps } from '#domain/activity/activity-export.ts';
import { createCalendar, lastDays, lastHours, quarterStart } from '#domain/activity/calendar.ts';
import { changesOf } from '#domain/activity/changed-services.ts';
import { coverageAfter, coverageFrom } from '#domain/activity/coverage.ts';
import { cutOf, MAX_AGE_MS, MAX_ENTRIES } from '#domain/activity/entry-limits.ts';
import { bucketsOf, chosenEntries } from '#domain/activity/filter-entries.ts';
import type { History } from '#domain/activity/history-counts.ts';
import { personKey } from '#domain/activity/person-key.ts';
import type { Deployment } from '#domain/environment/deployment.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const T0 = Date.UTC(2026, 10, 26, 9);

const anEntry = (part: Partial<ActivityEntry> = {}): ActivityEntry => ({
  key: 'e d',
  environmentId: 'e',
  deploymentId: 'd',
  at: T0,
  state: 'DEPLOYED',
  sources: ['history'],
  ...part,
});

describe('calendar', () => {
  it('returns the days and hours of a time zone', () => {
    const tokyo = createCalendar('Asia/Tokyo');
    expect(tokyo.hourOf(Date.UTC(2026, 10, 26, 15, 30))).toBe('2026112700');
    expect(lastDays(tokyo, Date.UTC(2026, 10, 26, 15, 30), 3)).toEqual(['20261125', '20261126', '20261127']);
    expect(createCalendar('Asia/Kolkata').hourOf(Date.UTC(2026, 10, 26, 18, 29))).toBe('2026112623');
  });

  it('returns each day once when the clock changes, and each hour once', () => {
    const berlin = createCalendar('Europe/Berlin');
    const now = Date.UTC(2026, 9, 25, 22);
    expect(lastDays(berlin, now, 3)).toEqual(['20261023', '20261024', '20261025']);
    const hours = lastHours(berlin, now, 24);
    expect(new Set(hours).size).toBe(hours.length);
    expect(hours.at(-1)).toBe('2026102523');
  });

  it.each(['Asia/Kolkata', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham'])(
    'the present hour of %s holds the start of its quarter of an hour',
    (zone) => {
      const calendar = createCalendar(zone);
      fc.assert(
        fc.property(fc.integer({ min: T0, max: T0 + 400 * DAY }), (now) => {
          expect(calendar.hourOf(quarterStart(now))).toBe(calendar.hourOf(now));
          expect(lastHours(calendar, quarterStart(now), 24).at(-1)).toBe(calendar.hourOf(now));
        }),
      );
    },
  );

  it('puts each entry of the last days into one bucket', () => {
    const utc = createCalendar('UTC');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 * DAY - 1 })), (ages) => {
        const now = Date.UTC(2026, 10, 26, 23, 59, 59, 999);
        const entries = ages.map((age) => anEntry({ at: now - age }));
        const buckets = bucketsOf(entries, { keys: lastDays(utc, now, 14), keyOf: utc.dayOf, completeFrom: 0 });
        expect(buckets).toHaveLength(14);
        expect(buckets.reduce((sum, { counts }) => sum + counts.well, 0)).toBe(ages.length);
      }),
    );
  });
});

it.each([
  ['all', 0, [true, true, true]],
  ['those after the day of the first known deployment', Date.UTC(2026, 10, 25, 7), [false, false, true]],
  ['none while a history is missing', Number.POSITIVE_INFINITY, [false, false, false]],
])('bucketsOf marks the complete days: %s', (_, completeFrom, expected) => {
  const { dayOf } = createCalendar('UTC');
  const buckets = bucketsOf([], { keys: ['20261124', '20261125', '20261126'], keyOf: dayOf, completeFrom });
  expect(buckets.map(({ isComplete }) => isComplete)).toEqual(expected);
});

describe('coverageAfter', () => {
  const page = (count: number, oldest: number): readonly Deployment[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `d${index}`,
      startedAt: oldest + index * HOUR,
      durationSeconds: 60,
      state: 'DEPLOYED',
      action: 'DEPLOY',
      origin: undefined,
      triggeredBy: undefined,
    }));
  const at = (requestedAt: number, unread = 0) => ({ requestedAt, pageSize: 100, unread });

  it('counts an unreadable deployment as a part of a full page, and notes it', () => {
    const coverage = coverageAfter(undefined, 'e', page(99, T0 - 9 * DAY), at(T0, 1));
    expect(coverage).toMatchObject({ knownFrom: T0 - 9 * DAY, unread: 1 });
  });

  it('covers the whole history when the page was not full', () => {
    expect(coverageAfter(undefined, 'e', page(7, T0 - DAY), at(T0)).knownFrom).toBe(0);
    expect(coverageAfter(undefined, 'e', [], at(T0)).knownFrom).toBe(0);
  });

  it.each([100, 50, 25, 20])(
    'covers no more than the page when it has %i deployments, because a server may have cut it',
    (count) => {
      expect(coverageAfter(undefined, 'e', page(count, T0 - 9 * DAY), at(T0)).knownFrom).toBe(T0 - 9 * DAY);
    },
  );

  it('retains the earlier coverage when the page reaches back to the request before, and otherwise starts again', () => {
    const before = { environmentId: 'e', knownFrom: T0 - 30 * DAY, requestedAt: T0 - DAY };
    expect(coverageAfter(before, 'e', page(100, T0 - 2 * DAY), at(T0)).knownFrom).toBe(T0 - 30 * DAY);
    expect(coverageAfter(before, 'e', page(100, T0 - HOUR), at(T0)).knownFrom).toBe(T0 - HOUR);
    expect(coverageFrom(before, T0 - DAY).knownFrom).toBe(T0 - DAY);
  });
});

it('cutOf keeps 30 days, or the newest 5,000 entries', () => {
  expect(cutOf([anEntry()], T0)).toBe(T0 - MAX_AGE_MS);
  const many = Array.from({ length: MAX_ENTRIES + 10 }, (_, index) => anEntry({ at: T0 - index * 1_000 }));
  const cutAt = cutOf(many, T0);
  expect(many.filter(({ at }) => at >= cutAt)).toHaveLength(MAX_ENTRIES);
});

it('chosenEntries narrows by the fingerprint of a person, which does not contain the name', () => {
  const entries = [anEntry({ triggeredBy: 'Ada Lovelace' }), anEntry({ triggeredBy: 'ci-bot' }), anEntry()];
  const person = personKey('Ada Lovelace');
  expect(person).toMatch(/^[0-9a-z]{1,7}$/);
  expect(chosenEntries(entries, { person, origin: undefined, environment: undefined })).toEqual([entries[0]]);
});

it('changesOf returns the services whose version differs from the deployment before', () => {
  const service = (id: string, version: string) => ({ id, name: id, version, kind: 'commit' as const });
  const entries = [
    anEntry({ key: '1', at: T0, action: 'DEPLOY', services: [service('web', 'a'), service('api', 'x')] }),
    anEntry({ key: '2', at: T0 + 1, action: 'DEPLOY', services: [service('web', 'a'), service('api', 'y')] }),
    anEntry({ key: '3', at: T0 + 2, action: 'DEPLOY', services: [service('web', 'a'), service('api', 'y')] }),
    anEntry({ key: '4', at: T0 + 3, action: 'RESTART', services: [service('web', 'a')] }),
    anEntry({ key: '5', at: T0 + 4, action: 'DEPLOY' }),
  ];
  expect(Object.fromEntries(changesOf(entries))).toMatchObject({
    1: { kind: 'services', first: { id: 'web' }, more: 1 },
    2: { kind: 'services', first: { id: 'api', version: 'y' }, more: 0 },
    3: { kind: 'same', first: { id: 'web' } },
    4: { kind: 'all' },
    5: { kind: 'unknown' },
  });
});

describe('the exports', () => {
  const namesOf = () => ({ environment: 'production, "eu"', project: '=1+1' });

  it('quote texts, and turn no text into a formula', () => {
    const [entry] = exportedEntries([anEntry({ triggeredBy: '@ada' })], { namesOf, hidesPeople: false });
    const csv = csvOf(entry ? [entry] : []);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('2026-11-26T09:00:00.000Z,"production, ""eu""",\'=1+1,DEPLOYED,well,,,\'@ada,');
  });

  it('say of each deployment whether services are missing', () => {
    const service = { id: 's', name: 'web', version: 'abc', kind: 'commit' as const };
    const entries = [
      anEntry(),
      anEntry({ services: [service], hasUnreadServices: true }),
      anEntry({ services: [service] }),
    ];
    const exported = exportedEntries(entries, { namesOf, hidesPeople: false });
    expect(exported.map(({ missing }) => missing)).toEqual(['services', 'some services', '']);
    expect(csvOf(exported).split('\r\n')[0]).toMatch(/,missing$/);
  });

  it('have a line for each gap in the histories', () => {
    const waiting = { coverage: undefined, failure: undefined, isRequested: true };
    const read = { ...waiting, coverage: { environmentId: 'e', knownFrom: 0, requestedAt: T0 } };
    const histories = new Map<string, History | undefined>([
      ['not read yet', undefined],
      ['waiting', waiting],
      ['refused', { ...waiting, failure: { kind: 'denied' } as const }],
      ['never deployed', { ...waiting, isRequested: false }],
      ['complete', read],
      ['begins later', { ...read, coverage: { ...read.coverage, knownFrom: T0 - HOUR, unread: 2 } }],
      ['begins before the file', { ...read, coverage: { ...read.coverage, knownFrom: T0 - 9 * DAY } }],
    ]);
    const gaps = exportedGaps(histories, { namesOf, from: T0 - DAY });
    expect(gaps.map(({ environmentId, missing }) => [environmentId, missing])).toEqual([
      ['not read yet', 'history: not read yet'],
      ['waiting', 'history: not read yet'],
      ['refused', 'history: could not be read'],
      ['begins later', 'deployments before 2026-11-26T08:00:00.000Z'],
      ['begins later', 'deployments that could not be read: 2'],
    ]);
    expect(csvOf(gaps)).toContain(`,"production, ""eu""",'=1+1,,,,,,,,,waiting,,history: not read yet\r\n`);
  });

  it('name no person while people are hidden', () => {
    const entries = [anEntry({ triggeredBy: 'Ada Lovelace' })];
    expect(JSON.stringify(exportedEntries(entries, { namesOf, hidesPeople: false }))).toContain('Ada');
    expect(JSON.stringify(exportedEntries(entries, { namesOf, hidesPeople: true }))).not.toContain('Ada');
  });
});
