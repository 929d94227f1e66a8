import { NEVER_REQUESTED_FEED } from '#domain/polling/feed-record.ts';
import { NO_TRUST } from '#domain/polling/feed-trust.ts';
import { EMPTY_FORWARDS } from '#domain/polling/forward-queue.ts';
import type { OrganizationFeed } from '#domain/polling/organization-feed.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';

/** Returns a feed that was requested at `at` and has agreed with the polls of all these sources for ten minutes. */
export function trustedFeed(sources: readonly PollSource[], at: number): OrganizationFeed {
  const since = at - 600_000;
  return {
    record: { ...NEVER_REQUESTED_FEED, requestedAt: at, answeredAt: at, continuousSince: since },
    trusts: new Map(sources.map(({ key }) => [key, { ...NO_TRUST, state: 'trusted', since, agreements: 9 }])),
    queue: EMPTY_FORWARDS,
  };
}
