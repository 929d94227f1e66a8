import { type Plan, planPolling, SLOWEST_MS } from './poll-plan.ts';
import type { PollSource } from './poll-source.ts';

/**
 * Ranks of sources, in descending priority. `own`: on one of the user's saved boards. `shared`: on a board that is not
 * saved. `unknown`: an environment that the complete directory lacks.
 *
 * Without ranks, opening a link to a large board would spend the hourly budget of the user's own boards.
 */
export const RANKS = ['own', 'shared', 'unknown'] as const;
export type Rank = (typeof RANKS)[number];

/** Returns the rank of a source; a source without a rank is `own`. */
export const rankOf = ({ rank }: Pick<PollSource, 'rank'>): Rank => rank ?? 'own';

/** Number of first requests of each rank that are sent at once; the others follow at a limited rate. */
const BURST = { own: Number.POSITIVE_INFINITY, shared: 250, unknown: 10 } as const satisfies Record<Rank, number>;
/** First requests an hour for unknown environments, after the burst. */
const UNKNOWN_PER_HOUR = 180;
const HOUR_MS = 3_600_000;
const SUSTAINED_SHARE = 0.9;

/** With fewer requests an hour left than this, only the user's own boards are polled. */
export const OWN_PER_HOUR = 200;

/**
 * Returns the epoch milliseconds before which the next first request of a rank may not be sent.
 *
 * `sent` is the number of first requests since `startedAt`, in epoch milliseconds. `perHour` is the sustainable rate in
 * requests an hour.
 */
export function admittedAt(rank: Rank, sent: number, startedAt: number, perHour: number): number {
  const beyond = Math.max(sent + 1 - BURST[rank], 0);
  const rate = rank === 'unknown' ? UNKNOWN_PER_HOUR : Math.max(perHour * SUSTAINED_SHARE, 1);
  return startedAt + (beyond / rate) * HOUR_MS;
}

export type RankPlans = Readonly<Record<Rank, Plan>>;

type Demand = { readonly moving: number; readonly calm: number };

/** Counts the sources of each rank. `moving` holds the keys of the sources with an environment in progress. */
export function demandOf(sources: readonly PollSource[], moving: ReadonlySet<string>): Readonly<Record<Rank, Demand>> {
  const of = (rank: Rank): Demand => {
    const ranked = sources.filter((source) => rankOf(source) === rank);
    const movingCount = ranked.filter(({ key }) => moving.has(key)).length;
    return { moving: movingCount, calm: ranked.length - movingCount };
  };
  return { own: of('own'), shared: of('shared'), unknown: of('unknown') };
}

const spentPerHour = ({ moving, calm }: Demand, { movingMs, calmMs }: Plan): number =>
  (moving / movingMs + calm / calmMs) * HOUR_MS;

const UNKNOWN_SHARE = 0.1;
const MIN_SHARED_SHARE = 0.1;

/**
 * Returns the plan of each rank.
 *
 * Unknown environments, if any, share a tenth of `perHour`. The user's own boards are planned with all the rest, and
 * shared boards with the part that the own boards leave, at least a tenth.
 */
export function planRanks(
  demand: Readonly<Record<Rank, Demand>>,
  { chosenMs, perHour }: { readonly chosenMs: number; readonly perHour: number },
): RankPlans {
  const unknowns = demand.unknown.moving + demand.unknown.calm;
  const unknownPerHour = unknowns > 0 ? perHour * UNKNOWN_SHARE : 0;
  const unknownMs = Math.max(SLOWEST_MS, Math.ceil((unknowns / Math.max(perHour * UNKNOWN_SHARE, 1)) * HOUR_MS));
  const unknown: Plan = { movingMs: unknownMs, calmMs: unknownMs, slowedDown: false };
  const ownPerHour = perHour - unknownPerHour;
  const own = planPolling({ ...demand.own, chosenMs, perHour: ownPerHour });
  const unusedPerHour = ownPerHour - spentPerHour(demand.own, own) / SUSTAINED_SHARE;
  const sharedPerHour = Math.max(unusedPerHour, ownPerHour * MIN_SHARED_SHARE);
  return { own, shared: planPolling({ ...demand.shared, chosenMs, perHour: sharedPerHour }), unknown };
}

/** Returns the number of requests an hour that these plans cause. */
export const plannedPerHour = (demand: Readonly<Record<Rank, Demand>>, plans: RankPlans): number =>
  RANKS.reduce((sum, rank) => sum + spentPerHour(demand[rank], plans[rank]), 0);
