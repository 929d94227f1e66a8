import * as v from 'valibot';
import type { ApiClient } from '#api/api-client.ts';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import { readingsGeneration } from '#data/readings/persisted-readings.ts';
import { type FeedRecord, isAhead, MAX_FEED_PAGES } from '#domain/polling/feed-record.ts';
import type { SourceTrust } from '#domain/polling/feed-trust.ts';
import { bringForward, EMPTY_FORWARDS, waitingForwards } from '#domain/polling/forward-queue.ts';
import type { OrganizationFeed } from '#domain/polling/organization-feed.ts';

const VERSION = 1;
/** Events of the last answers: the next answer begins five minutes before the newest. */
const MAX_SEEN = 200;

const number = v.number();
const optionalNumber = v.optional(number);

const record = v.pipe(
  v.object({
    requestedAt: optionalNumber,
    answeredAt: optionalNumber,
    continuousSince: optionalNumber,
    // JSON has no infinity: it writes null.
    notBefore: v.nullable(number),
    // A larger number would pause the feed for as long.
    pages: v.pipe(number, v.integer(), v.minValue(1), v.maxValue(MAX_FEED_PAGES)),
    failures: number,
    isRefused: v.boolean(),
    newestAt: optionalNumber,
    seen: v.array(v.string()),
  }),
  v.transform(
    ({ requestedAt, answeredAt, continuousSince, newestAt, notBefore, ...rest }): FeedRecord => ({
      ...rest,
      requestedAt,
      answeredAt,
      continuousSince,
      newestAt,
      notBefore: notBefore ?? Number.NEGATIVE_INFINITY,
    }),
  ),
);

const trust = v.pipe(
  v.object({
    state: v.picklist(['agreed', 'trusted', 'broken']),
    since: number,
    agreements: number,
    isCovered: v.boolean(),
    announcedAt: optionalNumber,
    openFindingAt: optionalNumber,
    evidence: v.object({ agreed: number, announced: number, unannounced: number }),
  }),
  v.transform(({ announcedAt, openFindingAt, ...rest }): SourceTrust => ({ ...rest, announcedAt, openFindingAt })),
);

const stored = v.object({
  version: v.literal(VERSION),
  feedMs: number,
  feeds: v.array(
    v.object({
      id: v.string(),
      record,
      trusts: v.array(v.tuple([v.string(), trust])),
      waiting: v.optional(v.array(v.string()), []),
    }),
  ),
});

type PersistedFeeds = { readonly feedMs: number; readonly feeds: ReadonlyMap<string, OrganizationFeed> };

/** Belongs to one token, because each may read other events. Holds ids, times and counts, and no name. */
const keyOf = ({ source, tokenScope = '' }: ApiClient): string => scopedKey('feed', `${source}#${tokenScope}`);

/** Returns the feeds that an earlier page or leader persisted; undefined if they are missing or damaged. */
export function restoreFeeds(api: ApiClient): PersistedFeeds | undefined {
  const result = v.safeParse(stored, readJson('local', keyOf(api)));
  if (!result.success) return undefined;
  const feeds = result.output.feeds.map(
    ({ id, record: of, trusts, waiting }) =>
      // No later answer repeats these events, so their polls are due at once.
      [id, { record: of, trusts: new Map(trusts), queue: bringForward(EMPTY_FORWARDS, waiting, 0) }] as const,
  );
  return { feedMs: result.output.feedMs, feeds: new Map(feeds) };
}

/** True when another tab has persisted the answer to a later request: it has led the tabs meanwhile. */
export function isPersistedNewer(api: ApiClient, feeds: ReadonlyMap<string, OrganizationFeed>, now: number): boolean {
  return [...(restoreFeeds(api)?.feeds ?? [])].some(([id, { record: of }]) => {
    const ownAt = feeds.get(id)?.record.requestedAt ?? Number.NEGATIVE_INFINITY;
    return !isAhead(of, now) && (of.requestedAt ?? Number.NEGATIVE_INFINITY) > ownAt;
  });
}

/**
 * Returns a function that persists the feeds, so that the next leader and a reload continue with the earned trust. It does
 * nothing after the removal of a token, because the tab that removes a token removes its feeds.
 */
export function persisterOf(api: ApiClient): (feeds: PersistedFeeds) => void {
  const generation = readingsGeneration();
  return ({ feedMs, feeds }) => {
    if (generation !== readingsGeneration()) return;
    const written = [...feeds].map(([id, feed]) => ({
      id,
      record: { ...feed.record, seen: feed.record.seen.slice(0, MAX_SEEN) },
      trusts: [...feed.trusts].filter(([, { state }]) => state !== 'unknown'),
      waiting: [...waitingForwards(feed.queue)],
    }));
    writeJson('local', keyOf(api), { version: VERSION, feedMs, feeds: written });
  };
}
