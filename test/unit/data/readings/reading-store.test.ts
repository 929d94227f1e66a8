import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';

const START = Date.UTC(2026, 9, 24, 20);
const KEY = 'envboard.readings@book';
let browser = smallBrowser();

beforeEach(() => {
  browser = smallBrowser();
  for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value);
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const api = createApiClient({ source: 'book', baseUrl: '' });
const aStatus = (id: string, state: string): EnvironmentStatus => ({ id, state, lastDeploymentState: state });
const project: PollSource = { key: 'project:p', kind: 'project', id: 'p', environmentIds: ['a', 'b'] };
const single: PollSource = { key: 'environment:a', kind: 'environment', id: 'a', environmentIds: ['a'] };

function answer(states: Readonly<Record<string, string>>, part: Partial<StatusAnswer> = {}): StatusAnswer {
  const observedAt = part.observedAt ?? Date.now();
  return {
    source: project,
    statuses: Object.entries(states).map(([id, state]) => aStatus(id, state)),
    presentIds: Object.keys(states),
    requestedAt: observedAt - 100,
    observedAt,
    ...part,
  };
}

function openStore() {
  const readings = new ReadingStore(api);
  let shown = readings.statuses();
  readings.subscribe(() => {
    shown = readings.statuses();
  });
  return { readings, cached: () => shown };
}

describe('an answer', () => {
  test('is readable at once, and notifies in a batch, once for many simultaneous answers', () => {
    const { readings, cached } = openStore();
    readings.apply(answer({ a: 'STOPPED' }));
    expect(cached()).toEqual({});
    // The board shows no reading yet, so the store notifies at once.
    vi.advanceTimersByTime(0);
    expect(cached()).toEqual({ a: aStatus('a', 'STOPPED') });
    readings.apply(answer({ a: 'DEPLOYED' }));
    vi.advanceTimersByTime(60);
    readings.apply(answer({ b: 'BUILDING' }));
    expect(readings.statusOf('b')?.state).toBe('BUILDING');
    expect(cached()).toEqual({ a: aStatus('a', 'STOPPED') });
    vi.advanceTimersByTime(40);
    expect(cached()).toEqual({ a: aStatus('a', 'DEPLOYED'), b: aStatus('b', 'BUILDING') });
    expect(readings.statuses()).toBe(cached());
  });

  test('without a change leaves every object unchanged', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED', b: 'BUILDING' }));
    const [before, members] = [readings.statuses(), readings.members()];
    vi.advanceTimersByTime(30_000);
    readings.apply(answer({ a: 'DEPLOYED', b: 'BUILDING' }));
    vi.advanceTimersByTime(1_000);
    expect(readings.statuses()).toBe(before);
    expect(readings.members()).toBe(members);
    expect(readings.observationOf('a')).toMatchObject({ observedAt: START + 30_000, since: START });
  });

  test('with an earlier request replaces no reading, and one with an equal request does', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }, { requestedAt: START - 10 }));
    readings.apply(answer({ a: 'BUILDING' }, { requestedAt: START - 11 }));
    expect(readings.statuses().a?.state).toBe('DEPLOYED');
    expect(readings.transitionsOf('a')).toEqual([]);
    readings.apply(answer({ a: 'BUILDING' }, { requestedAt: START - 10 }));
    expect(readings.statuses().a?.state).toBe('BUILDING');
    expect(readings.transitionsOf('a')).toEqual([{ at: START, from: 'DEPLOYED', to: 'BUILDING' }]);
  });

  test('is replaced by any answer after the clock was set back', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }, { requestedAt: START }));
    vi.setSystemTime(START - 86_400_000);
    readings.apply(answer({ a: 'BUILDING' }));
    expect(readings.statuses().a?.state).toBe('BUILDING');
  });

  test('with an earlier request replaces a reading from more than five seconds ahead of the clock, and no other', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }, { requestedAt: START + 5_000 }));
    readings.apply(answer({ a: 'BUILDING' }, { requestedAt: START }));
    expect(readings.statuses().a?.state).toBe('DEPLOYED');
    readings.apply(answer({ a: 'DEPLOYED' }, { requestedAt: START + 5_001 }));
    readings.apply(answer({ a: 'BUILDING' }, { requestedAt: START }));
    expect(readings.statuses().a?.state).toBe('BUILDING');
  });

  test('batches answers by 0 ms on an empty board, by 100 ms below 100 environments, and by 400 ms from then on', () => {
    const { readings } = openStore();
    const show = (count: number) => {
      const ids = Array.from({ length: count }, (_, index) => `e${index}`);
      readings.apply(answer(Object.fromEntries(ids.map((id) => [id, 'DEPLOYED']))));
      readings.statuses();
    };
    expect(readings.batchMs()).toBe(0);
    show(1);
    expect(readings.batchMs()).toBe(100);
    show(99);
    expect(readings.batchMs()).toBe(100);
    show(100);
    expect(readings.batchMs()).toBe(400);
  });

  test('of an unknown environment is undefined', () => {
    const { readings } = openStore();
    expect(readings.snoozedReadingOf('a')).toBeUndefined();
    expect(readings.statusOf('a')).toBeUndefined();
    expect(readings.observationOf('a')).toBeUndefined();
    expect(readings.transitionsOf('a')).toEqual([]);
    expect(readings.transitionsOf('a')).toBe(readings.transitionsOf('b'));
    expect(readings.members()).toEqual({});
  });
});

