import { toFailure } from '#api/api-error.ts';
import { type Failure, isDenial } from '#domain/environment/failure.ts';
import { backoffMs, MAX_WAIT_MS } from '#domain/polling/poll-plan.ts';
import type { SpareWait } from '#domain/polling/spare-wait.ts';
import type { SpareBudget } from './spare-budget.ts';

/** A request that is due at `at`, in epoch milliseconds. */
export type DueRequest = {
  readonly at: number;
  /** True when the answer is not on screen: the request waits while the open page has a due request. */
  readonly isOffScreen?: boolean;
  readonly send: () => Promise<void>;
  /** Called with a failure, except a rate limit or a spent hour: the scheduler waits and sends the request again. */
  readonly onFailure: (failure: Failure) => void;
};

type Options = {
  readonly spare: SpareBudget;
  /** False while no request may be sent: the tab is hidden, offline or paused, or another tab sends them. */
  readonly canRequest: () => boolean;
  /** True for requests of Versions, Activity and Delivery; false for histories of cards. */
  readonly isOfPage?: boolean;
  /** Calls `send` while no other tab sends a request. Undefined where `canRequest` chooses one tab. Never rejects. */
  readonly whenAlone?: (send: () => Promise<void>) => Promise<void>;
  /** Applies the answers that other tabs have persisted: they may make a request unnecessary. */
  readonly refresh?: () => void;
  /** Returns the first due request, or else the one that is due next; undefined when none is. */
  readonly next: (now: number) => DueRequest | undefined;
};

/** Milliseconds between two requests of one scheduler. */
const MIN_INTERVAL_MS = 250;
/** Milliseconds between two checks of `canRequest` while it returns false, and while the open page comes first. */
const RECHECK_MS = 5_000;
const MAX_SLEEP_MS = 60_000;
/** The most by which a wait for the budget is lengthened, at random: else one of two tabs would always be the first. */
const JITTER = 0.1;

/** Returns the milliseconds until the end of a wait. A wait that is longer than any means that the clock was set back. */
const leftMs = (until: number, now: number): number => (until - now > MAX_WAIT_MS ? 0 : Math.max(until - now, 0));

/** Sends one request at a time, from the budget that polling leaves. A failure of the API delays every request. */
export class SpareScheduler {
  readonly #options: Options;
  #isStarted = false;
  #isFetching = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #requestedAt = Number.NEGATIVE_INFINITY;
  /** Epoch milliseconds before which no request is sent: after a failure, and after a refusal of the own ledger. */
  #waitUntil = 0;
  #spentUntil = 0;
  #failures = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Returns why the due requests are not sent at `now`. It changes nothing, so components may call it. */
  readonly waitAt = (now: number): SpareWait => {
    const { spare, canRequest } = this.#options;
    const budgetMs = Math.max(spare.waitMs(now), leftMs(this.#spentUntil, now));
    return { isPaused: !canRequest(), failingMs: leftMs(this.#waitUntil, now), budgetMs };
  };

  start(): () => void {
    this.#isStarted = true;
    this.schedule();
    return () => {
      this.#isStarted = false;
      clearTimeout(this.#timer);
      this.#options.spare.setDueOnPage(this, false);
    };
  }

  /** Sends the next request when it is due. Call it when the due requests have changed. */
  readonly schedule = (): void => {
    if (!this.#isStarted || this.#isFetching) return;
    clearTimeout(this.#timer);
    const { spare, canRequest, next, isOfPage } = this.#options;
    const now = Date.now();
    const due = next(now);
    const isAllowed = due !== undefined && canRequest();
    const heldUntil = Math.max(this.#waitUntil, this.#spentUntil);
    spare.accrue(now);
    if (isOfPage) spare.setDueOnPage(this, isAllowed && Math.max(due.at, heldUntil) <= now);
    const waitMs = !due
      ? MAX_SLEEP_MS
      : isAllowed && !(due.isOffScreen && spare.isDueOnPage)
        ? Math.max(
            due.at - now,
            Math.min(this.#requestedAt + MIN_INTERVAL_MS - now, MIN_INTERVAL_MS),
            leftMs(heldUntil, now),
            spare.waitMs(now) * (1 + JITTER * Math.random()),
          )
        : RECHECK_MS;
    if (due && waitMs <= 0) void this.#run(now);
    else this.#timer = setTimeout(this.schedule, Math.min(Math.ceil(waitMs), MAX_SLEEP_MS));
  };

  async #run(now: number): Promise<void> {
    this.#isFetching = true;
    this.#requestedAt = now;
    const send = () => this.#send();
    await (this.#options.whenAlone?.(send) ?? send());
    this.#isFetching = false;
    this.schedule();
  }

  /** Sends the request that is due now. It may be another than when it was scheduled, or none. Never rejects. */
  async #send(): Promise<void> {
    const { refresh, next, spare } = this.#options;
    refresh?.();
    const now = Date.now();
    const due = next(now);
    if (!due || due.at > now) return;
    spare.spend(now);
    try {
      await due.send();
      this.#failures = 0;
    } catch (error) {
      this.#fail(toFailure(error), due);
    }
  }

  #fail(failure: Failure, { onFailure }: DueRequest): void {
    if (failure.kind === 'budgetSpent') {
      this.#spentUntil = Date.now() + Math.min(failure.retryAfterMs, MAX_WAIT_MS);
      return;
    }
    if (failure.kind === 'rateLimited') {
      this.#waitUntil = Date.now() + Math.min(failure.retryAfterMs, MAX_WAIT_MS);
      return;
    }
    onFailure(failure);
    if (isDenial(failure)) return;
    this.#failures += 1;
    this.#waitUntil = Date.now() + backoffMs(this.#failures);
  }
}
