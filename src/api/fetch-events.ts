import { eventKey, type FeedEvent } from '#domain/polling/change-feed.ts';
import { type FeedRecord, feedQuery, MAX_FEED_PAGES } from '#domain/polling/feed-record.ts';
import type { ApiClient } from './api-client.ts';
import { type EventPage, eventPage } from './event-schemas.ts';

type FetchedEvents = {
  readonly events: readonly FeedEvent[];
  /** False when more pages followed than are worth their requests. */
  readonly isComplete: boolean;
  /** Requests that the answer took. */
  readonly pages: number;
};

/**
 * Fetches an organization's events since the last answer, newest first. It sends one request a page, three pages at most.
 *
 * The first answer is a history and may be incomplete. Rejects with an `ApiError` when a page fails, because a partial
 * answer would hide events.
 */
export async function fetchEvents(
  api: ApiClient,
  organizationId: string,
  record: FeedRecord,
  signal?: AbortSignal,
): Promise<FetchedEvents> {
  const path = `/organization/${organizationId}/events`;
  const query = Object.entries(feedQuery(record)).map(([name, value]) => [name, String(value)]);
  const seen = new Set(record.seen);
  const events: FeedEvent[] = [];
  let continueToken: string | undefined;
  for (let pages = 1; pages <= MAX_FEED_PAGES; pages += 1) {
    const parameters = new URLSearchParams([
      ...query,
      ...(continueToken === undefined ? [] : [['continueToken', continueToken]]),
    ]);
    const answer: EventPage = await api.get(`${path}?${parameters}`, eventPage, signal);
    events.push(...answer.events);
    const reachesSeen = answer.events.some((event) => seen.has(eventKey(event)));
    if (reachesSeen) return { events, isComplete: true, pages };
    if (answer.hasUnreadPages) return { events, isComplete: record.answeredAt === undefined, pages };
    if (answer.continueToken === undefined) return { events, isComplete: true, pages };
    continueToken = answer.continueToken;
  }
  return { events, isComplete: record.answeredAt === undefined, pages: MAX_FEED_PAGES };
}
