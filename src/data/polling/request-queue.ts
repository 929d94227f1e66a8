import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { toFailure } from '#api/api-error.ts';
import { toServerTime } from '#browser/server-now.ts';
import type { Failure } from '#domain/environment/failure.ts';
import { MAX_WAIT_MS } from '#domain/polling/poll-plan.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { isSessionOver, NEVER_REQUESTED, probesFor, type SourceHealth } from '#domain/polling/source-health.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { type FetchedStatuses, statusQueries } from './status-queries.ts';

type Options = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  /** Told each answer. Others may still wait in the line: they go on with `goOn`. */
  readonly onAnswer: (answer: StatusAnswer) => void;
  /** A source could not be asked: who is asked, and when, must be planned anew. */
  readonly onFailed: () => void;
};

/** How asking goes, as tabs tell each other. */
type QueueState = {
  readonly waitUntil: number;
  /** Until then the requests of the hour are spent; epoch milliseconds. */
  readonly spentUntil?: number | undefined;
  readonly health: [string, SourceHealth][];
  readonly partial: readonly string[];
  readonly usesOverview: readonly string[];
};

const MAX_IN_FLIGHT = 6;
const SHORT_WAIT_MS = 10_000;
/** A source that was requested this recently is not requested again for an environment that its answer lacks. */
const RECENT_MS = 1_000;

/** Sends requests in queue order, one per source and six at a time, and records each source's health. */
export class RequestQueue {
  readonly #options: Options;
  readonly #inFlight = new Set<string>();
  readonly #health = new Map<string, SourceHealth>();
  /** Records of sources that nothing wants now. A tab that begins to poll hears of the other tabs' sources a moment later. */
  readonly #retired = new Map<string, SourceHealth>();
  /** A copy of them for others, made when it is asked for: an answer changes them three times before anybody looks. */
  #snapshot: ReadonlyMap<string, SourceHealth> | undefined;
  /** Who waits for a free slot. */
  #queue: readonly PollSource[] = [];
  /** Projects whose status list is sparse: their overview is asked at once, for one request instead of two. */
  #usesOverview = new Set<string>();
  /** Projects whose overview is sparse too. */
  #partial = new Set<string>();
  #waitUntil = 0;
  #spentUntil = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Another map after each change. */
  get health(): ReadonlyMap<string, SourceHealth> {
    this.#snapshot ??= new Map(this.#health);
    return this.#snapshot;
  }

  /** Projects that tell too little: their environments are asked one by one. */
  get partial(): ReadonlySet<string> {
    return this.#partial;
  }

  get hasInFlight(): boolean {
    return this.#inFlight.size > 0;
  }

  get isQueueEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** True while requests wait for the hour to have room: longer than a pause between two requests. */
  isHourSpent(now: number): boolean {
    const waitMs = this.#spentUntil - now;
    return waitMs > SHORT_WAIT_MS && waitMs <= MAX_WAIT_MS + SHORT_WAIT_MS;
  }

