import { HOURLY_LIMIT } from '#domain/polling/request-budget.ts';

const HOUR_MS = 3_600_000;
/** Half of what is left of an hour may be spent at once, when a board opens; the other half as the hour passes. */
const AT_ONCE_SHARE = 0.5;

/** The requests that polling leaves of the budget. In no hour does it allow more than are left of it. */
export class SpareBudget {
  readonly #perHour: () => number;
  readonly #plannedPerHour: () => number;
  /** Requests that may be made now. Grows as the hour passes. */
  #allowance = Number.POSITIVE_INFINITY;
  #grownAt = Number.MAX_SAFE_INTEGER;

  /** Both in requests an hour: those that can be kept up, and those of them that polling needs. */
  constructor(perHour: () => number, plannedPerHour: () => number) {
    this.#perHour = perHour;
    this.#plannedPerHour = plannedPerHour;
  }

  /** Milliseconds until one more is allowed, if nothing changes: 0 when it is now, infinite when nothing is left. */
  waitMs(now: number): number {
    const left = Math.min(Math.max(this.#perHour() - this.#plannedPerHour(), 0), HOURLY_LIMIT);
    const most = left * AT_ONCE_SHARE;
    const perMs = (left - most) / HOUR_MS;
    this.#allowance = Math.min(most, this.#allowance + perMs * Math.max(0, now - this.#grownAt));
    this.#grownAt = now;
    if (this.#allowance >= 1) return 0;
    return most < 1 ? Number.POSITIVE_INFINITY : (1 - this.#allowance) / perMs;
  }

  spend(): void {
    this.#allowance -= 1;
  }
}
