import { createEmitter } from '#domain/emitter.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { covers, type HistoryRequest, hasEndedSince, withStatus } from '#domain/environment/deployment-history.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { SpareWait } from '#domain/polling/spare-wait.ts';
import type { HistoryEntry, HistoryFetcherOptions } from './history-fetcher-options.ts';
import { type HistoryQueries, SHORT_HISTORIES } from './history-queries.ts';
import { spareBudgetOf } from './spare-budget.ts';
import { type DueRequest, SpareScheduler } from './spare-scheduler.ts';

type Histories = ReadonlyMap<string, readonly Deployment[]>;

/** A history with the deployment of `status`. */
type Merged = { readonly status: EnvironmentStatus | undefined; readonly merged: readonly Deployment[] };

/** Milliseconds after another page opens in which no history of a card is requested. */
const OFF_SCREEN_AFTER_MS = 10_000;
/** Milliseconds until a history that could not be fetched is requested again. */
const RETRY_REFUSED_MS = 600_000;

/**
 * Fetches the last deployments of environments: at the first request for an environment, and after each deployment that
 * ends. It sends one request at a time, from the budget that polling leaves. Environments on screen come first.
 */
export class HistoryFetcher {
  readonly #options: HistoryFetcherOptions;
  readonly #queries: HistoryQueries;
  readonly #scheduler: SpareScheduler;
  readonly #emitter = createEmitter();
  readonly #entries = new Map<string, HistoryEntry>();
  /** Ids of environments whose history `receive` is writing to the cache now. */
  readonly #received = new Set<string>();
  readonly #histories = new Map<string, readonly Deployment[]>();
  readonly #merged = new WeakMap<readonly Deployment[], Merged>();
  #order: readonly string[] = [];
  /** Epoch milliseconds since which another page than the board is open. */
  #offScreenSince: number | undefined;

  constructor(options: HistoryFetcherOptions) {
    this.#options = options;
    this.#queries = options.queries ?? SHORT_HISTORIES;
    this.#scheduler = new SpareScheduler({
      spare: spareBudgetOf(options.perHour, options.plannedPerHour, options.api.source),
      canRequest: options.canRequest,
      isOfPage: options.isOfPage ?? false,
      next: (now) => this.#next(now),
    });
  }

  readonly subscribe = this.#emitter.subscribe;

  /** Returns why the due histories are not requested at `now`. */
  readonly waitAt = (now: number): SpareWait => this.#scheduler.waitAt(now);

  /** Returns the present deployments of each environment, by id, oldest first. It changes as histories arrive. */
  readonly getSnapshot = (): Histories => this.#histories;

  /** Returns a history with the deployment in `status` added or updated. The same object until history or status changes. */
  readonly historyOf = (id: string, status: EnvironmentStatus | undefined): readonly Deployment[] | undefined => {
    const history = this.#histories.get(id);
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
    this.#offScreenSince = list.some(({ isOffScreen }) => isOffScreen)
      ? (this.#offScreenSince ?? Date.now())
      : undefined;
    for (const request of list) {
      const { id } = request;
      const before = this.#entries.get(id);
      const isDue = before === undefined || before.isDue || hasEndedSince(before.request, request);
      this.#entries.set(id, { request, isDue, notBefore: before?.notBefore ?? 0 });
    }
    this.#scheduler.schedule();
  };

  /** Stores a history that another tab has fetched, unless this tab has a newer one. */
  readonly receive = (id: string, history: readonly Deployment[]): void => {
    const { client, api } = this.#options;
    const newestOf = (list: readonly Deployment[] | undefined) => list?.at(-1)?.startedAt ?? 0;
    if (newestOf(history) < newestOf(this.#histories.get(id))) return;
    this.#received.add(id);
    client.setQueryData(this.#queries.queryOf(api, id).queryKey, [...history]);
    this.#received.delete(id);
  };

  /** Fetches histories, and reads those that the details fetch, until the returned function is called. */
  readonly start = (): (() => void) => {
    const { client, api } = this.#options;
    const cache = client.getQueryCache();
    const queryKey = this.#queries.keyOf(api);
    for (const query of cache.findAll({ queryKey })) this.#accept(query.queryKey);
    const stop = cache.subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') this.#accept(event.query.queryKey);
    });
    const end = this.#scheduler.start();
    return () => {
      end();
      stop();
    };
  };

  #accept([kind, source, id]: readonly unknown[]): void {
    const { client, api } = this.#options;
    const [ours, from] = this.#queries.keyOf(api);
    if (kind !== ours || source !== from || typeof id !== 'string') return;
    const history = client.getQueryData(this.#queries.queryOf(api, id).queryKey);
    if (!history || this.#histories.get(id) === history) return;
    this.#histories.set(id, history);
    if (!this.#received.has(id)) this.#options.onFetched?.(id, history);
    this.#emitter.notify();
  }

  /** Returns a request for the due histories, or else for the one that is due next; undefined when none is. */
  #next(now: number): DueRequest | undefined {
    const due: string[] = [];
    const offScreen: string[] = [];
    let next: { readonly id: string; readonly at: number } | undefined;
    for (const id of this.#order) {
      const entry = this.#entries.get(id);
      if (!entry?.isDue) continue;
      if (covers(this.#histories.get(id), entry.request)) {
        this.#set(id, { isDue: false });
        continue;
      }
      const at = Math.min(entry.notBefore, now + RETRY_REFUSED_MS);
      if (at <= now) (entry.request.isOffScreen ? offScreen : due).push(id);
      else if (!next || at < next.at) next = { id, at };
    }
    if (due.length > 0) return this.#dueRequest(due, now);
    if (offScreen.length > 0) {
      // A clock that was set back starts the time again, so that it ends.
      this.#offScreenSince = Math.min(this.#offScreenSince ?? now, now);
      return { ...this.#dueRequest(offScreen, this.#offScreenSince + OFF_SCREEN_AFTER_MS), isOffScreen: true };
    }
    return next && this.#dueRequest([next.id], next.at);
  }

  /** Returns a request for one of the histories: the first on screen when it is sent, an outdated one before a missing one. */
  #dueRequest(ids: readonly string[], at: number): DueRequest {
    let chosen = '';
    return {
      at,
      send: async () => {
        // The screen is read only when a request is sent, because reading it takes a frame.
        const onScreen = await this.#options.onScreen?.();
        const seen = ids.filter((id) => onScreen?.has(id));
        chosen = seen.find((id) => this.#histories.has(id)) ?? seen[0] ?? ids[0] ?? '';
        await this.#fetch(chosen);
      },
      // The pause concerns this environment: a failure of the API delays every request.
      onFailure: () => this.#set(chosen, { notBefore: Date.now() + RETRY_REFUSED_MS }),
    };
  }

  async #fetch(id: string): Promise<void> {
    const { client, api } = this.#options;
    // A deployment that ends meanwhile makes the history due again.
    this.#set(id, { isDue: false });
    try {
      await client.fetchQuery({ ...this.#queries.queryOf(api, id), staleTime: 0 });
    } catch (error) {
      this.#set(id, { isDue: true });
      throw error;
    }
  }

  #set(id: string, part: Partial<HistoryEntry>): void {
    const entry = this.#entries.get(id);
    if (entry) this.#entries.set(id, { ...entry, ...part });
  }
}
