import { createEmitter } from '#domain/emitter.ts';
import { eventKey, type FeedEvent } from '#domain/polling/change-feed.ts';

/** Maximum number of cached events: as many as a busy organization has in a day. */
const MAX_EVENTS = 2_000;

const emitter = createEmitter();
const eventsBySource = new Map<string, readonly FeedEvent[]>();
const NO_EVENTS: readonly FeedEvent[] = [];

/** Returns the events that this tab has fetched from one API, newest last. The same list until a new event arrives. */
export const fetchedEvents = (source: string): readonly FeedEvent[] => eventsBySource.get(source) ?? NO_EVENTS;

/** Calls the listener after new events of any API. Returns a function that ends the subscription. */
export const subscribeToEvents = emitter.subscribe;

/** Adds the events of an answer of the change feed, each once. */
export function noteEvents(source: string, answer: readonly FeedEvent[]): void {
  const before = fetchedEvents(source);
  const keys = new Set(before.map(eventKey));
  const news = answer.filter((event) => !keys.has(eventKey(event)));
  if (news.length === 0) return;
  const all = [...before, ...news].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  eventsBySource.set(source, all.slice(-MAX_EVENTS));
  emitter.notify();
}
