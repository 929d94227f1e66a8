import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { failureIn } from '#api/api-error.ts';
import { toServerTime } from '#browser/server-now.ts';
import type { Failure } from '#domain/environment/failure.ts';
import { LONGEST_WAIT_MS } from '#domain/polling/poll-plan.ts';
import type { Source } from '#domain/polling/poll-source.ts';
import { confirmersOf, isSessionOver, type SourceRecord, UNASKED } from '#domain/polling/source-health.ts';
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
type Asking = {
  readonly waitUntil: number;
  /** Until then the requests of the hour are spent; epoch milliseconds. */
  readonly spentUntil?: number | undefined;
  readonly records: [string, SourceRecord][];
  readonly sparse: readonly string[];
  readonly overviewed: readonly string[];
};

const AT_ONCE = 6;
const SHORT_WAIT_MS = 10_000;
/** A source that was requested this recently is not requested again for an environment that its answer lacks. */
const RECENT_MS = 1_000;

/** Sends requests in queue order, one per source and six at a time, and records each source's health. */
export class Asker {
  readonly #options: Options;
  readonly #underWay = new Set<string>();
  readonly #records = new Map<string, SourceRecord>();
  /** Records of sources that nothing wants now. A tab that begins to poll hears of the other tabs' sources a moment later. */
  readonly #aside = new Map<string, SourceRecord>();
  /** A copy of them for others, made when it is asked for: an answer changes them three times before anybody looks. */
  #shown: ReadonlyMap<string, SourceRecord> | undefined;
  /** Who waits for a free slot. */
  #line: readonly Source[] = [];
  /** Projects whose status list is sparse: their overview is asked at once, for one request instead of two. */
  #overviewed = new Set<string>();
  /** Projects whose overview is sparse too. */
  #sparse = new Set<string>();
  #waitUntil = 0;
  #spentUntil = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Another map after each change. */
  get records(): ReadonlyMap<string, SourceRecord> {
    this.#shown ??= new Map(this.#records);
    return this.#shown;
  }

  /** Projects that tell too little: their environments are asked one by one. */
  get sparse(): ReadonlySet<string> {
    return this.#sparse;
  }

  get isAsking(): boolean {
    return this.#underWay.size > 0;
  }

  get isLineEmpty(): boolean {
    return this.#line.length === 0;
  }

  /** True while requests wait for the hour to have room: longer than a pause between two requests. */
  isHourSpent(now: number): boolean {
    const waitMs = this.#spentUntil - now;
    return waitMs > SHORT_WAIT_MS && waitMs <= LONGEST_WAIT_MS + SHORT_WAIT_MS;
  }

