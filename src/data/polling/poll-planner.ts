import { readSettings } from '#data/preferences/settings-store.ts';
import { dueSources } from '#domain/polling/poll-order.ts';
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
import type { PolledSources } from './polled-sources.ts';
import { RankAdmission } from './rank-admission.ts';
import type { RequestQueue } from './request-queue.ts';

type Options = {
  readonly sources: PolledSources;
  readonly queue: RequestQueue;
  /** Requests an hour that can be kept up. */
  readonly perHour: () => number;
};

type OtherPlans = Pick<RankPlans, 'shared' | 'unknown'>;

/** Plans the intervals of all sources within the budget, and queues the sources that are due. */
export class PollPlanner {
  readonly #options: Options;
  readonly #admission = new RankAdmission();
  /** The plans of sources that are not on the user's own boards; undefined where there are none. */
  otherPlans: OtherPlans | undefined;
  /** Requests an hour that the last plan makes; undefined before the first plan. */
  plannedPerHour: number | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Plans the intervals of every rank, and returns the part of the state that shows them. */
  plan(): { readonly plans: RankPlans; readonly part: Pick<PollingState, 'plan' | 'count' | 'moving'> } {
    const { sources, perHour } = this.#options;
    const { all, moving } = sources;
    const demand = demandOf(all, moving);
    const plans = planRanks(demand, { chosenMs: readSettings().intervalMs, perHour: perHour() });
    this.plannedPerHour = plannedPerHour(demand, plans);
    const hasOthers = all.some(({ rank }) => rank !== undefined);
    this.otherPlans = hasOthers ? { shared: plans.shared, unknown: plans.unknown } : undefined;
    const plan = all.some(({ rank }) => rank === undefined) || !hasOthers ? plans.own : plans.shared;
    const movingCount = RANKS.reduce((sum, rank) => sum + demand[rank].moving, 0);
    return { plans, part: { plan, count: all.length, moving: movingCount } };
  }

  /** Queues the due sources at `now`. Returns the epoch milliseconds at which the next source is due. */
  queueDue(plans: RankPlans, now: number): number {
    const { sources, queue, perHour } = this.#options;
    const { due, nextAt } = dueSources({
      sources: queue.idleSources(sources.all),
      health: queue.health,
      planOf: (source) => plans[rankOf(source)],
      moving: sources.moving,
      observedAtOf: sources.observedAtOf,
      now,
      blockedUntil: queue.blockedUntil(now),
    });
    const isFirst = ({ key }: PollSource) => queue.healthOf(key).attempt === 0;
    const { admitted, heldUntil } = this.#admission.admit({
      due,
      sources: sources.all,
      isFirst,
      now,
      perHour: perHour(),
    });
    queue.replaceQueue(admitted);
    return Math.min(nextAt, heldUntil);
  }

  /** Returns the plan of each shown source that is not on the user's own boards, by key; undefined where there is none. */
  plansOf(shown: readonly PollSource[]): PollingState['plans'] {
    const others = this.otherPlans;
    return others && new Map(shown.flatMap(({ key, rank }) => (rank ? [[key, others[rank]] as const] : [])));
  }

  /** True when these sources wait for the hour: it is spent, or its rest is reserved for the user's own boards. */
  isHourSpent(shown: readonly PollSource[]): boolean {
    const { queue, perHour } = this.#options;
    const isOfLink = shown.length > 0 && shown.every(({ rank }) => rank !== undefined);
    return queue.isHourSpent(Date.now()) || (isOfLink && perHour() < OWN_PER_HOUR);
  }
}
