import { readSettings } from '#data/preferences/settings-store.ts';
import type { FeedState } from '#domain/polling/feed-state.ts';
import { dueSources } from '#domain/polling/poll-order.ts';
import type { Plan } from '#domain/polling/poll-plan.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import {
  demandOf,
  OWN_PER_HOUR,
  plannedPerHour,
  planRanks,
  RANKS,
  type RankPlans,
  rankOf,
} from '#domain/polling/source-rank.ts';
import type { OrganizationFeeds } from './organization-feeds.ts';
import type { PolledSources } from './polled-sources.ts';
import { RankAdmission } from './rank-admission.ts';
import type { RequestQueue } from './request-queue.ts';

type Options = {
  readonly sources: PolledSources;
  readonly queue: RequestQueue;
  /** Requests an hour that the budget allows from now on. */
  readonly perHour: () => number;
};

type OtherPlans = Pick<RankPlans, 'shared' | 'unknown'>;

/** The plan of a source whose interval is the same whether it is in progress or idle. */
const planOf = (ms: number | undefined): Plan | undefined =>
  ms === undefined ? undefined : { movingMs: ms, calmMs: ms, slowedDown: false };

/** Plans the intervals of all sources within the budget, and queues the sources that are due. */
export class PollPlanner {
  readonly #options: Options;
  readonly #admission = new RankAdmission();
  /** The plans of sources that are not on the user's own boards; undefined where there are none. */
  otherPlans: OtherPlans | undefined;
  /** Requests an hour that the last plan makes; undefined before the first plan. */
  plannedPerHour: number | undefined;
  /** The change feeds, as the last plan of this tab or of the leader left them. */
  feed: FeedState | undefined;
  /** The interval of each source in milliseconds, where the plan has a feed. */
  #aidedMs: ReadonlyMap<string, number> | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Plans the intervals of every rank, and returns the part of the state that shows them. */
  plan(feeds: OrganizationFeeds | undefined): {
    readonly plans: RankPlans;
    readonly part: Pick<PollingState, 'plan' | 'count' | 'moving'>;
  } {
    const { sources, perHour } = this.#options;
    const { all, moving } = sources;
    const demand = demandOf(all, moving);
    const budget = { chosenMs: readSettings().intervalMs, perHour: perHour() };
    const plans = planRanks(demand, budget);
    const unaidedMsOf = (source: PollSource) => {
      const { movingMs, calmMs } = plans[rankOf(source)];
      return moving.has(source.key) ? movingMs : calmMs;
    };
    const aided = feeds?.plan({ ...budget, unaidedMsOf });
    this.feed = aided?.state;
    this.#aidedMs = aided?.intervalMsOf;
    this.plannedPerHour = aided?.perHour ?? plannedPerHour(demand, plans);
    const hasOthers = all.some(({ rank }) => rank !== undefined);
    this.otherPlans = hasOthers ? { shared: plans.shared, unknown: plans.unknown } : undefined;
    const plan = all.some(({ rank }) => rank === undefined) || !hasOthers ? plans.own : plans.shared;
    const movingCount = RANKS.reduce((sum, rank) => sum + demand[rank].moving, 0);
    return { plans, part: { plan, count: all.length, moving: movingCount } };
  }

  /** Queues the due sources at `now`. Returns the epoch milliseconds at which the next source is due. */
  queueDue(plans: RankPlans, feeds: OrganizationFeeds | undefined, now: number): number {
    const { sources, queue, perHour } = this.#options;
    const idle = queue.idleSources(sources.all);
    const { due, nextAt } = dueSources({
      sources: idle,
      health: queue.health,
      planOf: (source) => planOf(this.#aidedMs?.get(source.key)) ?? plans[rankOf(source)],
      moving: sources.moving,
      observedAtOf: sources.observedAtOf,
      now,
      blockedUntil: queue.blockedUntil(now),
    });
    const forwards = queue.blockedUntil(now) > now ? undefined : feeds?.dueForwards();
    const isFirst = ({ key }: PollSource) => queue.healthOf(key).attempt === 0;
    const { admitted, heldUntil } = this.#admission.admit({
      due: [...new Set([...idle.filter(({ key }) => forwards?.keys.has(key)), ...due])],
      sources: sources.all,
      isFirst,
      now,
      perHour: perHour(),
    });
    queue.replaceQueue(admitted);
    return Math.min(
      nextAt,
      heldUntil,
      forwards?.nextAt ?? Number.POSITIVE_INFINITY,
      feeds?.requestDue(now) ?? Number.POSITIVE_INFINITY,
    );
  }

  /**
   * Returns the plan of each shown source that a feed helps, or that is not on the user's own boards, by key; undefined where
   * there is none.
   */
  plansOf(shown: readonly PollSource[]): PollingState['plans'] {
    const others = this.otherPlans;
    const intervals = new Map(this.feed?.intervals);
    if (others === undefined && intervals.size === 0) return undefined;
    return new Map(
      shown.flatMap(({ key, rank }) => {
        const plan = planOf(intervals.get(key)) ?? (rank && others?.[rank]);
        return plan ? [[key, plan] as const] : [];
      }),
    );
  }

  /** True when these sources wait for the hour: it is spent, or its rest is reserved for the user's own boards. */
  isHourSpent(shown: readonly PollSource[]): boolean {
    const { queue, perHour } = this.#options;
    const isOfLink = shown.length > 0 && shown.every(({ rank }) => rank !== undefined);
    return queue.isHourSpent(Date.now()) || (isOfLink && perHour() < OWN_PER_HOUR);
  }
}
