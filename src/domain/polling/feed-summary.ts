import type { SourcesPlan } from './feed-plan.ts';
import { isResting } from './feed-record.ts';
import type { FeedState } from './feed-state.ts';
import type { TrustLevel } from './feed-trust.ts';
import type { OrganizationFeed } from './organization-feed.ts';

const HOUR_MS = 3_600_000;
/** Events bring forward few polls: this many an hour are counted as planned, even if the plan allows more. */
const COUNTED_FORWARDS = 100;

type Summarized = {
  readonly feeds: readonly { readonly feed: OrganizationFeed; readonly isLive: boolean; readonly sources: number }[];
  readonly levels: ReadonlyMap<string, TrustLevel>;
  readonly plan: SourcesPlan | undefined;
  /** See `FeedState`. */
  readonly intervals: FeedState['intervals'];
  readonly now: number;
};

const isRequested = ({ feed }: Summarized['feeds'][number]): boolean => feed.record.requestedAt !== undefined;

/**
 * Returns what the page shows of all feeds together; undefined before the first request. `now` is the server's time in epoch
 * milliseconds.
 */
export function summarizeFeeds({ feeds, levels, plan, intervals, now }: Summarized): FeedState | undefined {
  if (!feeds.some(isRequested)) return undefined;
  const latest = (times: readonly number[]) => times.reduce((most, ms) => Math.max(most, ms), 0);
  const live = feeds.filter(({ isLive }) => isLive);
  const starts = live.flatMap(({ feed }) => feed.record.continuousSince ?? []);
  const evidence = feeds.flatMap(({ feed }) => [...feed.trusts.values()].map((trust) => trust.evidence));
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const feedMs = plan !== undefined && Number.isFinite(plan.feedMs) ? plan.feedMs : undefined;
  // After a failure the feed backs off, and after several pages it pauses: its real interval is then longer.
  const isFailing = live.some(({ feed }) => feed.record.failures > 0);
  const pages = latest(live.map(({ feed }) => feed.record.pages));
  const eventsMs = feedMs === undefined || isFailing ? undefined : feedMs * Math.max(1, pages);
  const isTrusted = (key: string) => (levels.get(key) ?? 'none') !== 'none';
  const planned = [...(plan?.intervalMsOf ?? [])];
  return {
    organizations: feeds.filter(isRequested).length,
    answering: live.length,
    refused: feeds.filter(({ feed }) => isResting(feed.record, now)).length,
    since: starts.length > 0 ? latest(starts) : undefined,
    sources: sumOf(feeds.map(({ sources }) => sources)),
    trusted: [...levels.keys()].filter(isTrusted).length,
    agreed: sumOf(evidence.map(({ agreed }) => agreed)),
    announced: sumOf(evidence.map(({ announced }) => announced)),
    unannounced: sumOf(evidence.map(({ unannounced }) => unannounced)),
    feedMs,
    changesMs: latest(planned.map(([key, ms]) => (isTrusted(key) ? Math.min(eventsMs ?? ms, ms) : ms))),
    slowestMs: latest(planned.map(([, ms]) => ms)),
    intervals,
  };
}

/** Returns the requests an hour that a plan causes, feeds and a usual number of polls brought forward included. */
export function perHourWithFeed({ intervalMsOf, feedMs, forwardPerHour }: SourcesPlan, feeds: number): number {
  const polls = [...intervalMsOf.values()].reduce((sum, ms) => sum + HOUR_MS / ms, 0);
  return polls + (feeds * HOUR_MS) / feedMs + Math.min(forwardPerHour, COUNTED_FORWARDS);
}
