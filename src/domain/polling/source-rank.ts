import { type Plan, planPolling, SLOWEST_MS } from './poll-plan.ts';
import type { PollSource } from './poll-source.ts';

/**
 * Ranks of sources. `own`: on one of the user's saved boards. `shared`: on a board that is not saved. `unknown`: an
 * environment that the complete list of names lacks. A link must not empty the hour of the user's own boards.
 */
export const RANKS = ['own', 'shared', 'unknown'] as const;
export type Rank = (typeof RANKS)[number];

export const rankOf = ({ rank }: Pick<PollSource, 'rank'>): Rank => rank ?? 'own';

/** First requests that are sent at once, and the rate of the others where it is not the plan's, in requests an hour. */
const BURST = { own: Number.POSITIVE_INFINITY, shared: 250, unknown: 10 } as const satisfies Record<Rank, number>;
const UNKNOWN_PER_HOUR = 180;
const HOUR_MS = 3_600_000;
const SUSTAINED_SHARE = 0.9;

/** With fewer requests an hour left than this, only the user's own boards are polled. */
export const OWN_PER_HOUR = 200;

/**
 * Epoch milliseconds before which a rank's next first request may not be sent. `sent` is the number of first requests sent
 * since `startedAt`, and `perHour` the requests an hour that can be kept up.
 */
export function admittedAt(rank: Rank, sent: number, startedAt: number, perHour: number): number {
  const beyond = sent + 1 - BURST[rank];
  if (beyond <= 0) return startedAt;
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

/**
 * The plan of each rank. The user's own boards are planned as if there were no others; a link's get what is left, a tenth
 * at least; unknown environments share a tenth of the hour.
 */
export function planRanks(
  demand: Readonly<Record<Rank, Demand>>,
  { chosenMs, perHour }: { readonly chosenMs: number; readonly perHour: number },
): RankPlans {
  const unknowns = demand.unknown.moving + demand.unknown.calm;
  const unknownPerHour = unknowns > 0 ? perHour * UNKNOWN_SHARE : 0;
  const unknownMs = Math.max(SLOWEST_MS, Math.ceil((unknowns / Math.max(perHour * UNKNOWN_SHARE, 1)) * HOUR_MS));
  const unknown: Plan = { movingMs: unknownMs, calmMs: unknownMs, slowedDown: false };
  const known = perHour - unknownPerHour;
  const own = planPolling({ ...demand.own, chosenMs, perHour: known });
  const left = Math.max(known - spentPerHour(demand.own, own) / SUSTAINED_SHARE, known * UNKNOWN_SHARE);
  return { own, shared: planPolling({ ...demand.shared, chosenMs, perHour: left }), unknown };
}

/** Requests an hour that these plans make. */
export const plannedPerHour = (demand: Readonly<Record<Rank, Demand>>, plans: RankPlans): number =>
  RANKS.reduce((sum, rank) => sum + spentPerHour(demand[rank], plans[rank]), 0);
