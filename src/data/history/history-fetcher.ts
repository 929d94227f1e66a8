import { toFailure } from '#api/api-error.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import {
  covers,
  type HistoryRequest,
  hasEndedSince,
  seenFirst,
  withStatus,
} from '#domain/environment/deployment-history.ts';
import { type Failure, isDenial } from '#domain/environment/failure.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { backoffMs, MAX_WAIT_MS } from '#domain/polling/poll-plan.ts';
import type { DueRequest, HistoryEntry, HistoryFetcherOptions } from './history-fetcher-options.ts';
import { type HistoryQueries, SHORT_HISTORIES } from './history-queries.ts';
import { type SpareBudget, spareBudgetOf } from './spare-budget.ts';

type Histories = ReadonlyMap<string, readonly Deployment[]>;

/** A history with the deployment of `status`. */
type Merged = { readonly status: EnvironmentStatus | undefined; readonly merged: readonly Deployment[] };

/** Milliseconds between two requests: while an environment has no history yet, and later. */
const FIRST_INTERVAL_MS = 250;
const MIN_INTERVAL_MS = 2_000;
/** Milliseconds until a history that could not be fetched is requested again. */
const RETRY_REFUSED_MS = 600_000;
/** Milliseconds between two checks of `canRequest` while it returns false. */
const RECHECK_MS = 5_000;
const MAX_SLEEP_MS = 60_000;

/**
 * Fetches the last deployments of environments: at the first request for an environment, and after each deployment that
 * ends. It sends one request at a time, from the budget that polling leaves; what is on screen comes first.
 */
export class HistoryFetcher {
  readonly #options: HistoryFetcherOptions;
  readonly #queries: HistoryQueries;
  readonly #spare: SpareBudget;
  readonly #emitter = createEmitter();
  readonly #entries = new Map<string, HistoryEntry>();
  /** Ids of environments whose history `receive` is writing to the cache now. */
  readonly #received = new Set<string>();
  readonly #merged = new WeakMap<readonly Deployment[], Merged>();
  #order: readonly string[] = [];
  #snapshot: Histories = new Map();
  #isStarted = false;
  #isFetching = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #requestedAt = Number.NEGATIVE_INFINITY;
  #waitUntil = 0;
  #failures = 0;

  constructor(options: HistoryFetcherOptions) {
    this.#options = options;
    this.#spare = spareBudgetOf(options.perHour, options.plannedPerHour, options.api.source);
    this.#queries = options.queries ?? SHORT_HISTORIES;
  }

  readonly subscribe = this.#emitter.subscribe;

  /** Returns the fetched deployments of each environment, by id, oldest first. */
  readonly getSnapshot = (): Histories => this.#snapshot;

  /** Returns a history with the deployment in `status` added or updated. The same object until history or status changes. */
  readonly historyOf = (id: string, status: EnvironmentStatus | undefined): readonly Deployment[] | undefined => {
    const history = this.#snapshot.get(id);
    if (!history) return undefined;
    const cached = this.#merged.get(history);
    if (cached && cached.status === status) return cached.merged;
    const merged = withStatus(history, status);
    this.#merged.set(history, { status, merged });
    return merged;
  };

  /** Replaces the histories to fetch, the most urgent first. Other histories stay and are not fetched again. */
  readonly request = (list: readonly HistoryRequest[]): void => {
    this.#order = list.map(({ id }) => id);
    for (const request of list) {
      const { id } = request;
      const before = this.#entries.get(id);
      const isDue = before === undefined || before.isDue || hasEndedSince(before.request, request);
      this.#entries.set(id, { request, isDue, notBefore: before?.notBefore ?? 0 });
    }
    this.#schedule();
  };

