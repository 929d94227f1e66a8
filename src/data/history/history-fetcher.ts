import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { toFailure } from '#api/api-error.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { covers, type HistoryRequest, hasEndedSince, withStatus } from '#domain/environment/deployment-history.ts';
import { type Failure, isDenial } from '#domain/environment/failure.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { backoffMs, MAX_WAIT_MS } from '#domain/polling/poll-plan.ts';
import { historiesKey, historyQuery } from './history-queries.ts';
import { SpareBudget } from './spare-budget.ts';

export type HistoryFetcherOptions = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  /** Requests an hour that can be kept up, and those of them that polling needs. */
  readonly perHour: () => number;
  readonly plannedPerHour: () => number;
  /** False while nothing may be asked: hidden, offline, paused, or another tab polls. */
  readonly canRequest: () => boolean;
  /** Told of each history that this tab has fetched, for the other tabs. */
  readonly onFetched?: (environmentId: string, history: readonly Deployment[]) => void;
};

/** What was last said of a wanted one, and whether a deployment of it has ended since it was last asked about. */
type Entry = { readonly wanted: HistoryRequest; readonly isDue: boolean; readonly notBefore: number };

type Histories = ReadonlyMap<string, readonly Deployment[]>;

const MIN_INTERVAL_MS = 2_000;
/** An environment whose history could not be had is left alone for so long. */
const RETRY_REFUSED_MS = 600_000;
/** Looks again this often while nothing may be asked. */
const RECHECK_MS = 5_000;
const LONGEST_SLEEP_MS = 60_000;

/**
 * Fetches the last deployments for the cards, sparingly: of each environment when it is first wanted and once after each
 * deployment that ended, from what polling leaves of the budget, one request at a time.
 */
export class HistoryFetcher {
  readonly #options: HistoryFetcherOptions;
  readonly #spare: SpareBudget;
  readonly #emitter = createEmitter();
  readonly #entries = new Map<string, Entry>();
  /** Ids of environments whose history another tab is handing over just now. */
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
    this.#spare = new SpareBudget(options.perHour, options.plannedPerHour);
  }

  readonly subscribe = this.#emitter.subscribe;

  /** The last deployments of each environment as they were fetched, oldest first. */
  readonly getSnapshot = (): Histories => this.#snapshot;

  /** The same as its status completes it, and the same object for as long as neither changes. */
  readonly historyOf = (id: string, status: EnvironmentStatus | undefined): readonly Deployment[] | undefined => {
    const history = this.#snapshot.get(id);
    if (!history) return undefined;
    const known = this.#merged.get(history);
    if (known && known.status === status) return known.merged;
    const merged = withStatus(history, status);
    this.#merged.set(history, { status, merged });
    return merged;
  };

  /** Which histories are wanted, the most urgent first. Those of others are kept, and not asked for any more. */
  readonly request = (list: readonly HistoryRequest[]): void => {
    this.#order = list.map(({ id }) => id);
    for (const wanted of list) {
      const { id } = wanted;
      const before = this.#entries.get(id);
      const isDue = before === undefined || before.isDue || hasEndedSince(before.wanted, wanted);
      this.#entries.set(id, { wanted, isDue, notBefore: before?.notBefore ?? 0 });
    }
    this.#schedule();
  };

  /** Takes in a history that another tab has fetched. */
  readonly receive = (id: string, history: readonly Deployment[]): void => {
    const { client, api } = this.#options;
    const newestOf = (list: readonly Deployment[] | undefined) => list?.at(-1)?.startedAt ?? 0;
    if (newestOf(history) < newestOf(this.#snapshot.get(id))) return;
    this.#received.add(id);
    client.setQueryData(historyQuery(api, id).queryKey, [...history]);
    this.#received.delete(id);
  };

  /** Takes in what is fetched, here or for the details, until the function returned is called. */
  readonly start = (): (() => void) => {
    const { client, api } = this.#options;
    this.#isStarted = true;
    const cache = client.getQueryCache();
    const queryKey = historiesKey(api);
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
    const [ours, from] = historiesKey(api);
    if (kind !== ours || source !== from || typeof id !== 'string') return;
    const history = client.getQueryData(historyQuery(api, id).queryKey);
    if (!history || this.#snapshot.get(id) === history) return;
    this.#snapshot = new Map(this.#snapshot).set(id, history);
    if (!this.#received.has(id)) this.#options.onFetched?.(id, history);
    this.#emitter.notify();
  }

  #next(now: number): { readonly id: string; readonly at: number } | undefined {
    let soonest: { readonly id: string; readonly at: number } | undefined;
    for (const id of this.#order) {
      const entry = this.#entries.get(id);
      if (!entry?.isDue) continue;
      if (covers(this.#snapshot.get(id), entry.wanted)) {
        this.#set(id, { isDue: false });
        continue;
      }
      const at = Math.min(entry.notBefore, now + RETRY_REFUSED_MS);
      if (at <= now) return { id, at: now };
      if (!soonest || at < soonest.at) soonest = { id, at };
    }
    return soonest;
  }

  #schedule(): void {
    if (!this.#isStarted || this.#isFetching) return;
    clearTimeout(this.#timer);
    const now = Date.now();
    const next = this.#next(now);
    if (!next) return;
    const waitMs = this.#options.canRequest()
      ? Math.max(
          next.at - now,
          Math.min(this.#requestedAt + MIN_INTERVAL_MS - now, MIN_INTERVAL_MS),
          Math.min(this.#waitUntil - now, MAX_WAIT_MS),
          this.#spare.waitMs(now),
        )
      : RECHECK_MS;
    if (waitMs <= 0) void this.#fetch(next.id, now);
    else this.#timer = setTimeout(() => this.#schedule(), Math.min(Math.ceil(waitMs), LONGEST_SLEEP_MS));
  }

  async #fetch(id: string, now: number): Promise<void> {
    const { client, api } = this.#options;
    this.#isFetching = true;
    this.#requestedAt = now;
    this.#spare.spend();
    this.#set(id, { isDue: false });
    try {
      await client.fetchQuery({ ...historyQuery(api, id), staleTime: 0 });
      this.#failures = 0;
    } catch (error) {
      this.#fail(id, toFailure(error));
    } finally {
      this.#isFetching = false;
      this.#schedule();
    }
  }

  /** What was refused rests by itself; when Qovery fails, or asks us to wait, everything does. */
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

  #set(id: string, part: Partial<Entry>): void {
    const entry = this.#entries.get(id);
    if (entry) this.#entries.set(id, { ...entry, ...part });
  }
}

type Merged = { readonly status: EnvironmentStatus | undefined; readonly merged: readonly Deployment[] };
