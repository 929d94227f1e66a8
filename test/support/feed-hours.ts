import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isMoving, toneOf } from '#domain/environment/tone.ts';
import { eventKey, type FeedEvent } from '#domain/polling/change-feed.ts';
import { kindOfSource, MIN_SOURCES_FOR_FEED, planSources, type SourcesPlan } from '#domain/polling/feed-plan.ts';
import {
  FEED_PAGE_SIZE,
  isFeedLive,
  MAX_FEED_PAGES,
  nextFeedRequestAt,
  OVERLAP_MS,
} from '#domain/polling/feed-record.ts';
import { trustLevels } from '#domain/polling/feed-trust.ts';
import { dueForwards, forwardSent, replenish, waitingForwards } from '#domain/polling/forward-queue.ts';
import {
  feedAnswered,
  feedCompared,
  feedFailed,
  NO_FEED,
  type OrganizationFeed,
} from '#domain/polling/organization-feed.ts';
import { jitter } from '#domain/polling/poll-plan.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import {
  EMPTY_LEDGER,
  type Ledger,
  spend,
  sustainablePerHour,
  waitForBudgetMs,
} from '#domain/polling/request-budget.ts';
import { planRanks } from '#domain/polling/source-rank.ts';
import { type Account, accountOf, type Load, START, statusAt } from '#test/support/feed-account.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const PLAN_EVERY_MS = 10_000;
const CHOSEN_MS = 30_000;

/** The behaviour of a feed at a moment, in milliseconds since the start. `none`: the board of today, which requests no feed. */
export const FEEDS = {
  none: () => undefined,
  answering: () => ({ lateMs: 5_000, isLossy: false, status: 200 }),
  refused: () => ({ lateMs: 0, isLossy: false, status: 403 }),
  lossy: () => ({ lateMs: 5_000, isLossy: true, status: 200 }),
  '120 s late': () => ({ lateMs: 120_000, isLossy: false, status: 200 }),
  'failing from the middle on': (at: number, hours: number) => ({
    lateMs: 5_000,
    isLossy: false,
    status: at > (hours * HOUR_MS) / 2 ? 503 : 200,
  }),
} as const satisfies Record<string, (at: number, hours: number) => Behaviour | undefined>;

type Behaviour = { readonly lateMs: number; readonly isLossy: boolean; readonly status: number };
type Polled = { readonly at: number; readonly statuses: readonly EnvironmentStatus[]; readonly round: number };

export type Day = {
  readonly projects: number;
  readonly environmentsEach: number;
  readonly load: Load;
  readonly feed: keyof typeof FEEDS;
  readonly hours: number;
};

