import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { endEra } from '#data/readings/persisted-readings.ts';
import { ReadingBook } from '#data/readings/reading-store.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { Source } from '#domain/polling/poll-source.ts';
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
const project: Source = { key: 'project:p', kind: 'project', id: 'p', environmentIds: ['a', 'b'] };
const single: Source = { key: 'environment:a', kind: 'environment', id: 'a', environmentIds: ['a'] };

function answer(states: Readonly<Record<string, string>>, part: Partial<StatusAnswer> = {}): StatusAnswer {
  const heardAt = part.heardAt ?? Date.now();
  return {
    source: project,
    statuses: Object.entries(states).map(([id, state]) => aStatus(id, state)),
    presentIds: Object.keys(states),
    askedAt: heardAt - 100,
    heardAt,
    ...part,
  };
}

function openBook() {
  const book = new ReadingBook(api);
  let shown = book.statuses();
  book.subscribe(() => {
    shown = book.statuses();
  });
  return { book, cached: () => shown };
}

describe('what is heard', () => {
  test('is known at once, and notifies a moment later, once for many answers that come together', () => {
    const { book, cached } = openBook();
    book.accept(answer({ a: 'STOPPED' }));
    expect(cached()).toEqual({});
    // Nothing is shown yet, so nothing is waited for.
    vi.advanceTimersByTime(0);
    expect(cached()).toEqual({ a: aStatus('a', 'STOPPED') });
    book.accept(answer({ a: 'DEPLOYED' }));
    vi.advanceTimersByTime(60);
    book.accept(answer({ b: 'BUILDING' }));
    expect(book.statusOf('b')?.state).toBe('BUILDING');
    expect(cached()).toEqual({ a: aStatus('a', 'STOPPED') });
    vi.advanceTimersByTime(40);
    expect(cached()).toEqual({ a: aStatus('a', 'DEPLOYED'), b: aStatus('b', 'BUILDING') });
    expect(book.statuses()).toBe(cached());
  });

  test('and brings nothing new leaves every object as it was', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED', b: 'BUILDING' }));
    const [before, members] = [book.statuses(), book.members()];
    vi.advanceTimersByTime(30_000);
    book.accept(answer({ a: 'DEPLOYED', b: 'BUILDING' }));
    vi.advanceTimersByTime(1_000);
    expect(book.statuses()).toBe(before);
    expect(book.members()).toBe(members);
    expect(book.momentsOf('a')).toMatchObject({ heardAt: START + 30_000, since: START });
  });

  test('is no more than was asked for: an older answer replaces nothing, an equal one does', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED' }, { askedAt: START - 10 }));
    book.accept(answer({ a: 'BUILDING' }, { askedAt: START - 11 }));
    expect(book.statuses().a?.state).toBe('DEPLOYED');
    expect(book.transitionsOf('a')).toEqual([]);
    book.accept(answer({ a: 'BUILDING' }, { askedAt: START - 10 }));
    expect(book.statuses().a?.state).toBe('BUILDING');
    expect(book.transitionsOf('a')).toEqual([{ at: START, from: 'DEPLOYED', to: 'BUILDING' }]);
  });

  test('is replaced by any answer once the clock was set back', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED' }, { askedAt: START }));
    vi.setSystemTime(START - 86_400_000);
    book.accept(answer({ a: 'BUILDING' }));
    expect(book.statuses().a?.state).toBe('BUILDING');
  });

  test('of one that was never heard of is nothing', () => {
    const { book } = openBook();
    expect(book.statusOf('a')).toBeUndefined();
    expect(book.momentsOf('a')).toBeUndefined();
    expect(book.transitionsOf('a')).toEqual([]);
    expect(book.transitionsOf('a')).toBe(book.transitionsOf('b'));
    expect(book.members()).toEqual({});
  });
});

