import { groupBy } from '#domain/group-by.ts';
import type { TrustLevel } from './feed-trust.ts';
import { MOVING_MS, SLOWEST_MS } from './poll-plan.ts';
import { HOURLY_LIMIT } from './request-budget.ts';

/** Sources that are planned alike. */
export type SourceGroup = {
  readonly count: number;
  /** Their interval without a feed, in milliseconds, as `planRanks` gives it. */
  readonly unaidedMs: number;
  /**
   * `moving`: to be polled each 10 s, because an environment is in progress or an event names the source. `short` and
   * `long`: at rest, and the feed is trusted; see `TrustLevel`.
   */
  readonly kind: 'moving' | 'untrusted' | 'short' | 'long';
};

export type FeedPlan = {
  /** Milliseconds, in the order of the groups. */
  readonly intervalsMs: readonly number[];
  /** The interval of each organization's feed, in milliseconds; infinite where the budget leaves no room for one. */
  readonly feedMs: number;
  /** Polls an hour that events may bring forward, beyond the intervals. */
  readonly forwardPerHour: number;
  /** The part of these requests that may be saved up, set aside beyond the others. */
  readonly savedForwards: number;
};

type Budget = {
  /** Organizations whose feed is requested. */
  readonly feeds: number;
  /** The interval that the user chose for idle sources: the feed has the same interval. */
  readonly chosenMs: number;
  /** Requests an hour that the ledger allows from now on; infinite behind a gateway. */
  readonly perHour: number;
};

/** A feed costs more than it saves where an organization has fewer sources. */
export const MIN_SOURCES_FOR_FEED = 2;

/** While something moves the feed is requested three times as often, every ten seconds at most. */
const MOVING_FEED_SHARE = 3;
/** The longest interval at which a feed is still useful, in milliseconds. */
const SLOWEST_FEED_MS = SLOWEST_MS;

const TRUSTED_MS = { short: 300_000, long: 900_000 } as const;
/** Trusted sources stretch this far, and only where the feed, events and moving sources need the requests. */
export const SLOWEST_TRUSTED_MS = 1_800_000;

const HOUR_MS = 3_600_000;
const SHARE = 0.9;
/** The part of that share that is reserved for polls that events bring forward. */
const FORWARD_SHARE = 0.15;
/** And for polls brought forward that were saved up: ten of an hour of 1,000 requests. */
const SAVED_SHARE = 0.01 / SHARE;
/** Intervals are stretched by 0 to 10 %, so polls use this much less than their intervals allow. */
export const MEAN_JITTER = 1.05;

/**
 * The intervals of all sources and of the feed, from those that the sources have without a feed.
 *
 * No source is slower than without a feed, unless the feed is trusted for it. The requests go, in this order, to:
 * untrusted and moving sources as without a feed; trusted ones at their slowest; the feed at the chosen pace, usually
 * 30 s, and polls that events bring forward; moving sources, down to 10 s; the feed every 10 s while something moves.
 * Trusted sources are polled every 5 or 15 minutes where that leaves enough for the others. All together use at most
 * nine tenths of the budget where the intervals without a feed do. Until a source is trusted, the feed uses what the
 * jitter of the polls leaves. Never throws.
 */
export function planWithFeed(groups: readonly SourceGroup[], { feeds, chosenMs, perHour }: Budget): FeedPlan {
  const perMs = allowedPerMs(perHour);
  const moving = groups.filter(({ kind, count }) => kind === 'moving' && countOf(count) > 0);
  const speedUp = rateOf(moving, quickestMs) - rateOf(moving, unaidedMs);
  const feedMs = Math.min(Math.max(chosenMs || 0, MOVING_MS), SLOWEST_MS);
  const usualRate = countOf(feeds) / feedMs;
  const quickRate = moving.length > 0 ? countOf(feeds) / Math.max(MOVING_MS, feedMs / MOVING_FEED_SHARE) : 0;
  const forwards = Number.isFinite(perMs) ? perMs * FORWARD_SHARE : 0;

  const fixed = rateOf(groups.filter(isUntrusted), unaidedMs);
  const stretchMs = stretchFor(groups, perMs - fixed - usualRate - forwards - speedUp);
  const intervalMs = (group: SourceGroup) => trustedMs(group, stretchMs);
  const trusted = rateOf(
    groups.filter((group) => !isUntrusted(group)),
    intervalMs,
  );

  const saved = Number.isFinite(perMs) ? perMs * SAVED_SHARE : perMs;
  const take = takerOf(Math.max(0, Number.isFinite(perMs) ? perMs - fixed - trusted - saved : perMs));
  // When both do not fit, each gets its part: a feed without the polls that it brings forward has no use.
  const forwardFirst = countOf(feeds) > 0 ? forwards / 6 : 0;
  const both = partOf(take(usualRate + forwardFirst), usualRate + forwardFirst);
  const feedRate = both * usualRate;
  const forwardRate = both * forwardFirst + take(forwards - forwardFirst);
  const share = partOf(take(speedUp), speedUp);
  const extraRate = take(quickRate - feedRate);
  return {
    intervalsMs: groups.map((group) => (isUntrusted(group) ? untrustedMs(group, share) : intervalMs(group))),
    feedMs: feedIntervalMs(countOf(feeds), feedRate + extraRate),
    forwardPerHour: (forwardRate + take(Number.POSITIVE_INFINITY)) * HOUR_MS,
    savedForwards: saved * HOUR_MS,
  };
}

