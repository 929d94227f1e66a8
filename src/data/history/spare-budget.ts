import { readJson, writeJson } from '#browser/json-storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import { HOURLY_LIMIT } from '#domain/polling/request-budget.ts';

const HOUR_MS = 3_600_000;
/** The share of the spare requests of an hour that may be sent at once, when a board opens. The other half accrues. */
const AT_ONCE_SHARE = 0.5;

/** The requests that may be sent, when this number was computed, and when the last one was sent, in epoch milliseconds. */
type Allowance = readonly [count: number, grownAt: number, spentAt: number];

const isAllowance = (value: unknown): value is Allowance =>
  Array.isArray(value) && value.length === 3 && value.every((part) => Number.isFinite(part));

/**
 * Counts the requests that polling leaves of the budget, and never allows more of them in an hour. With `key`, the tabs of a
 * browser and the pages after a reload share one allowance.
 */
export class SpareBudget {
  readonly #perHour: () => number;
  readonly #plannedPerHour: () => number;
  readonly #key: string | undefined;
  /** The schedulers of the open page that have a request due. */
  readonly #dueOnPage = new Set<object>();
  /** The number of requests that may be sent now. It grows with time. */
  #allowance: Allowance = [Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, 0];

  /** Both return requests an hour: those that the budget allows from now on, and those that polling plans. */
  constructor(perHour: () => number, plannedPerHour: () => number, key?: string) {
    this.#perHour = perHour;
    this.#plannedPerHour = plannedPerHour;
    this.#key = key;
  }

  /** Returns the milliseconds until the next request is allowed: 0 for now, infinite when polling needs the whole budget. */
  waitMs(now: number): number {
    const { count, maxAtOnce, perMs } = this.#at(now);
    return maxAtOnce < 1 ? Number.POSITIVE_INFINITY : Math.max((1 - count) / perMs, 0);
  }

  /** Adds what has accrued until `now`. Call it regularly, because the rate changes with the plan of polling. */
  accrue(now: number): void {
    const { count, spentAt } = this.#at(now);
    this.#allowance = [count, now, spentAt];
  }

  /** True while the open page has a request due: requests for what is not on screen wait for it. */
  get isDueOnPage(): boolean {
    return this.#dueOnPage.size > 0;
  }

  setDueOnPage(scheduler: object, isDue: boolean): void {
    if (isDue) this.#dueOnPage.add(scheduler);
    else this.#dueOnPage.delete(scheduler);
  }

  spend(now: number): void {
    this.#allowance = [this.#at(now).count - 1, now, now];
    if (this.#key !== undefined) writeJson('local', this.#key, this.#allowance);
  }

  /** Returns the allowance at `now`, its maximum and its growth. */
  #at(now: number) {
    const left = Math.min(Math.max(this.#perHour() - this.#plannedPerHour(), 0), HOURLY_LIMIT);
    const maxAtOnce = left * AT_ONCE_SHARE;
    const perMs = (left - maxAtOnce) / HOUR_MS;
    const [count, grownAt, spentAt] = this.#latest();
    return { count: Math.min(maxAtOnce, count + perMs * Math.max(0, now - grownAt)), maxAtOnce, perMs, spentAt };
  }

  /** The allowance after the last request of any tab. */
  #latest(): Allowance {
    const stored = this.#key === undefined ? undefined : readJson('local', this.#key);
    return isAllowance(stored) && stored[2] > this.#allowance[2] ? stored : this.#allowance;
  }
}

const budgets = new WeakMap<() => number, SpareBudget>();

/**
 * Returns the spare budget of a ledger, whose requests an hour `perHour` returns. All fetchers of one API, in all tabs,
 * share it, so that together they send no more than polling leaves.
 */
export function spareBudgetOf(perHour: () => number, plannedPerHour: () => number, api: string): SpareBudget {
  const existing = budgets.get(perHour);
  if (existing) return existing;
  const budget = new SpareBudget(perHour, plannedPerHour, scopedKey('spare', api));
  budgets.set(perHour, budget);
  return budget;
}