describe('who is in a project', () => {
  test('is told by an answer for the project, and by no other', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED' }, { source: single }));
    expect(book.members()).toEqual({});
    book.accept(answer({ a: 'DEPLOYED' }, { presentIds: ['a', 'b'] }));
    expect(book.members()).toEqual({ p: { a: null, b: null } });
    vi.advanceTimersByTime(1_000);
    book.accept(answer({ a: 'DEPLOYED' }));
    expect(book.members()).toEqual({ p: { a: null, b: START + 1_000 } });
  });

  test('does not name a vanished environment that was dismissed, after a reload neither', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    book.accept(answer({ c: 'DEPLOYED' }, { source: { ...project, id: 'q' } }));
    book.accept(answer({ a: 'DEPLOYED' }));
    book.dismiss('b');
    expect(book.members()).toEqual({ p: { a: null }, q: { c: null } });
    expect(openBook().book.members()).toEqual({ p: { a: null }, q: { c: null } });
  });
});

describe('what is kept', () => {
  test('is written a minute after the first answer, once', () => {
    const { book } = openBook();
    const writes = vi.spyOn(browser.localStorage, 'setItem');
    book.accept(answer({ a: 'BUILDING' }));
    book.keepSoon();
    vi.advanceTimersByTime(59_000);
    book.accept(answer({ a: 'DEPLOYED' }));
    book.keepSoon();
    expect(writes).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(writes).toHaveBeenCalledOnce();
    expect(browser.localStorage.getItem(KEY)).toContain('"DEPLOYED"');
    vi.advanceTimersByTime(60_000);
    expect(writes).toHaveBeenCalledOnce();
    book.accept(answer({ a: 'STOPPED' }));
    book.keepSoon();
    vi.advanceTimersByTime(60_000);
    expect(browser.localStorage.getItem(KEY)).toContain('"STOPPED"');
  });

  test('is written at once when it is asked for, and then not again', () => {
    const { book } = openBook();
    const writes = vi.spyOn(browser.localStorage, 'setItem');
    book.accept(answer({ a: 'BUILDING' }));
    book.keepSoon();
    book.keep();
    expect(browser.localStorage.getItem(KEY)).toContain('"BUILDING"');
    book.keep();
    vi.advanceTimersByTime(60_000);
    expect(writes).toHaveBeenCalledOnce();
  });

  test('comes back with a reload, in the cache too, and any answer replaces it', () => {
    const { book: before } = openBook();
    before.accept(answer({ a: 'BUILDING' }));
    before.keepSoon();
    before.accept(answer({ a: 'DEPLOYED' }));
    before.keepSoon();
    before.keep();
    const { book, cached } = openBook();
    expect(cached()).toEqual({ a: aStatus('a', 'DEPLOYED') });
    expect(book.momentsOf('a')).toMatchObject({ isKept: true, heardAt: START });
    expect(book.transitionsOf('a')).toHaveLength(1);
    book.accept(answer({ a: 'STOPPED' }, { askedAt: 1 }));
    book.keepSoon();
    expect(book.statuses().a?.state).toBe('STOPPED');
    expect(book.momentsOf('a')?.isKept).toBe(false);
  });

  test('is everything of a board of eight thousand', () => {
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
    const { book } = openBook();
    book.accept(answer({}, { statuses, presentIds: ids }));
    book.keepSoon();
    book.keep();
    expect(Object.values(openBook().book.statuses())).toEqual(statuses);
    expect(openBook().book.members()).toEqual(book.members());
  });

  test('goes on with the readings of the session before it, which storage may not have', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'BUILDING', b: 'DEPLOYED' }));
    expect(openBook().book.statuses()).toEqual({});
    const next = new ReadingBook(api, book);
    expect(next.statuses()).toEqual({ a: aStatus('a', 'BUILDING'), b: aStatus('b', 'DEPLOYED') });
    expect(next.momentsOf('a')).toEqual(book.momentsOf('a'));
  });

  test('takes over no reading of another API, nor any after a token was forgotten', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'BUILDING' }));
    expect(new ReadingBook(api, book).statuses()).not.toEqual({});
    expect(new ReadingBook({ ...api, source: 'https://other.example' }, book).statuses()).toEqual({});
    endEra();
    expect(new ReadingBook(api, book).statuses()).toEqual({});
  });

  test('is not overwritten by a tab that knows less', () => {
    const { book: stale } = openBook();
    stale.accept(answer({ a: 'BUILDING', b: 'DEPLOYED' }));
    stale.keepSoon();
    stale.keep();
    const { book } = openBook();
    vi.advanceTimersByTime(1_000);
    book.accept(answer({ a: 'DEPLOYMENT_ERROR', b: 'DEPLOYED', c: 'STOPPED' }));
    book.keepSoon();
    book.keep();
    vi.advanceTimersByTime(1_000);
    stale.keepSoon();
    stale.keep();
    const after = openBook().book;
    expect(after.statuses().a?.state).toBe('DEPLOYMENT_ERROR');
    expect(after.statuses().c?.state).toBe('STOPPED');
    expect(after.members()).toEqual({ p: { a: null, b: null, c: null } });
  });

  test('does not bring back an environment that another tab dismissed', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    vi.advanceTimersByTime(1_000);
    book.accept(answer({ a: 'DEPLOYED' }));
    book.keepSoon();
    book.keep();
    const { book: other } = openBook();
    other.dismiss('b');
    vi.advanceTimersByTime(1_000);
    book.keepSoon();
    book.keep();
    expect(openBook().book.members()).toEqual({ p: { a: null } });
  });

  test('reaches a tab that begins to poll, where it is newer than what that tab has heard', () => {
    const { book } = openBook();
    const { book: follower } = openBook();
    follower.accept(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    vi.advanceTimersByTime(1_000);
    book.accept(answer({ a: 'STOP_ERROR' }));
    book.keepSoon();
    book.keep();
    follower.takeInKept();
    expect(follower.statuses()).toMatchObject({ a: { state: 'STOP_ERROR' }, b: { state: 'DEPLOYED' } });
    expect(follower.momentsOf('a')?.isKept).toBe(true);
    expect(follower.momentsOf('b')?.isKept).toBe(false);
  });

  test('is what is wanted and was heard last when not all of it can be stored', () => {
    const long = 'x'.repeat(1_000);
    const ids = Array.from({ length: 4_000 }, (_, index) => `${index} ${long}`);
    const { book } = openBook();
    for (const id of ids) book.accept(answer({ [id]: 'DEPLOYED' }, { source: single }));
    const [wanted = ''] = ids;
    book.setWanted('poller', new Set([wanted]));
    vi.advanceTimersByTime(1_000);
    const last = ids.at(-1) ?? '';
    book.accept(answer({ [last]: 'STOP_ERROR' }, { source: single }));
    book.keepSoon();
    book.keep();
    expect(browser.localStorage.getItem(KEY)?.length).toBeLessThanOrEqual(2_500_000);
    const { statuses } = openBook().book;
    expect(statuses()[wanted]?.state).toBe('DEPLOYED');
    expect(statuses()[last]?.state).toBe('STOP_ERROR');
    expect(Object.keys(statuses()).length).toBeGreaterThan(1_000);
  });

  test('is removed when the storage is full, for an old reading must not pass for the last one', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED' }));
    book.keepSoon();
    book.keep();
    expect(openBook().book.statuses().a?.state).toBe('DEPLOYED');
    vi.advanceTimersByTime(1_000);
    book.accept(answer({ a: 'BUILD_ERROR' }));
    book.keepSoon();
    const full = vi.spyOn(browser.localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    book.keep();
    full.mockRestore();
    expect(openBook().book.statuses()).toEqual({});
  });

  test('leaves out readings that no board has wanted for a week', () => {
    const { book } = openBook();
    book.accept(answer({ a: 'DEPLOYED', b: 'DEPLOYED' }));
    book.setWanted('poller', new Set(['b']));
    vi.advanceTimersByTime(8 * 86_400_000);
    book.accept(answer({ c: 'DEPLOYED' }, { source: single }));
    book.keepSoon();
    book.keep();
    expect(Object.keys(openBook().book.statuses()).toSorted()).toEqual(['b', 'c']);
  });
});
