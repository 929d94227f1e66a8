import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { toFailure } from '#api/api-error.ts';
import { toServerTime } from '#browser/server-now.ts';
import { afterAnswer, afterFailure, afterRequest } from '#domain/polling/health-transitions.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import {
  blockedUntil,
  isHourSpent,
  NO_WAIT,
  type QueueState,
  type RequestWait,
  waitAfter,
} from '#domain/polling/request-wait.ts';
import { isSessionOver, probesFor, type SourceHealth } from '#domain/polling/source-health.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { HealthRecords } from './health-records.ts';
import { OtherRequests } from './other-requests.ts';
import { type FetchedStatuses, statusQueries } from './status-queries.ts';

type Options = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  /** Called with the source of each poll that is sent. */
  readonly onRequest?: (source: PollSource) => void;
  /** Called with each answer. It calls `sendNext` or `replaceQueue`, which send the requests that are still queued. */
  readonly onAnswer: (answer: StatusAnswer) => void;
  /** Called after each failed request. It plans again which source is due, and when. */
  readonly onFailed: () => void;
};

const MAX_IN_FLIGHT = 6;
/** A source that was requested this recently is not requested again for an environment that its answer lacks. */
const RECENT_MS = 1_000;

/** Sends requests in queue order, one per source and six at a time, and records each source's health. */
export class RequestQueue {
  readonly #options: Options;
  readonly #inFlight = new Set<string>();
  /** The requests that are not polls. After their 429, or when they find the hour spent, the polls wait too. */
  readonly others = new OtherRequests((failure) => {
    this.#wait = waitAfter(this.#wait, failure, Date.now());
  });
  readonly #records = new HealthRecords();
  /** Sources that wait for a free slot. */
  #queue: readonly PollSource[] = [];
  /** Ids of projects whose status list lacks details: their overview is requested alone, so one request is enough. */
  #usesOverview = new Set<string>();
  /** Ids of projects whose overview lacks details too. */
  #partial = new Set<string>();
  #wait: RequestWait = NO_WAIT;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The health of each source, by key. The same map until a source's health changes. */
  get health(): ReadonlyMap<string, SourceHealth> {
    return this.#records.snapshot;
  }

  /** Ids of projects whose answers lack details: their environments are requested one by one. */
  get partial(): ReadonlySet<string> {
    return this.#partial;
  }

  get hasInFlight(): boolean {
    return this.#inFlight.size > 0;
  }

  get isQueueEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** True while the requests of the hour are spent, for longer than a pause between two requests. */
  isHourSpent(now: number): boolean {
    return isHourSpent(this.#wait, now);
  }

  /** Returns the epoch milliseconds before which no request may be sent. */
  blockedUntil(now: number): number {
    return blockedUntil(this.#wait, now);
  }

  healthOf(key: string): SourceHealth {
    return this.#records.get(key);
  }

  /** True when any source has answered since `at`, in epoch milliseconds. */
  hasAnsweredSince(at: number): boolean {
    return [...this.health.values()].some(({ observedAt }) => observedAt !== undefined && observedAt >= at);
  }

  /** Returns the sources that have no request in flight. */
  idleSources(sources: readonly PollSource[]): readonly PollSource[] {
    return sources.filter(({ key }) => !this.#inFlight.has(key));
  }

  /** True when all answers until now show that the API refuses the token. */
  isRefused(sources: readonly PollSource[]): boolean {
    const settled = this.idleSources(sources).map(({ key }) => this.healthOf(key));
    return isSessionOver(settled, sources.length);
  }

  /** Retires the health of all other sources. Restores it when a later call contains its source again. */
  retainOnly(sources: readonly PollSource[]): void {
    this.#records.retainOnly(sources);
  }

  /** Makes a source due now, unless it was requested within `RECENT_MS`. */
  makeDue(key: string): void {
    const { requestedAt } = this.healthOf(key);
    if (requestedAt !== undefined && Math.abs(Date.now() - requestedAt) >= RECENT_MS) this.#records.resetRequest(key);
  }

  /** Makes every source due, and resets the back-off. Answers and failures stay until the next request ends. */
  resetFailures(): void {
    this.#records.resetFailures();
  }

  /** Replaces the queued sources, and sends as many requests as there are free slots. */
  replaceQueue(sources: readonly PollSource[]): void {
    this.#queue = sources;
    this.sendNext();
  }

  /** Sends queued requests until six are in flight. */
  sendNext(): void {
    const free = Math.max(0, MAX_IN_FLIGHT - this.#inFlight.size);
    const next = this.#queue.slice(0, free);
    this.#queue = this.#queue.slice(free);
    for (const source of next) void this.#send(source);
  }

  exportState(): QueueState {
    return {
      ...this.#wait,
      health: [...this.health],
      partial: [...this.#partial],
      usesOverview: [...this.#usesOverview],
    };
  }

  /** Replaces this queue's state with the leader's. */
  importState({ waitUntil, spentUntil = 0, health, partial, usesOverview }: QueueState): void {
    this.#wait = { waitUntil, spentUntil };
    this.#records.replaceAll(health);
    this.#partial = new Set(partial);
    this.#usesOverview = new Set(usesOverview);
  }

  async #send(source: PollSource): Promise<void> {
    const { client, api, onRequest, onAnswer, onFailed } = this.#options;
    const { id, key } = source;
    const beforeRequest = this.healthOf(key);
    const requestedAt = Date.now();
    this.#inFlight.add(key);
    this.#records.set(key, afterRequest(beforeRequest, requestedAt));
    onRequest?.(source);
    try {
      const usesOverview = this.#usesOverview.has(id);
      const onPartial = () => this.#usesOverview.add(id);
      const fetched = await client.fetchQuery(statusQueries.source(api, source, { usesOverview, onPartial }));
      this.#inFlight.delete(key);
      onAnswer(this.#toAnswer(source, requestedAt, fetched));
    } catch (error) {
      this.#inFlight.delete(key);
      const failure = toFailure(error);
      const now = Date.now();
      this.#wait = waitAfter(this.#wait, failure, now);
      if (failure.kind === 'unauthorized' && this.healthOf(key).failures === 0) {
        for (const probe of probesFor(key, this.health, this.#inFlight)) this.#records.resetRequest(probe);
      }
      this.#records.set(key, afterFailure(this.healthOf(key), { beforeRequest, failure, now }));
      onFailed();
    }
  }

  #toAnswer(source: PollSource, sentAt: number, fetched: FetchedStatuses): StatusAnswer {
    const { statuses, presentIds, ageMs, via, fetchedAtMs, detail } = fetched;
    const observedAt = Date.now() - ageMs;
    if (detail === 'partial') {
      this.#partial.add(source.id);
      this.#queue = [];
    }
    this.#records.set(source.key, afterAnswer(this.healthOf(source.key), observedAt));
    // The exact time of the gateway: the estimate of the server's time differs by up to two seconds between two answers.
    const requestedAt = fetchedAtMs ?? toServerTime(Math.min(sentAt, observedAt));
    return { source, statuses, presentIds, requestedAt, observedAt: toServerTime(observedAt), via };
  }
}
