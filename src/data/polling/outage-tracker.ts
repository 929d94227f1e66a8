import { afterTry, type Outage, startOutage } from '#domain/polling/outage.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { RequestQueue } from './request-queue.ts';

/** Tracks whether an answer can be expected: not while the API refuses the token, or while the browser is offline. */
export class OutageTracker {
  readonly #queue: RequestQueue;
  #outage: Outage | undefined;
  /** True once an answer arrived although the browser reports to be offline. */
  #isReachedOffline = false;
  #isRefusedElsewhere = false;

  constructor(queue: RequestQueue) {
    this.#queue = queue;
  }

  get current(): Outage | undefined {
    return this.#outage;
  }

  /** Notes an answer: while the browser reports to be offline, it proves that the API can be reached. */
  noteAnswer(): void {
    if (this.#outage?.kind === 'offline') this.#isReachedOffline = true;
  }

  /** Records whether the API refuses the token. Only the leader sends requests, so only the leader can detect it. */
  setRefusedElsewhere(isRefused: boolean): void {
    this.#isRefusedElsewhere = isRefused;
  }

  /** Makes the next try due now. */
  tryNow(): void {
    if (this.#outage) this.#outage = { ...this.#outage, nextAt: 0 };
  }

  #kindNow(sources: readonly PollSource[], isLeader: boolean): Outage['kind'] | undefined {
    const { hasInFlight } = this.#queue;
    // A request in flight may still prove that the token is valid; only the leader can detect it.
    const isTrying = this.#outage?.kind === 'ended' && hasInFlight;
    const isRefused = isTrying || (this.#queue.isRefused(sources) && !hasInFlight);
    if (isLeader ? isRefused : this.#isRefusedElsewhere) return 'ended';
    if (navigator.onLine !== false) this.#isReachedOffline = false;
    return navigator.onLine === false && !this.#isReachedOffline ? 'offline' : undefined;
  }

  /** Starts or ends the outage that `sources` and the browser show at `now`, in epoch milliseconds. */
  update(sources: readonly PollSource[], isLeader: boolean, now: number): void {
    const kind = this.#kindNow(sources, isLeader);
    if (kind === this.#outage?.kind) return;
    // The first answer proves that the token is valid, so the refusals of the other sources count no more.
    if (this.#outage?.kind === 'ended') this.#queue.resetFailures();
    // Browsers report `offline` wrongly: a page without any answer sends a request before it believes that.
    const triesAtOnce = kind === 'offline' && !this.#queue.hasAnsweredSince(0);
    this.#outage = kind && startOutage(kind, now, triesAtOnce);
  }

  /** Requests the source that waited longest, when a try is due. Returns the epoch milliseconds of the next try. */
  tryOneSource(sources: readonly PollSource[], outage: Outage, now: number): number {
    const dueAt = Math.max(outage.nextAt, this.#queue.blockedUntil(now));
    if (dueAt > now) return dueAt;
    // The answer, or its failure, causes the next plan.
    if (this.#queue.hasInFlight) return Number.POSITIVE_INFINITY;
    const requestedAtOf = ({ key }: PollSource) => this.#queue.healthOf(key).requestedAt ?? 0;
    const [next] = sources.toSorted((a, b) => requestedAtOf(a) - requestedAtOf(b));
    if (!next) return Number.POSITIVE_INFINITY;
    const after = afterTry(outage, now);
    this.#outage = after;
    this.#queue.replaceQueue([next]);
    return after.nextAt;
  }
}