  /** Nobody may be asked before, in epoch milliseconds. */
  openAt(now: number): number {
    return Math.min(this.#waitUntil, now + LONGEST_WAIT_MS);
  }

  recordOf(key: string): SourceRecord {
    return this.#records.get(key) ?? UNASKED;
  }

  /** True when any source has answered since `at`, in epoch milliseconds. */
  hasHeardSince(at: number): boolean {
    return [...this.#records.values()].some(({ heardAt }) => heardAt !== undefined && heardAt >= at);
  }

  /** Those that are not being asked just now. */
  resting(sources: readonly Source[]): readonly Source[] {
    return sources.filter(({ key }) => !this.#underWay.has(key));
  }

  /** True when everything points to a refused token, as far as was heard until now. */
  isRefused(sources: readonly Source[]): boolean {
    const heard = this.resting(sources).map(({ key }) => this.recordOf(key));
    return isSessionOver(heard, sources.length);
  }

  /** Sets the records of all other sources aside, until one of them is wanted again. */
  keepOnly(sources: readonly Source[]): void {
    const keys = new Set(sources.map(({ key }) => key));
    for (const [key, record] of this.#records) {
      if (keys.has(key)) continue;
      this.#records.delete(key);
      this.#aside.set(key, record);
    }
    for (const key of keys) {
      const record = this.#aside.get(key);
      if (record && !this.#records.has(key)) this.#records.set(key, record);
      this.#aside.delete(key);
    }
    this.#shown = undefined;
  }

  /** Makes a source due now, unless it was requested within `RECENT_MS`. */
  makeDue(key: string): void {
    const { askedAt } = this.recordOf(key);
    if (askedAt !== undefined && Math.abs(Date.now() - askedAt) >= RECENT_MS) this.#set(key, { askedAt: undefined });
  }

  /** As if none had been asked yet, nor failed. What was heard stays. */
  beginAnew(): void {
    this.#aside.clear();
    for (const key of this.#records.keys()) this.#set(key, { askedAt: undefined, failures: 0 });
  }

  /** Asks these, in their order, in place of all who still wait. */
  ask(line: readonly Source[]): void {
    this.#line = line;
    this.goOn();
  }

  /** Asks as many of those in the line as may be under way at once. */
  goOn(): void {
    const free = Math.max(0, AT_ONCE - this.#underWay.size);
    const next = this.#line.slice(0, free);
    this.#line = this.#line.slice(free);
    for (const source of next) void this.#ask(source);
  }

  tell(): Asking {
    return {
      waitUntil: this.#waitUntil,
      spentUntil: this.#spentUntil,
      records: [...this.#records],
      sparse: [...this.#sparse],
      overviewed: [...this.#overviewed],
    };
  }

  /** Takes over what the tab that asks told. */
  follow({ waitUntil, spentUntil = 0, records, sparse, overviewed }: Asking): void {
    this.#waitUntil = waitUntil;
    this.#spentUntil = spentUntil;
    this.#records.clear();
    for (const [key, record] of records) this.#records.set(key, record);
    this.#shown = undefined;
    this.#sparse = new Set(sparse);
    this.#overviewed = new Set(overviewed);
  }

  async #ask(source: Source): Promise<void> {
    const { client, api, onAnswer, onFailed } = this.#options;
    const { id, key } = source;
    const before = this.recordOf(key);
    const askedAt = Date.now();
    this.#underWay.add(key);
    this.#set(key, { askedAt, round: before.round + 1 });
    try {
      const asksOverview = this.#overviewed.has(id);
      const onSparse = () => this.#overviewed.add(id);
      const answer = await client.fetchQuery(statusQueries.source(api, source, { asksOverview, onSparse }));
      this.#underWay.delete(key);
      onAnswer(this.#taken(source, askedAt, answer));
    } catch (error) {
      this.#underWay.delete(key);
      const failure = failureIn(error);
      // What our own ledger held back never reached Qovery: it keeps its place in the line.
      if (failure.kind === 'budgetSpent') this.#set(key, { askedAt: before.askedAt, round: before.round });
      this.#fail(key, failure);
      onFailed();
    }
  }

  #taken(source: Source, asked: number, { statuses, presentIds, ageMs, via, detail }: FetchedStatuses): StatusAnswer {
    const { id, key } = source;
    const heardAt = Date.now() - ageMs;
    if (detail === 'sparse') {
      this.#sparse.add(id);
      this.#line = [];
    }
    this.#set(key, { heardAt, failure: undefined, failingSince: undefined, failures: 0 });
    const askedAt = toServerTime(Math.min(asked, heardAt));
    return { source, statuses, presentIds, askedAt, heardAt: toServerTime(heardAt), via };
  }

  #fail(key: string, failure: Failure): void {
    const { failures, failingSince, heardAt = 0 } = this.recordOf(key);
    if (failure.kind === 'rateLimited' || failure.kind === 'budgetSpent') {
      this.#waitUntil = Math.max(this.#waitUntil, Date.now() + failure.retryAfterMs);
      if (failure.kind === 'budgetSpent') this.#spentUntil = Math.max(this.#spentUntil, this.#waitUntil);
    }
    if (failure.kind === 'unauthorized' && failures === 0) {
      for (const other of confirmersOf(key, this.#records, this.#underWay)) this.#set(other, { askedAt: undefined });
    }
    const now = Date.now();
    const wasAsked = failure.kind !== 'budgetSpent';
    this.#set(key, {
      failure,
      failures: wasAsked ? failures + 1 : failures,
      failingSince: Math.min(failingSince ?? now, now),
      // Of a clock that was set back since: it would pass for news from then on.
      ...(heardAt > now && { heardAt: undefined }),
    });
  }

  #set(key: string, change: Partial<SourceRecord>): void {
    this.#records.set(key, { ...this.recordOf(key), ...change });
    this.#shown = undefined;
  }
}