/** A source for the plan. */
type Planned = Pick<SourceGroup, 'unaidedMs' | 'kind'> & { readonly key: string };

export type SourcesPlan = Omit<FeedPlan, 'intervalsMs'> & { readonly intervalMsOf: ReadonlyMap<string, number> };

/** `planWithFeed` for single sources: those that are alike are planned as a group. */
export function planSources(sources: readonly Planned[], budget: Budget): SourcesPlan {
  const groups = [...groupBy(sources, ({ kind, unaidedMs: ms }) => `${kind} ${ms}`).values()];
  const { intervalsMs, ...plan } = planWithFeed(
    groups.flatMap(([first, ...rest]) => (first === undefined ? [] : [{ ...first, count: rest.length + 1 }])),
    budget,
  );
  const intervalMsOf = groups.flatMap((alike, at) =>
    alike.map(({ key }) => [key, intervalsMs[at] ?? SLOWEST_MS] as const),
  );
  return { ...plan, intervalMsOf: new Map(intervalMsOf) };
}

/** A source that an event names is polled as if it were in progress, until the poll is sent. */
export function kindOfSource(isMoving: boolean, isBroughtForward: boolean, level: TrustLevel): SourceGroup['kind'] {
  if (isMoving || isBroughtForward) return 'moving';
  return level === 'none' ? 'untrusted' : level;
}

function allowedPerMs(perHour: number): number {
  if (!(perHour > 0)) return 0;
  return ((Number.isFinite(perHour) ? Math.min(perHour, HOURLY_LIMIT) : perHour) * SHARE) / HOUR_MS;
}

const partOf = (taken: number, wanted: number): number => (wanted > 0 ? taken / wanted : 0);

/** Gives out a rate part by part, and never more than there is. */
function takerOf(rate: number): (wanted: number) => number {
  let left = rate;
  return (wanted) => {
    const taken = Math.min(Math.max(wanted, 0), left);
    if (Number.isFinite(left)) left -= taken;
    return taken;
  };
}

const isUntrusted = ({ kind }: SourceGroup): boolean => kind === 'moving' || kind === 'untrusted';
const countOf = (count: number): number => (count > 0 && Number.isFinite(count) ? count : 0);
const unaidedMs = (group: SourceGroup): number => Math.max(group.unaidedMs || 0, MOVING_MS);
const quickestMs = (_: SourceGroup): number => MOVING_MS;

/** Requests a millisecond, the jitter included. */
const rateOf = (groups: readonly SourceGroup[], intervalOf: (group: SourceGroup) => number): number =>
  groups.reduce((sum, group) => sum + countOf(group.count) / intervalOf(group), 0) / MEAN_JITTER;

function trustedMs(group: SourceGroup, stretchMs: number): number {
  const wantedMs = group.kind === 'long' ? TRUSTED_MS.long : TRUSTED_MS.short;
  return Math.max(unaidedMs(group), Math.min(Math.max(wantedMs, stretchMs), SLOWEST_TRUSTED_MS));
}

/** Moving sources get their share of the way to ten seconds. */
function untrustedMs(group: SourceGroup, share: number): number {
  const ms = unaidedMs(group);
  return group.kind === 'moving' ? Math.min(ms, Math.ceil(1 / (1 / ms + share * (1 / MOVING_MS - 1 / ms)))) : ms;
}

/** The least interval of all trusted sources at which they fit in the room; the slowest where none does. */
function stretchFor(groups: readonly SourceGroup[], room: number): number {
  const trusted = groups.filter((group) => !isUntrusted(group));
  const fits = (ms: number) => rateOf(trusted, (group) => trustedMs(group, ms)) <= room;
  if (fits(0)) return 0;
  let tooQuick = 0;
  let enough = SLOWEST_TRUSTED_MS;
  while (enough - tooQuick > 1) {
    const middle = Math.floor((enough + tooQuick) / 2);
    if (fits(middle)) enough = middle;
    else tooQuick = middle;
  }
  return enough;
}

function feedIntervalMs(feeds: number, rate: number): number {
  const ms = Math.ceil(feeds / rate);
  return feeds > 0 && ms <= SLOWEST_FEED_MS ? ms : Number.POSITIVE_INFINITY;
}