describe('an answer of a cache', () => {
  const REQUESTED_AT = START - 100;
  /** Returns the observation and the state after a second answer, which says that the environment is building. */
  const afterSecond = (part: Partial<StatusAnswer>) => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }, { requestedAt: REQUESTED_AT, observedAt: START }));
    readings.apply(answer({ a: 'BUILDING' }, { requestedAt: REQUESTED_AT - 1, observedAt: START - 1, ...part }));
    return { ...readings.observationOf('a'), state: readings.statusOf('a')?.state };
  };
  const present = { requestedAt: REQUESTED_AT, observedAt: START, since: START, isPersisted: false, state: 'DEPLOYED' };

  test('that repeats the present reading is named, and changes neither its times nor its state', () => {
    expect(afterSecond({ via: 'cache' })).toMatchObject({ ...present, via: 'cache' });
    expect(afterSecond({ via: 'undated' })).toMatchObject({ ...present, via: 'undated' });
    expect(afterSecond({})).toMatchObject({ ...present, via: undefined });
  });

  test('that is up to two seconds older than the present request repeats its answer, and an older one does not', () => {
    expect(afterSecond({ via: 'cache', observedAt: REQUESTED_AT - 2_000 })).toMatchObject({
      ...present,
      via: 'cache',
    });
    expect(afterSecond({ via: 'cache', observedAt: REQUESTED_AT - 2_001 })).toMatchObject({
      ...present,
      via: undefined,
    });
  });

  test('with a later request replaces the reading and its times', () => {
    const times = { requestedAt: START + 1_000, observedAt: START - 60_000 };
    expect(afterSecond({ via: 'cache', ...times })).toMatchObject({ via: 'cache', state: 'BUILDING', ...times });
  });
});

test('a snooze silences the state and the deployment of the present reading, from its time on', () => {
  const { readings } = openStore();
  const status = { ...aStatus('a', 'BUILD_ERROR'), lastDeploymentId: 'third' };
  readings.apply(answer({}, { statuses: [status], presentIds: ['a'], observedAt: START - 7_000 }));
  expect(readings.snoozedReadingOf('a')).toEqual({
    state: 'BUILD_ERROR',
    deploymentId: 'third',
    heardAt: START - 7_000,
  });
});

