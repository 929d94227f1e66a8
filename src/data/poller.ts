import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#api/api-error.ts';
import type { ApiClient } from '#api/client.ts';
import { mergeAnswer, type Statuses } from '#domain/answer.ts';
import { type Failure, isDenial } from '#domain/failure.ts';
import { nextAskMs, type Plan, planPolling } from '#domain/polling.ts';
import type { Source } from '#domain/source.ts';
import { isSessionOver, type SourceRecord, UNASKED } from '#domain/source-record.ts';
import { isMoving, toneOf } from '#domain/tone.ts';
import { statusQueries } from './queries.ts';

export type Phase = 'live' | 'paused' | 'hidden' | 'offline' | 'ended';

export type Polling = {
  readonly phase: Phase;
  readonly plan: Plan;
  readonly sources: readonly Source[];
  /** How many of the sources hold something that moves. */
  readonly moving: number;
  readonly records: ReadonlyMap<string, SourceRecord>;
  /** Epoch milliseconds of the next request; undefined when none is planned. */
  readonly nextAt: number | undefined;
};

const AT_ONCE = 6;
/** Plan again at least this often: the budget grows as the hour slides. */
const LONGEST_SLEEP_MS = 60_000;
const CHOSEN_MS = 30_000;

/** Polls the sources of one board within the budget. One request a source under way; the query cache holds what came. */
export class Poller {
  readonly #client: QueryClient;
  readonly #api: ApiClient;
  readonly #perHour: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #underWay = new Set<string>();
  readonly #askedAtOf = new Map<string, number>();
  readonly #heardAtOf = new Map<string, number>();
  #records = new Map<string, SourceRecord>();
  #sources: readonly Source[] = [];
  #paused = false;
  #started = false;
  #waitUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: Polling = {
    phase: 'live',
    plan: { movingMs: CHOSEN_MS, calmMs: CHOSEN_MS, stretched: false },
    sources: [],
    moving: 0,
    records: new Map(),
    nextAt: undefined,
  };

  constructor(client: QueryClient, api: ApiClient, perHour: () => number) {
    this.#client = client;
    this.#api = api;
    this.#perHour = perHour;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): Polling => this.#snapshot;

  /** Epoch milliseconds at which the shown status of an environment was last heard. */
  readonly heardAt = (environmentId: string): number | undefined => this.#heardAtOf.get(environmentId);

  readonly start = (): (() => void) => {
    this.#started = true;
    const wake = () => this.#schedule();
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
    addEventListener('offline', wake);
    this.#schedule();
    return () => {
      this.#started = false;
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('online', wake);
      removeEventListener('offline', wake);
    };
  };

  readonly watch = (sources: readonly Source[]): void => {
    this.#sources = sources;
    const keys = new Set(sources.map(({ key }) => key));
    this.#records = new Map([...this.#records].filter(([key]) => keys.has(key)));
    this.#schedule();
  };

  readonly setPaused = (paused: boolean): void => {
    this.#paused = paused;
    this.#schedule();
  };

  /** Asks every source now, as far as the ledger allows and no one asked us to wait. Ends a pause. */
  readonly refresh = (): void => {
    this.#paused = false;
    this.#records = new Map(
      [...this.#records].map(([key, record]) => [key, { ...record, askedAt: undefined, failures: 0 }]),
    );
    this.#schedule();
  };

  #record(key: string): SourceRecord {
    return this.#records.get(key) ?? UNASKED;
  }

  #isMoving({ environmentIds }: Source, statuses: Statuses): boolean {
    return environmentIds.some((id) => isMoving(toneOf(statuses[id]?.state)));
  }

  #phase(): Phase {
    if (isSessionOver(this.#sources.map(({ key }) => this.#record(key)))) return 'ended';
    if (!navigator.onLine) return 'offline';
    if (this.#paused) return 'paused';
    return document.hidden ? 'hidden' : 'live';
  }

  #nextAtOf(source: Source, plan: Plan, statuses: Statuses): number {
    const { askedAt, failures, failure, round } = this.#record(source.key);
    if (askedAt === undefined) return this.#waitUntil;
    return nextAskMs({
      lastAskedMs: askedAt,
      intervalMs: this.#isMoving(source, statuses) ? plan.movingMs : plan.calmMs,
      failures,
      denied: failure !== undefined && isDenial(failure),
      key: source.key,
      round,
      notBeforeMs: this.#waitUntil,
    });
  }

  /** Asks what is due, plans the timer for what is not, and tells everyone. */
  #schedule(): void {
    if (!this.#started) return;
    clearTimeout(this.#timer);
    const phase = this.#phase();
    const statuses = this.#client.getQueryData(statusQueries.readings(this.#api).queryKey) ?? {};
    const moving = this.#sources.filter((source) => this.#isMoving(source, statuses)).length;
    const plan = planPolling({
      moving,
      calm: this.#sources.length - moving,
      chosenMs: CHOSEN_MS,
      perHour: this.#perHour(),
    });
    const now = Date.now();
    let nextAt = Number.POSITIVE_INFINITY;
    if (phase === 'live') {
      for (const source of this.#sources) {
        if (this.#underWay.has(source.key)) continue;
        const at = this.#nextAtOf(source, plan, statuses);
        if (at > now) nextAt = Math.min(nextAt, at);
        else if (this.#underWay.size < AT_ONCE) void this.#ask(source);
      }
      // Sources that wait for a free slot are taken up when an answer comes: `#ask` schedules again.
      if (nextAt < Number.POSITIVE_INFINITY)
        this.#timer = setTimeout(() => this.#schedule(), Math.min(nextAt - now, LONGEST_SLEEP_MS));
    }
    this.#snapshot = {
      phase,
      plan,
      sources: this.#sources,
      moving,
      records: this.#records,
      nextAt: Number.isFinite(nextAt) ? nextAt : undefined,
    };
    for (const listener of this.#listeners) listener();
  }

  async #ask(source: Source): Promise<void> {
    const askedAt = Date.now();
    this.#underWay.add(source.key);
    this.#set(source.key, { askedAt, round: this.#record(source.key).round + 1 });
    try {
      const answer = await this.#client.fetchQuery(statusQueries.source(this.#api, source));
      this.#accept(answer, askedAt);
      const answered = new Set(answer.map(({ id }) => id));
      for (const id of source.environmentIds) if (answered.has(id)) this.#heardAtOf.set(id, Date.now());
      this.#set(source.key, { heardAt: Date.now(), failure: undefined, failingSince: undefined, failures: 0 });
    } catch (error) {
      this.#fail(source.key, error instanceof ApiError ? error.failure : { kind: 'unreachable' });
    } finally {
      this.#underWay.delete(source.key);
      this.#schedule();
    }
  }

  #accept(answer: Parameters<typeof mergeAnswer>[1], askedAt: number): void {
    const { queryKey } = statusQueries.readings(this.#api);
    const before = this.#client.getQueryData(queryKey) ?? {};
    const after = mergeAnswer(before, answer, askedAt, (id) => this.#askedAtOf.get(id));
    for (const { id } of answer) this.#askedAtOf.set(id, Math.max(askedAt, this.#askedAtOf.get(id) ?? 0));
    if (after !== before) this.#client.setQueryData(queryKey, after);
  }

  #fail(key: string, failure: Failure): void {
    const { failures, failingSince } = this.#record(key);
    if (failure.kind === 'rateLimited' || failure.kind === 'budgetSpent') {
      this.#waitUntil = Math.max(this.#waitUntil, Date.now() + failure.retryAfterMs);
    }
    this.#set(key, { failure, failures: failures + 1, failingSince: failingSince ?? Date.now() });
  }

  #set(key: string, change: Partial<SourceRecord>): void {
    this.#records = new Map(this.#records).set(key, { ...this.#record(key), ...change });
  }
}
