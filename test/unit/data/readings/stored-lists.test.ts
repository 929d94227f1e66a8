import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StoredLists } from '#data/readings/stored-lists.ts';

const NOW = Date.UTC(2026, 9, 24, 20);
const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (requestedAt: number) => ({ requestedAt, observedAt: requestedAt });
const idsOf = (lists: StoredLists, project = 'p') => Object.keys(lists.members[project] ?? {});

test('keeps the same object until an environment is added or removed', () => {
  const lists = new StoredLists();
  lists.apply('p', ['a'], at(NOW));
  const before = lists.members;
  lists.apply('p', ['a'], at(NOW + 1));
  expect(lists.members).toBe(before);
  lists.apply('p', ['a', 'b'], at(NOW + 2));
  expect(lists.members).not.toBe(before);
  expect(idsOf(lists)).toEqual(['a', 'b']);
});

test('is not replaced by a list that was requested earlier, unless the clock was set back', () => {
  const lists = new StoredLists();
  lists.apply('p', ['a'], at(NOW));
  lists.apply('p', ['a', 'b'], at(NOW - 1));
  expect(idsOf(lists)).toEqual(['a']);
  vi.setSystemTime(NOW - HOUR_MS);
  lists.apply('p', ['a', 'b'], at(NOW - HOUR_MS));
  expect(idsOf(lists)).toEqual(['a', 'b']);
});

test('notes when an environment vanished', () => {
  const lists = new StoredLists();
  lists.apply('p', ['a', 'b'], at(NOW));
  lists.apply('p', ['a'], at(NOW + 5));
  expect(lists.members.p).toEqual({ a: null, b: NOW + 5 });
});

test('restores persisted lists, except where this page has a later one', () => {
  const before = new StoredLists();
  before.apply('p', ['persisted'], at(NOW));
  before.apply('q', ['persisted'], at(NOW));
  const lists = new StoredLists();
  lists.apply('p', ['later'], at(NOW + 1));
  lists.restore(before.toPersist());
  expect(idsOf(lists, 'p')).toEqual(['later']);
  expect(idsOf(lists, 'q')).toEqual(['persisted']);
  lists.apply('q', ['earlier'], at(NOW - 1));
  expect(idsOf(lists, 'q'), 'the persisted time counts').toEqual(['persisted']);
  expect(lists.toPersist()).toEqual({
    p: { askedAt: NOW + 1, members: { later: null } },
    q: { askedAt: NOW, members: { persisted: null } },
  });
});

test('removes an environment from every project', () => {
  const lists = new StoredLists();
  lists.apply('p', ['a', 'b'], at(NOW));
  lists.apply('q', ['a'], at(NOW));
  lists.remove('a');
  expect(lists.members).toEqual({ p: { b: null }, q: {} });
});