describe('the members of a project', () => {
  test('change with an answer for the project, and with no other', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }, { source: single }));
    expect(readings.members()).toEqual({});
    readings.apply(answer({ a: 'DEPLOYED' }, { presentIds: ['a', 'b'] }));
    expect(readings.members()).toEqual({ p: { a: null, b: null } });
    vi.advanceTimersByTime(1_000);
    readings.apply(answer({ a: 'DEPLOYED' }));
    expect(readings.members()).toEqual({ p: { a: null, b: START + 1_000 } });
  });

  test('do not include a dismissed environment, not even after a reload', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    readings.apply(answer({ c: 'DEPLOYED' }, { source: { ...project, id: 'q' } }));
    readings.apply(answer({ a: 'DEPLOYED' }));
    readings.hideMissing('b');
    expect(readings.members()).toEqual({ p: { a: null }, q: { c: null } });
    expect(openStore().readings.members()).toEqual({ p: { a: null }, q: { c: null } });
  });
});

describe('a persisted reading', () => {
  test('is written once, a minute after the first answer', () => {
    const { readings } = openStore();
    const writes = vi.spyOn(browser.localStorage, 'setItem');
    readings.apply(answer({ a: 'BUILDING' }));
    readings.persistLater();
    vi.advanceTimersByTime(59_000);
    readings.apply(answer({ a: 'DEPLOYED' }));
    readings.persistLater();
    expect(writes).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(writes).toHaveBeenCalledOnce();
    expect(browser.localStorage.getItem(KEY)).toContain('"DEPLOYED"');
    vi.advanceTimersByTime(60_000);
    expect(writes).toHaveBeenCalledOnce();
    readings.apply(answer({ a: 'STOPPED' }));
    readings.persistLater();
    vi.advanceTimersByTime(60_000);
    expect(browser.localStorage.getItem(KEY)).toContain('"STOPPED"');
  });

  test('is written within five minutes when it only confirms the persisted one, and within one after a change', () => {
    const { readings } = openStore();
    const persist = (state: string) => {
      readings.apply(answer({ a: state }));
      readings.persistLater();
    };
    persist('DEPLOYED');
    vi.advanceTimersByTime(60_000);
    const first = localStorage.getItem(KEY);
    expect(first).toContain('DEPLOYED');
    persist('DEPLOYED');
    vi.advanceTimersByTime(299_000);
    expect(localStorage.getItem(KEY)).toBe(first);
    vi.advanceTimersByTime(1_000);
    expect(localStorage.getItem(KEY)).not.toBe(first);
    // A change does not wait for the confirmation.
    persist('DEPLOYED');
    vi.advanceTimersByTime(10_000);
    persist('STOPPED');
    vi.advanceTimersByTime(60_000);
    expect(localStorage.getItem(KEY)).toContain('STOPPED');
  });

  test('is written within five minutes after a reload that only confirms it', () => {
    const { readings: before } = openStore();
    before.apply(answer({ a: 'DEPLOYED' }));
    before.persistLater();
    before.persist();
    const persisted = localStorage.getItem(KEY);
    const { readings } = openStore();
    vi.advanceTimersByTime(1_000);
    readings.apply(answer({ a: 'DEPLOYED' }));
    readings.persistLater();
    vi.advanceTimersByTime(299_000);
    expect(localStorage.getItem(KEY)).toBe(persisted);
    vi.advanceTimersByTime(1_000);
    expect(localStorage.getItem(KEY)).not.toBe(persisted);
  });

  test('is written within a minute when an environment is gone, and the others are unchanged', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    readings.persistLater();
    readings.persist();
    vi.advanceTimersByTime(1_000);
    readings.apply(answer({ a: 'DEPLOYED' }));
    readings.persistLater();
    vi.advanceTimersByTime(59_000);
    expect(openStore().readings.members()).toEqual({ p: { a: null, b: null } });
    vi.advanceTimersByTime(1_000);
    expect(openStore().readings.members()).toEqual({ p: { a: null, b: START + 1_000 } });
  });

  test('is written at once by `persist`, and then not again', () => {
    const { readings } = openStore();
    const writes = vi.spyOn(browser.localStorage, 'setItem');
    readings.apply(answer({ a: 'BUILDING' }));
    readings.persistLater();
    readings.persist();
    expect(browser.localStorage.getItem(KEY)).toContain('"BUILDING"');
    readings.persist();
    vi.advanceTimersByTime(60_000);
    expect(writes).toHaveBeenCalledOnce();
  });

  test('is restored by a reload, and any answer replaces it', () => {
    const { readings: before } = openStore();
    before.apply(answer({ a: 'BUILDING' }));
    before.persistLater();
    before.apply(answer({ a: 'DEPLOYED' }));
    before.persistLater();
    before.persist();
    const { readings, cached } = openStore();
    expect(cached()).toEqual({ a: aStatus('a', 'DEPLOYED') });
    expect(readings.observationOf('a')).toMatchObject({ isPersisted: true, observedAt: START });
    expect(readings.transitionsOf('a')).toHaveLength(1);
    readings.apply(answer({ a: 'STOPPED' }, { requestedAt: 1 }));
    readings.persistLater();
    expect(readings.statuses().a?.state).toBe('STOPPED');
    expect(readings.observationOf('a')?.isPersisted).toBe(false);
  });

  test('is restored for each of 8,000 environments', () => {
    const ids = Array.from({ length: 8_000 }, () => crypto.randomUUID());
    const statuses = ids.map((id) => ({
      ...aStatus(id, 'DEPLOYMENT_ERROR'),
      lastDeploymentAt: START,
      lastDeploymentId: `${id}-1234`,
      durationSeconds: 1_234,
      origin: 'TERRAFORM_PROVIDER',
      triggeredBy: 'somebody@some-company.example',
      configuration: 'OUT_OF_DATE',
    }));
    const { readings } = openStore();
    readings.apply(answer({}, { statuses, presentIds: ids }));
    readings.persistLater();
    readings.persist();
    expect(Object.values(openStore().readings.statuses())).toEqual(statuses);
    expect(openStore().readings.members()).toEqual(readings.members());
  });

  test('continues from the previous session’s store, also when storage lacks it', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'BUILDING', b: 'DEPLOYED' }));
    expect(openStore().readings.statuses()).toEqual({});
    const next = new ReadingStore(api, readings);
    expect(next.statuses()).toEqual({ a: aStatus('a', 'BUILDING'), b: aStatus('b', 'DEPLOYED') });
    expect(next.observationOf('a')).toEqual(readings.observationOf('a'));
  });

  test('is not restored for another API, nor after a token was removed', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'BUILDING' }));
    expect(new ReadingStore(api, readings).statuses()).not.toEqual({});
    expect(new ReadingStore({ ...api, source: 'https://other.example' }, readings).statuses()).toEqual({});
    startReadingsGeneration();
    expect(new ReadingStore(api, readings).statuses()).toEqual({});
  });

  test('is not overwritten by a tab with fewer readings', () => {
    const { readings: stale } = openStore();
    stale.apply(answer({ a: 'BUILDING', b: 'DEPLOYED' }));
    stale.persistLater();
    stale.persist();
    const { readings } = openStore();
    vi.advanceTimersByTime(1_000);
    readings.apply(answer({ a: 'DEPLOYMENT_ERROR', b: 'DEPLOYED', c: 'STOPPED' }));
    readings.persistLater();
    readings.persist();
    vi.advanceTimersByTime(1_000);
    stale.persistLater();
    stale.persist();
    const after = openStore().readings;
    expect(after.statuses().a?.state).toBe('DEPLOYMENT_ERROR');
    expect(after.statuses().c?.state).toBe('STOPPED');
    expect(after.members()).toEqual({ p: { a: null, b: null, c: null } });
  });

  test('does not restore an environment that another tab has dismissed', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    vi.advanceTimersByTime(1_000);
    readings.apply(answer({ a: 'DEPLOYED' }));
    readings.persistLater();
    readings.persist();
    const { readings: other } = openStore();
    other.hideMissing('b');
    vi.advanceTimersByTime(1_000);
    readings.persistLater();
    readings.persist();
    expect(openStore().readings.members()).toEqual({ p: { a: null } });
  });

  test('reaches a new leader when it is newer than that tab’s own', () => {
    const { readings } = openStore();
    const { readings: follower } = openStore();
    follower.apply(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    vi.advanceTimersByTime(1_000);
    readings.apply(answer({ a: 'STOP_ERROR' }));
    readings.persistLater();
    readings.persist();
    follower.restoreNewer();
    expect(follower.statuses()).toMatchObject({ a: { state: 'STOP_ERROR' }, b: { state: 'DEPLOYED' } });
    expect(follower.observationOf('a')?.isPersisted).toBe(true);
    expect(follower.observationOf('b')?.isPersisted).toBe(false);
  });

  test('of an environment that the new leader does not know reaches it, and an older or equal one does not', () => {
    const { readings } = openStore();
    const { readings: follower } = openStore();
    const shared = answer({ a: 'DEPLOYED', b: 'DEPLOYED' });
    readings.apply(shared);
    follower.apply(shared);
    follower.apply(answer({ b: 'STOPPED' }, { observedAt: START + 1_000 }));
    readings.apply(answer({ c: 'BUILDING' }, { source: { ...project, id: 'q' } }));
    readings.persistLater();
    readings.persist();
    follower.restoreNewer();
    expect(follower.statusOf('c')?.state).toBe('BUILDING');
    expect(follower.observationOf('c')?.isPersisted).toBe(true);
    expect(follower.statusOf('b')?.state).toBe('STOPPED');
    expect(['a', 'b'].map((id) => follower.observationOf(id)?.isPersisted)).toEqual([false, false]);
  });

  test('changes nothing in a new leader when no other tab has persisted since', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }));
    const before = readings.statuses();
    readings.restoreNewer();
    expect(readings.statuses()).toBe(before);
    expect(readings.observationOf('a')?.isPersisted).toBe(false);
  });

  test('reaches no new leader whose page began before a token was removed', () => {
    const { readings: early } = openStore();
    startReadingsGeneration();
    const { readings } = openStore();
    const { readings: late } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }));
    readings.persistLater();
    readings.persist();
    late.restoreNewer();
    expect(late.statuses()).toHaveProperty('a');
    early.restoreNewer();
    expect(early.statuses()).toEqual({});
  });

  test('is one of a shown board, or the newest, when storage has no room for all', () => {
    const long = 'x'.repeat(1_000);
    const ids = Array.from({ length: 4_000 }, (_, index) => `${index} ${long}`);
    const { readings } = openStore();
    for (const id of ids) readings.apply(answer({ [id]: 'DEPLOYED' }, { source: single }));
    const [wanted = ''] = ids;
    readings.setShownIds('poller', new Set([wanted]));
    vi.advanceTimersByTime(1_000);
    const last = ids.at(-1) ?? '';
    readings.apply(answer({ [last]: 'STOP_ERROR' }, { source: single }));
    readings.persistLater();
    readings.persist();
    expect(browser.localStorage.getItem(KEY)?.length).toBeLessThanOrEqual(2_500_000);
    const { statuses } = openStore().readings;
    expect(statuses()[wanted]?.state).toBe('DEPLOYED');
    expect(statuses()[last]?.state).toBe('STOP_ERROR');
    expect(Object.keys(statuses()).length).toBeGreaterThan(1_000);
  });

  test('is removed when the storage is full, because an old reading must not appear as the last one', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED' }));
    readings.persistLater();
    readings.persist();
    expect(openStore().readings.statuses().a?.state).toBe('DEPLOYED');
    vi.advanceTimersByTime(1_000);
    readings.apply(answer({ a: 'BUILD_ERROR' }));
    readings.persistLater();
    const full = vi.spyOn(browser.localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    readings.persist();
    full.mockRestore();
    expect(openStore().readings.statuses()).toEqual({});
  });

  test('is removed when no board has shown it for a week', () => {
    const { readings } = openStore();
    readings.apply(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    readings.setShownIds('poller', new Set(['b']));
    vi.advanceTimersByTime(8 * 86_400_000);
    readings.apply(answer({ c: 'DEPLOYED' }, { source: single }));
    readings.persistLater();
    readings.persist();
    expect(Object.keys(openStore().readings.statuses()).toSorted()).toEqual(['b', 'c']);
  });
});