/** Polls an account second by second with the rules of the domain alone: answers come at once, and one tab polls. */
class PlannedBoard {
  readonly requests: number[] = [];
  readonly polledAt = new Map<string, number[]>();
  readonly #account: Account;
  readonly #day: Day;
  readonly #polled = new Map<string, Polled>();
  /** When each source is due by the present plan, in epoch milliseconds. Only a plan or a poll changes it. */
  readonly #dueAts = new Map<string, number>();
  #ledger: Ledger = EMPTY_LEDGER;
  #feed: OrganizationFeed = NO_FEED;
  #plan: SourcesPlan = {
    intervalMsOf: new Map(),
    feedMs: Number.POSITIVE_INFINITY,
    forwardPerHour: 0,
    savedForwards: 0,
  };

  constructor(account: Account, day: Day) {
    this.#account = account;
    this.#day = day;
  }

  run(): void {
    for (let at = 0; at <= this.#day.hours * HOUR_MS; at += SECOND_MS) {
      const now = START + at;
      if (at % PLAN_EVERY_MS === 0) this.#makePlan(now);
      this.#requestFeed(now, at);
      this.#pollForwards(now);
      for (const source of this.#account.sources) if (this.#dueAt(source) <= now) this.#poll(source, now);
    }
  }

  #dueAt({ key }: PollSource): number {
    const computed = this.#dueAts.get(key);
    if (computed !== undefined) return computed;
    const polled = this.#polled.get(key);
    if (polled === undefined) return 0;
    const dueAt = polled.at + Math.ceil((this.#plan.intervalMsOf.get(key) ?? 0) * jitter(key, polled.round));
    this.#dueAts.set(key, dueAt);
    return dueAt;
  }

  #makePlan(now: number): void {
    const { sources } = this.#account;
    const perHour = sustainablePerHour(this.#ledger, now);
    const isLive = isFeedLive(this.#feed.record, this.#plan.feedMs, now);
    const levels = trustLevels(this.#feed.trusts, { isLive, now });
    const waiting = waitingForwards(this.#feed.queue);
    const moving = new Set(sources.map(({ key }) => key).filter((key) => this.#isMoving(key)));
    const none = { moving: 0, calm: 0 };
    const demand = { own: { moving: moving.size, calm: sources.length - moving.size }, shared: none, unknown: none };
    const { own } = planRanks(demand, { chosenMs: CHOSEN_MS, perHour });
    const planned = sources.map(({ key }) => ({
      key,
      kind: kindOfSource(moving.has(key), waiting.has(key), levels.get(key) ?? 'none'),
      unaidedMs: moving.has(key) ? own.movingMs : own.calmMs,
    }));
    const isRequested = this.#day.feed !== 'none' && sources.length >= MIN_SOURCES_FOR_FEED;
    const plan = planSources(planned, { feeds: isRequested ? 1 : 0, chosenMs: CHOSEN_MS, perHour });
    const unaided = new Map(planned.map(({ key, unaidedMs }) => [key, unaidedMs]));
    this.#plan = isRequested ? plan : { ...plan, intervalMsOf: unaided };
    this.#dueAts.clear();
  }

  #isMoving(key: string): boolean {
    const polled = this.#polled.get(key);
    return polled === undefined || polled.statuses.some(({ state }) => isMoving(toneOf(state)));
  }

  #spend(now: number): boolean {
    if (waitForBudgetMs(this.#ledger, now) > 0) return false;
    this.#ledger = spend(this.#ledger, now);
    this.requests.push(now);
    return true;
  }

  #poll(source: PollSource, now: number): void {
    const { key, environmentIds } = source;
    if (!this.#spend(now)) return;
    const before = this.#polled.get(key);
    const statuses = environmentIds.map((id) => statusAt(this.#account, id, now - START));
    const times = this.polledAt.get(key) ?? [];
    times.push(now - START);
    this.polledAt.set(key, times);
    this.#polled.set(key, { at: now, statuses, round: (before?.round ?? 0) + 1 });
    this.#dueAts.delete(key);
    this.#feed = { ...this.#feed, queue: forwardSent(this.#feed.queue, key, now) };
    this.#feed = feedCompared(this.#feed, source, {
      at: now,
      previousAt: before?.at,
      before: before?.statuses ?? [],
      after: statuses,
      feedMs: this.#plan.feedMs,
    });
  }

  #requestFeed(now: number, at: number): void {
    const behaviour = FEEDS[this.#day.feed](at, this.#day.hours);
    // The first answer is compared with the polls: they go first.
    if (
      behaviour === undefined ||
      !Number.isFinite(this.#plan.feedMs) ||
      this.#polled.size < this.#account.sources.length
    )
      return;
    if (nextFeedRequestAt(this.#feed.record, 'organization', this.#plan.feedMs, now) > now || !this.#spend(now)) return;
    if (behaviour.status !== 200) {
      const isRefused = behaviour.status === 403;
      this.#feed = feedFailed(this.#feed, isRefused ? { kind: 'denied' } : { kind: 'server', status: 503 }, now);
      return;
    }
    const answer = this.#readPages(at, behaviour, now);
    this.#feed = feedAnswered(
      this.#feed,
      { ...answer, requestedAt: now, intervalMs: this.#plan.feedMs },
      {
        sources: this.#account.sources,
        projectOf: () => undefined,
        statusesOf: ({ key }) => this.#polled.get(key)?.statuses ?? [],
        polledAtOf: ({ key }) => this.#polled.get(key)?.at,
        intervalMsOf: ({ key }) => this.#plan.intervalMsOf.get(key) ?? 0,
      },
    );
  }

  /** The newest events that are not known yet, page by page; each further page is a request. */
  #readPages(at: number, { lateMs, isLossy }: Behaviour, now: number) {
    const { newestAt, answeredAt } = this.#feed.record;
    const from = (newestAt ?? START - 24 * HOUR_MS) - START - OVERLAP_MS;
    const all = this.#account.events
      .filter((event, index) => !(isLossy && index % 10 === 9) && event.at <= at - lateMs && event.at >= from)
      .map((event): FeedEvent => ({ ...event, at: event.at + START }))
      .toReversed();
    const seen = new Set(this.#feed.record.seen);
    const known = all.findIndex((event) => seen.has(eventKey(event)));
    const wanted = Math.ceil(((known < 0 ? all.length : known) + 1) / FEED_PAGE_SIZE);
    const pages = Math.min(wanted, MAX_FEED_PAGES);
    for (let page = 1; page < pages; page += 1) this.#spend(now);
    return {
      events: all.slice(0, pages * FEED_PAGE_SIZE),
      isComplete: answeredAt === undefined || wanted <= pages,
      pages,
    };
  }

  #pollForwards(now: number): void {
    this.#feed = { ...this.#feed, queue: replenish(this.#feed.queue, this.#plan, now) };
    for (const key of dueForwards(this.#feed.queue, now)) {
      const source = this.#account.sources.find((one) => one.key === key);
      if (source !== undefined) this.#poll(source, now);
    }
  }
}

export type DayFigures = {
  readonly requests: number;
  readonly worstHour: number;
  readonly changes: number;
  /** Seconds from a change to the first poll that brings it. */
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
};

/** Runs a day from its second hour on: in the first the feed earns its trust. */
export function figuresOf(day: Day): DayFigures {
  const account = accountOf(day);
  const board = new PlannedBoard(account, day);
  board.run();
  const keyOf = new Map(account.sources.flatMap(({ key, environmentIds }) => environmentIds.map((id) => [id, key])));
  const delays = account.changes
    .filter(({ at }) => at >= HOUR_MS)
    .flatMap(({ id, at }) => {
      const polledAt = board.polledAt.get(keyOf.get(id) ?? '')?.find((polled) => polled >= at);
      return polledAt === undefined ? [] : [(polledAt - at) / SECOND_MS];
    })
    .toSorted((a, b) => a - b);
  const delayAt = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;
  return {
    requests: board.requests.length,
    worstHour: worstHourOf(board.requests),
    changes: delays.length,
    median: delayAt(0.5),
    p95: delayAt(0.95),
    worst: delayAt(1),
  };
}

function worstHourOf(requests: readonly number[]): number {
  let from = 0;
  let most = 0;
  requests.forEach((at, index) => {
    while ((requests[from] ?? at) <= at - HOUR_MS) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
