import { toFailure } from '#api/api-error.ts';
import { fetchEvents } from '#api/fetch-events.ts';
import { serverNow, skewNow } from '#browser/server-now.ts';
import { groupBy } from '#domain/group-by.ts';
import { kindOfSource, MIN_SOURCES_FOR_FEED, planSources, type SourcesPlan } from '#domain/polling/feed-plan.ts';
import { isFeedLive, isResting, nextFeedRequestAt } from '#domain/polling/feed-record.ts';
import { perHourWithFeed, summarizeFeeds } from '#domain/polling/feed-summary.ts';
import { trustLevels } from '#domain/polling/feed-trust.ts';
import {
  dueForwards,
  forwardSent,
  forwardSettled,
  nextForwardAt,
  replenish,
  waitingForwards,
} from '#domain/polling/forward-queue.ts';
import {
  feedAnswered,
  feedCompared,
  feedFailed,
  feedOfSources,
  NO_FEED,
  type OrganizationFeed,
} from '#domain/polling/organization-feed.ts';
import { MOVING_MS } from '#domain/polling/poll-plan.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { noteEvents } from './feed-events.ts';
import type { AidedPlan, FeedOptions, PlanInput } from './feed-options.ts';
import { LongestIntervals } from './longest-intervals.ts';
import { isPersistedNewer, persisterOf, restoreFeeds } from './persisted-feeds.ts';
import { PolledAnswers } from './polled-answers.ts';

/** A due source may have a request in flight, or be held back: it is considered again after this time. */
const RETRY_MS = 1_000;

/**
 * Requests the change feed of each organization, and plans polls with them. It sets no state: an event brings a poll
 * forward, and polls that agree with the feed become rarer. The next leader and a reload continue with the persisted trust.
 *
 * The domain gets the server's time, because events have it. Parameters and results are times of this computer.
 */