  /** Nobody may be asked before, in epoch milliseconds. */
  blockedUntil(now: number): number {
    return Math.min(this.#waitUntil, now + MAX_WAIT_MS);
  }

  healthOf(key: string): SourceHealth {
    return this.#health.get(key) ?? NEVER_REQUESTED;
  }

  /** True when any source has answered since `at`, in epoch milliseconds. */
  hasAnsweredSince(at: number): boolean {
    return [...this.#health.values()].some(({ observedAt }) => observedAt !== undefined && observedAt >= at);
  }

  /** Those that are not being asked just now. */
  idleSources(sources: readonly PollSource[]): readonly PollSource[] {
    return sources.filter(({ key }) => !this.#inFlight.has(key));
  }

  /** True when everything points to a refused token, as far as was heard until now. */
  isRefused(sources: readonly PollSource[]): boolean {
    const settled = this.idleSources(sources).map(({ key }) => this.healthOf(key));
    return isSessionOver(settled, sources.length);
  }

  /** Sets the records of all other sources aside, until one of them is wanted again. */
  retainOnly(sources: readonly PollSource[]): void {
    const keys = new Set(sources.map(({ key }) => key));
    for (const [key, health] of this.#health) {
      if (keys.has(key)) continue;
      this.#health.delete(key);
      this.#retired.set(key, health);
    }
    for (const key of keys) {
      const health = this.#retired.get(key);
      if (health && !this.#health.has(key)) this.#health.set(key, health);
      this.#retired.delete(key);
    }
    this.#snapshot = undefined;
  }

  /** Makes a source due now, unless it was requested within `RECENT_MS`. */
  makeDue(key: string): void {
    const { requestedAt } = this.healthOf(key);
    if (requestedAt !== undefined && Math.abs(Date.now() - requestedAt) >= RECENT_MS)
      this.#set(key, { requestedAt: undefined });
  }

  /** As if none had been asked yet, nor failed. What was heard stays. */
  resetFailures(): void {
    this.#retired.clear();
    for (const key of this.#health.keys()) this.#set(key, { requestedAt: undefined, failures: 0 });
  }

  /** Asks these, in their order, in place of all who still wait. */
  replaceQueue(sources: readonly PollSource[]): void {
    this.#queue = sources;
    this.sendNext();
  }

  /** Asks as many of those in the line as may be under way at once. */
  sendNext(): void {
    const free = Math.max(0, MAX_IN_FLIGHT - this.#inFlight.size);
    const next = this.#queue.slice(0, free);
    this.#queue = this.#queue.slice(free);
    for (const source of next) void this.#send(source);
  }

  exportState(): QueueState {
    return {
      waitUntil: this.#waitUntil,
      spentUntil: this.#spentUntil,
      health: [...this.#health],
      partial: [...this.#partial],
      usesOverview: [...this.#usesOverview],
    };
  }

  /** Takes over what the tab that asks told. */
  importState({ waitUntil, spentUntil = 0, health, partial, usesOverview }: QueueState): void {
    this.#waitUntil = waitUntil;
    this.#spentUntil = spentUntil;
    this.#health.clear();
    for (const [key, of] of health) this.#health.set(key, of);
    this.#snapshot = undefined;
    this.#partial = new Set(partial);
    this.#usesOverview = new Set(usesOverview);
  }

  async #send(source: PollSource): Promise<void> {
    const { client, api, onAnswer, onFailed } = this.#options;
    const { id, key } = source;
    const before = this.healthOf(key);
    const requestedAt = Date.now();
    this.#inFlight.add(key);
    this.#set(key, { requestedAt, attempt: before.attempt + 1 });
    try {
      const usesOverview = this.#usesOverview.has(id);
      const onPartial = () => this.#usesOverview.add(id);
      const answer = await client.fetchQuery(statusQueries.source(api, source, { usesOverview, onPartial }));
      this.#inFlight.delete(key);
      onAnswer(this.#toAnswer(source, requestedAt, answer));
    } catch (error) {
      this.#inFlight.delete(key);
      const failure = toFailure(error);
      // What our own ledger held back never reached Qovery: it keeps its place in the line.
      if (failure.kind === 'budgetSpent') this.#set(key, { requestedAt: before.requestedAt, attempt: before.attempt });
      this.#fail(key, failure);
      onFailed();
    }
  }

  #toAnswer(
    source: PollSource,
    sentAt: number,
    { statuses, presentIds, ageMs, via, detail }: FetchedStatuses,
  ): StatusAnswer {
    const { id, key } = source;
    const observedAt = Date.now() - ageMs;
    if (detail === 'partial') {
      this.#partial.add(id);
      this.#queue = [];
    }
    this.#set(key, { observedAt, failure: undefined, failingSince: undefined, failures: 0 });
    const requestedAt = toServerTime(Math.min(sentAt, observedAt));
    return { source, statuses, presentIds, requestedAt, observedAt: toServerTime(observedAt), via };
  }

  #fail(key: string, failure: Failure): void {
    const { failures, failingSince, observedAt = 0 } = this.healthOf(key);
    if (failure.kind === 'rateLimited' || failure.kind === 'budgetSpent') {
      this.#waitUntil = Math.max(this.#waitUntil, Date.now() + failure.retryAfterMs);
      if (failure.kind === 'budgetSpent') this.#spentUntil = Math.max(this.#spentUntil, this.#waitUntil);
    }
    if (failure.kind === 'unauthorized' && failures === 0) {
      for (const other of probesFor(key, this.#health, this.#inFlight)) this.#set(other, { requestedAt: undefined });
    }
    const now = Date.now();
    const wasSent = failure.kind !== 'budgetSpent';
    this.#set(key, {
      failure,
      failures: wasSent ? failures + 1 : failures,
      failingSince: Math.min(failingSince ?? now, now),
      // Of a clock that was set back since: it would pass for news from then on.
      ...(observedAt > now && { observedAt: undefined }),
    });
  }

  #set(key: string, change: Partial<SourceHealth>): void {
    this.#health.set(key, { ...this.healthOf(key), ...change });
    this.#snapshot = undefined;
  }
}
