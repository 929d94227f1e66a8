import { expect, test, vi } from 'vitest';
import { fetchedEvents, noteEvents, subscribeToEvents } from '#data/polling/feed-events.ts';
import type { FeedEvent } from '#domain/polling/change-feed.ts';

const event = (n: number): FeedEvent => ({ id: `event-${n}`, at: n, type: 'DEPLOYED', environmentId: 'e' });

test('returns each event once, newest last, in any order of the answers', () => {
  noteEvents('order', [event(3), event(2)]);
  noteEvents('order', [event(3), event(1)]);
  expect(fetchedEvents('order')).toEqual([event(1), event(2), event(3)]);
});

test('returns the same list and notifies no listener when an answer has nothing new', () => {
  const listener = vi.fn();
  const stop = subscribeToEvents(listener);
  noteEvents('same', [event(1)]);
  expect(listener).toHaveBeenCalledOnce();
  const before = fetchedEvents('same');
  noteEvents('same', [event(1)]);
  noteEvents('same', []);
  expect(fetchedEvents('same')).toBe(before);
  expect(listener).toHaveBeenCalledOnce();
  stop();
  noteEvents('same', [event(2)]);
  expect(listener).toHaveBeenCalledOnce();
});

test('returns no event of another API', () => {
  noteEvents('mine', [event(1)]);
  expect(fetchedEvents('mine')).toHaveLength(1);
  expect(fetchedEvents('theirs')).toEqual([]);
});

test('drops the oldest events when an organization has more than a busy day of them', () => {
  noteEvents(
    'busy',
    Array.from({ length: 2_500 }, (_, n) => event(n)),
  );
  const kept = fetchedEvents('busy');
  expect(kept.at(-1)).toEqual(event(2_499));
  expect(kept.length).toBeLessThan(2_500);
  expect(kept[0]).toEqual(event(2_500 - kept.length));
});