  /** Stores a history that another tab has fetched, unless this tab has a newer one. */
  readonly receive = (id: string, history: readonly Deployment[]): void => {
    const { client, api } = this.#options;
    const newestOf = (list: readonly Deployment[] | undefined) => list?.at(-1)?.startedAt ?? 0;
    if (newestOf(history) < newestOf(this.#snapshot.get(id))) return;
    this.#received.add(id);
    client.setQueryData(this.#queries.queryOf(api, id).queryKey, [...history]);
    this.#received.delete(id);
  };

  /** Fetches, and reads what the details fetch, until the returned function is called. */
  readonly start = (): (() => void) => {
    const { client, api } = this.#options;
    this.#isStarted = true;
    const cache = client.getQueryCache();
    const queryKey = this.#queries.keyOf(api);
    for (const query of cache.findAll({ queryKey })) this.#accept(query.queryKey);
    const stop = cache.subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') this.#accept(event.query.queryKey);
    });
    this.#schedule();
    return () => {
      this.#isStarted = false;
      clearTimeout(this.#timer);
      stop();
    };
  };

  #accept([kind, source, id]: readonly unknown[]): void {
    const { client, api } = this.#options;
    const [ours, from] = this.#queries.keyOf(api);
    if (kind !== ours || source !== from || typeof id !== 'string') return;
    const history = client.getQueryData(this.#queries.queryOf(api, id).queryKey);
    if (!history || this.#snapshot.get(id) === history) return;
    this.#snapshot = new Map(this.#snapshot).set(id, history);
    if (!this.#received.has(id)) this.#options.onFetched?.(id, history);
    this.#emitter.notify();
  }

  /** Returns the first due request of the list, or else the one that is due next; undefined when none is. */
  #next(now: number): DueRequest | undefined {
    let earliest: DueRequest | undefined;
    for (const id of seenFirst(this.#order, this.#options.onScreen?.())) {
      const entry = this.#entries.get(id);
      if (!entry?.isDue) continue;
      if (covers(this.#snapshot.get(id), entry.request)) {
        this.#set(id, { isDue: false });
        continue;
      }
      const at = Math.min(entry.notBefore, now + RETRY_REFUSED_MS);
      if (at <= now) return { id, at: now };
      if (!earliest || at < earliest.at) earliest = { id, at };
    }
    return earliest;
  }

  #schedule(): void {
    if (!this.#isStarted || this.#isFetching) return;
    clearTimeout(this.#timer);
    const now = Date.now();
    const next = this.#next(now);
    if (!next) return;
    const intervalMs = this.#snapshot.has(next.id) ? MIN_INTERVAL_MS : FIRST_INTERVAL_MS;
    const waitMs = this.#options.canRequest()
      ? Math.max(
          next.at - now,
          Math.min(this.#requestedAt + intervalMs - now, intervalMs),
          Math.min(this.#waitUntil - now, MAX_WAIT_MS),
          this.#spare.waitMs(now),
        )
      : RECHECK_MS;
    if (waitMs <= 0) void this.#fetch(next.id, now);
    else this.#timer = setTimeout(() => this.#schedule(), Math.min(Math.ceil(waitMs), MAX_SLEEP_MS));
  }

  async #fetch(id: string, now: number): Promise<void> {
    const { client, api } = this.#options;
    this.#isFetching = true;
    this.#requestedAt = now;
    this.#spare.spend();
    this.#set(id, { isDue: false });
    try {
      await client.fetchQuery({ ...this.#queries.queryOf(api, id), staleTime: 0 });
      this.#failures = 0;
    } catch (error) {
      this.#fail(id, toFailure(error));
    } finally {
      this.#isFetching = false;
      this.#schedule();
    }
  }

  /** A denial delays the retry of this environment. A failure of the API, or a rate limit, delays every request. */
  #fail(id: string, failure: Failure): void {
    const now = Date.now();
    if (failure.kind === 'rateLimited' || failure.kind === 'budgetSpent') {
      this.#waitUntil = now + failure.retryAfterMs;
      this.#set(id, { isDue: true });
      return;
    }
    this.#set(id, { isDue: true, notBefore: now + RETRY_REFUSED_MS });
    if (isDenial(failure)) return;
    this.#failures += 1;
    this.#waitUntil = now + backoffMs(this.#failures);
  }

  #set(id: string, part: Partial<HistoryEntry>): void {
    const entry = this.#entries.get(id);
    if (entry) this.#entries.set(id, { ...entry, ...part });
  }
}
