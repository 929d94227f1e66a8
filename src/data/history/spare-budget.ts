import { HOURLY_LIMIT } from '#domain/polling/request-budget.ts';

const HOUR_MS = 3_600_000;
/** The share of the spare requests of an hour that may be sent at once, when a board opens. The other half accrues. */
const AT_ONCE_SHARE = 0.5;

/** Counts the requests that polling leaves of the budget, and never allows more of them in an hour. */
export class SpareBudget {
  readonly #perHour: () => number;
  readonly #plannedPerHour: () => number;
  /** The number of requests that may be sent now. It grows with time. */
  #allowance = Number.POSITIVE_INFINITY;
  #grownAt = Number.MAX_SAFE_INTEGER;

  /** Both return requests an hour: those that the budget allows from now on, and those that polling plans. */
  constructor(perHour: () => number, plannedPerHour: () => number) {
    this.#perHour = perHour;
    this.#plannedPerHour = plannedPerHour;
  }

  /** Returns the milliseconds until the next request is allowed: 0 for now, infinite when polling needs the whole budget. */
  waitMs(now: number): number {
    const left = Math.min(Math.max(this.#perHour() - this.#plannedPerHour(), 0), HOURLY_LIMIT);
    const maxAtOnce = left * AT_ONCE_SHARE;
    const perMs = (left - maxAtOnce) / HOUR_MS;
    this.#allowance = Math.min(maxAtOnce, this.#allowance + perMs * Math.max(0, now - this.#grownAt));
    this.#grownAt = now;
    if (this.#allowance >= 1) return 0;
    return maxAtOnce < 1 ? Number.POSITIVE_INFINITY : (1 - this.#allowance) / perMs;
  }

  spend(): void {
    this.#allowance -= 1;
  }
}

const budgets = new WeakMap<() => number, SpareBudget>();

/**
 * Returns the spare budget of a ledger, whose requests an hour `perHour` returns. All fetchers of one page share it, so that
 * together they send no more than polling leaves.
 */
export function spareBudgetOf(perHour: () => number, plannedPerHour: () => number): SpareBudget {
  const known = budgets.get(perHour);
  if (known) return known;
  const budget = new SpareBudget(perHour, plannedPerHour);
  budgets.set(perHour, budget);
  return budget;
}