export class OrganizationFeeds {
  readonly #options: FeedOptions;
  readonly #feeds: Map<string, OrganizationFeed>;
  readonly #polled: PolledAnswers;
  readonly #longest = new LongestIntervals();
  readonly #restored: ReturnType<typeof restoreFeeds>;
  readonly #persist: ReturnType<typeof persisterOf>;
  #plan: SourcesPlan | undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#restored = restoreFeeds(options.api);
    this.#feeds = new Map(this.#restored?.feeds);
    this.#persist = persisterOf(options.api);
    this.#polled = new PolledAnswers(options);
  }

  /** The interval of the feeds; a short one where the budget leaves no room, so that no old answer counts. */
  get #feedMs(): number {
    const feedMs = this.#plan === undefined ? this.#restored?.feedMs : this.#plan.feedMs;
    return feedMs !== undefined && Number.isFinite(feedMs) ? feedMs : MOVING_MS;
  }

  /** True when another tab has requested events since this one. */
  readonly isOutdated = (): boolean => isPersistedNewer(this.#options.api, this.#feeds, serverNow());

  /** Plans the intervals of all sources and of the feeds. Without a feed to request, the result has no intervals. */
  plan({ unaidedMsOf, chosenMs, perHour }: PlanInput): AidedPlan {
    const { all, moving } = this.#options.sources;
    const now = serverNow();
    this.#polled.retainOnly(all);
    const feeds = this.#organizations().map(([id, sources]) => {
      const feed = feedOfSources(this.#feedOf(id), sources);
      return { feed, sources: sources.length, isLive: isFeedLive(feed.record, this.#feedMs, now) };
    });
    const levels = new Map(feeds.flatMap(({ feed, isLive }) => [...trustLevels(feed.trusts, { isLive, now })]));
    const waiting = new Set(feeds.flatMap(({ feed }) => [...waitingForwards(feed.queue)]));
    const requested = feeds.filter(({ feed }) => !isResting(feed.record, now)).length;
    const planned = all.map((source) => ({
      key: source.key,
      kind: kindOfSource(moving.has(source.key), waiting.has(source.key), levels.get(source.key) ?? 'none'),
      unaidedMs: unaidedMsOf(source),
    }));
    const plan = requested > 0 ? planSources(planned, { feeds: requested, chosenMs, perHour }) : undefined;
    this.#plan = plan;
    const intervals = plan ? this.#longest.note(plan.intervalMsOf) : this.#longest.beyond(planned);
    return {
      state: summarizeFeeds({ feeds, levels, plan, intervals, now }),
      intervalMsOf: plan?.intervalMsOf,
      perHour: plan && perHourWithFeed(plan, requested),
    };
  }

  /** Requests the feeds that are due. Returns when the next one is, in epoch milliseconds. */
  requestDue(now: number): number {
    const { queue } = this.#options;
    const dueAt = this.#organizations().map(([id, sources]) => {
      const { record } = this.#feedOf(id);
      // The polls go first, because the first answer is compared with them. Without room, the next plan decides.
      const isWaiting = record.requestedAt === undefined && !this.#polled.hasAll(sources);
      const hasRoom = this.#plan === undefined || Number.isFinite(this.#plan.feedMs);
      if (isWaiting || !hasRoom || queue.others.isInFlight('feed', id)) return Number.POSITIVE_INFINITY;
      const at = Math.max(toLocal(nextFeedRequestAt(record, id, this.#feedMs, serverNow())), queue.blockedUntil(now));
      if (at > now) return at;
      void this.#request(id);
      return Number.POSITIVE_INFINITY;
    });
    return Math.min(...dueAt, Number.POSITIVE_INFINITY);
  }

  /** The keys of the sources to poll now because of events, and when the next one follows in epoch milliseconds. */
  dueForwards(): { readonly keys: ReadonlySet<string>; readonly nextAt: number } {
    const { queue } = this.#options;
    const now = serverNow();
    const share = this.#forwardShare();
    const due = this.#organizations().map(([id, sources]) => {
      const feed = this.#feedOf(id);
      // A source that fails has its own next try.
      const failing = [...waitingForwards(feed.queue)].filter((key) => queue.healthOf(key).failure !== undefined);
      const forwards = { ...feed, queue: replenish(failing.reduce(forwardSettled, feed.queue), share, now) };
      this.#feeds.set(id, forwards);
      const shown = feedOfSources(forwards, sources).queue;
      return {
        keys: dueForwards(shown, now),
        nextAt: toLocal(Math.max(nextForwardAt(shown, share.forwardPerHour), now + RETRY_MS)),
      };
    });
    return {
      keys: new Set(due.flatMap(({ keys }) => keys)),
      nextAt: Math.min(...due.map(({ nextAt }) => nextAt), Number.POSITIVE_INFINITY),
    };
  }

  /** Notes that a poll of a source was sent, brought forward or not. */
  noteRequest({ key, organizationId }: PollSource): void {
    this.#update(organizationId, (feed) => ({ ...feed, queue: forwardSent(feed.queue, key, serverNow()) }));
  }

  /** Compares an answer with the one before, and with the events of the feed in between. */
  noteAnswer({ source, statuses, requestedAt }: StatusAnswer): void {
    // A cache may return an answer that is older than the one before: such an answer proves nothing.
    if (!this.#polled.isNewer(source.key, requestedAt)) return;
    const before = this.#polled.replace(source.key, { at: requestedAt, statuses });
    this.#longest.noteAnswer(source.key);
    this.#update(source.organizationId, (feed) =>
      feedCompared(feed, source, {
        at: requestedAt,
        previousAt: before?.at,
        before: before?.statuses ?? [],
        after: statuses,
        feedMs: this.#feedMs,
      }),
    );
  }

  async #request(id: string): Promise<void> {
    const { api, queue, onChange } = this.#options;
    const requestedAt = serverNow();
    try {
      const fetched = await queue.others.send('feed', id, () => fetchEvents(api, id, this.#feedOf(id).record));
      noteEvents(api.source, fetched.events);
      const answer = { ...fetched, requestedAt, intervalMs: this.#feedMs };
      this.#update(id, (feed) => feedAnswered(feed, answer, this.#polls(id)));
    } catch (error) {
      this.#update(id, (feed) => feedFailed(feed, toFailure(error), requestedAt));
    }
    if (!this.isOutdated()) this.#persist({ feedMs: this.#feedMs, feeds: this.#feeds });
    onChange();
  }

  #polls(id: string): Parameters<typeof feedAnswered>[2] {
    const sources = this.#options.sources.all.filter(({ organizationId }) => organizationId === id);
    const intervalMsOf = ({ key }: PollSource) => this.#plan?.intervalMsOf.get(key) ?? Number.POSITIVE_INFINITY;
    return { ...this.#polled.of(sources), intervalMsOf };
  }

  /** The organizations with enough sources for a feed, and these sources. */
  #organizations(): readonly (readonly [id: string, sources: readonly PollSource[]])[] {
    const groups = groupBy(this.#options.sources.all, ({ organizationId }) => organizationId);
    return [...groups].flatMap(([id, sources]) =>
      id !== undefined && sources.length >= MIN_SOURCES_FOR_FEED ? [[id, sources] as const] : [],
    );
  }

  #forwardShare(): Pick<SourcesPlan, 'forwardPerHour' | 'savedForwards'> {
    const { forwardPerHour = 0, savedForwards = 0 } = this.#plan ?? {};
    const feeds = Math.max(1, this.#organizations().length);
    return { forwardPerHour: forwardPerHour / feeds, savedForwards: savedForwards / feeds };
  }

  readonly #feedOf = (id: string): OrganizationFeed => this.#feeds.get(id) ?? NO_FEED;

  #update(id: string | undefined, change: (feed: OrganizationFeed) => OrganizationFeed): void {
    if (id !== undefined) this.#feeds.set(id, change(this.#feedOf(id)));
  }
}

const toLocal = (serverMs: number): number => serverMs + skewNow().ms;
