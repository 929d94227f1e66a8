import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#api/api-error.ts';
import type { ApiClient } from '#api/client.ts';
import type { Failure } from '#domain/failure.ts';
import { lineUp } from '#domain/line.ts';
import { type Plan, planPolling } from '#domain/polling.ts';
import { type Source, united, withoutSparse } from '#domain/source.ts';
import { confirmersOf, isSessionOver, type SourceRecord, UNASKED } from '#domain/source-record.ts';
import { isMoving, toneOf } from '#domain/tone.ts';
import { type StatusAnswer, statusQueries } from './queries.ts';
import type { ReadingBook } from './reading-book.ts';
import { readSettings, subscribeToSettings } from './settings.ts';
import type { TabTeam } from './tab-team.ts';
import { TabWants } from './tab-wants.ts';
import type { TeamMessage } from './team-messages.ts';

export type Phase = 'live' | 'paused' | 'hidden' | 'offline' | 'ended';

export type Polling = {
  readonly phase: Phase;
  readonly plan: Plan;
  /** What this tab's board needs. */
  readonly sources: readonly Source[];
  /** How many sources are polled for all tabs, and how many of them hold something that moves. */
  readonly count: number;
  readonly moving: number;
  readonly records: ReadonlyMap<string, SourceRecord>;
  /** Epoch milliseconds of the next request; undefined when none is planned. */
  readonly nextAt: number | undefined;
  /** Where several tokens poll: the plan of each source's token, by source, and the tokens that were refused. */
  readonly plans?: ReadonlyMap<string, Plan>;
  readonly ended?: readonly string[];
};

/** What the page wants of who polls. */
export type BoardPoller = Pick<
  Poller,
  'subscribe' | 'getSnapshot' | 'plannedPerHour' | 'start' | 'watch' | 'setPaused' | 'setWall' | 'refresh'
>;

type Options = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  readonly book: ReadingBook;
  readonly team: TabTeam;
  /** Requests an hour that can be kept up. */
  readonly perHour: () => number;
};

const AT_ONCE = 6;
/** Plan again at least this often: the budget grows as the hour slides. */
const LONGEST_SLEEP_MS = 60_000;
const BEAT_MS = 5_000;
/** A leader that says nothing for so long is frozen, and one that is asked this often has heard of every tab. */
const SILENCE_MS = 15_000;

/**
 * Polls the sources of this browser's boards within the budget, one request a source under way. One tab polls; in the
 * others this only takes in what that one tells.
 */
export class Poller {
  readonly #options: Options;
  readonly #tab = crypto.randomUUID();
  readonly #listeners = new Set<() => void>();
  readonly #underWay = new Set<string>();
  readonly #wants = new TabWants();
  /** Projects whose status list is sparse: their overview is asked at once, for one request instead of two. */
  #overviewed = new Set<string>();
  /** Projects whose overview is sparse too. */
  #sparse = new Set<string>();
  #records = new Map<string, SourceRecord>();
  /** Keys of the sources that hold something that moves. */
  #moving = new Set<string>();
  /** What was due when the plan was last made, and is not asked yet. */
  #queue: readonly Source[] = [];
  #wanted: readonly Source[] = [];
  #polled: readonly Source[] = [];
  #isPaused = false;
  #isWall = false;
  #isStarted = false;
  #waitUntil = 0;
  #toldAt = 0;
  #beatAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: Polling;

  constructor(options: Options) {
    this.#options = options;
    const { intervalMs } = readSettings();
    const plan = { movingMs: intervalMs, calmMs: intervalMs, stretched: false };
    const nothing = { sources: [], count: 0, moving: 0, records: new Map(), nextAt: undefined };
    this.#snapshot = { phase: 'live', plan, ...nothing };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): Polling => this.#snapshot;

  /** Requests an hour that the present plan makes. */
  readonly plannedPerHour = (): number => {
    const { plan, count, moving } = this.#snapshot;
    return (moving / plan.movingMs + (count - moving) / plan.calmMs) * 3_600_000;
  };

  readonly start = (): (() => void) => {
    const { team, book } = this.#options;
    this.#isStarted = true;
    this.#toldAt = this.#beatAt = Date.now();
    const leave = team.join({ message: (message) => this.#hear(message), change: () => this.#onLead() });
    const wake = () => {
      if (document.hidden) book.keep();
      this.#schedule();
    };
    const bye = () => {
      book.keep();
      team.tell({ kind: 'bye', tab: this.#tab });
    };
    const stopSettings = subscribeToSettings(wake);
    const beat = setInterval(() => this.#beat(), BEAT_MS);
    document.addEventListener('visibilitychange', wake);
    for (const name of ['online', 'offline']) addEventListener(name, wake);
    addEventListener('pagehide', bye);
    this.#schedule();
    return () => {
      this.#isStarted = false;
      bye();
      leave();
      stopSettings();
      clearInterval(beat);
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', wake);
      for (const name of ['online', 'offline']) removeEventListener(name, wake);
      removeEventListener('pagehide', bye);
    };
  };

  readonly watch = (sources: readonly Source[]): void => {
    this.#wanted = sources;
    this.#gather();
    this.#schedule();
    this.#tellWant();
  };

  readonly setPaused = (isPaused: boolean): void => {
    this.#isPaused = isPaused;
    this.#schedule();
  };

  /** A wall goes on while it is hidden. */
  readonly setWall = (isWall: boolean): void => {
    this.#isWall = isWall;
    this.#schedule();
  };

  /** Asks every source now, as far as the ledger allows and no one asked us to wait. Ends a pause. */
  readonly refresh = (): void => {
    this.#isPaused = false;
    if (!this.#options.team.leads()) this.#options.team.tell({ kind: 'refresh' });
    this.#records = new Map(
      [...this.#records].map(([key, record]) => [key, { ...record, askedAt: undefined, failures: 0 }]),
    );
    this.#schedule();
  };

  #record(key: string): SourceRecord {
    return this.#records.get(key) ?? UNASKED;
  }

  #isMoving({ environmentIds }: Source): boolean {
    return environmentIds.some((id) => isMoving(toneOf(this.#options.book.statusOf(id)?.state)));
  }

  /** What is polled here: this tab's sources, and those of the tabs that do not poll. */
  #gather(): void {
    this.#polled = withoutSparse(united([...this.#wanted, ...this.#wants.sources()]), this.#sparse);
    this.#moving = new Set(this.#polled.filter((source) => this.#isMoving(source)).map(({ key }) => key));
  }

  /** True when everything points to a refused token, as far as was heard until now. */
  #isRefused(sources: readonly Source[]): boolean {
    const heard = sources.filter(({ key }) => !this.#underWay.has(key));
    return isSessionOver(
      heard.map(({ key }) => this.#record(key)),
      sources.length,
    );
  }

  #phase(sources: readonly Source[]): Phase {
    // Who is being asked may still show that the token is a good one.
    if (this.#underWay.size === 0 && this.#isRefused(sources)) return 'ended';
    if (!navigator.onLine) return 'offline';
    if (this.#isPaused) return 'paused';
    return document.hidden && !this.#isWall && !readSettings().pollsWhenHidden ? 'hidden' : 'live';
  }

  /** When anything of a source was last heard, here or before this page was opened; 0 for never. */
  readonly #heardAtOf = ({ key, environmentIds }: Source): number => {
    const kept = environmentIds.map((id) => this.#options.book.momentsOf(id)?.heardAt ?? 0);
    return Math.max(this.#record(key).heardAt ?? 0, ...kept);
  };

  /** Asks what is due, plans the timer for what is not, and tells everyone. */
  #schedule(): void {
    if (!this.#isStarted) return;
    clearTimeout(this.#timer);
    const { team, perHour } = this.#options;
    const now = Date.now();
    if (this.#wants.dropSilent(now)) this.#gather();
    const sources = this.#polled;
    const phase = this.#phase(sources);
    this.#queue = [];
    team.stand(phase === 'live' || phase === 'ended');
    if (!team.leads()) {
      this.#show({ phase });
      return;
    }
    const keys = new Set(sources.map(({ key }) => key));
    this.#records = new Map([...this.#records].filter(([key]) => keys.has(key)));
    const moving = sources.filter(({ key }) => this.#moving.has(key)).length;
    const { intervalMs: chosenMs } = readSettings();
    const plan = planPolling({ moving, calm: sources.length - moving, chosenMs, perHour: perHour() });
    let nextAt = Number.POSITIVE_INFINITY;
    if (phase === 'live' && !this.#isRefused(sources)) {
      const line = lineUp({
        sources: sources.filter(({ key }) => !this.#underWay.has(key)),
        records: this.#records,
        plan,
        moving: this.#moving,
        heardAtOf: this.#heardAtOf,
        now,
        openAt: Math.min(this.#waitUntil, now + LONGEST_WAIT_MS),
      });
      nextAt = line.nextAt;
      this.#queue = line.due;
      this.#askNext();
      // Sources that wait for a free slot are taken up when an answer comes.
      if (nextAt < Number.POSITIVE_INFINITY)
        this.#timer = setTimeout(() => this.#schedule(), Math.min(nextAt - now, LONGEST_SLEEP_MS));
    }
    this.#show({ phase, plan, count: sources.length, moving, nextAt: Number.isFinite(nextAt) ? nextAt : undefined });
    this.#tellState();
  }

  /** Asks as many of those in the queue as may be under way at once. */
  #askNext(): void {
    const free = Math.max(0, AT_ONCE - this.#underWay.size);
    const next = this.#queue.slice(0, free);
    this.#queue = this.#queue.slice(free);
    for (const source of next) void this.#ask(source);
  }

  #show(part: Partial<Polling>): void {
    this.#snapshot = {
      ...this.#snapshot,
      ...part,
      sources: withoutSparse(this.#wanted, this.#sparse),
      records: this.#records,
    };
    for (const listener of this.#listeners) listener();
  }

  async #ask(source: Source): Promise<void> {
    const { client, api } = this.#options;
    const { id, key } = source;
    const before = this.#record(key);
    const askedAt = Date.now();
    this.#underWay.add(key);
    this.#set(key, { askedAt, round: before.round + 1 });
    try {
      const question = statusQueries.source(api, source, this.#overviewed.has(id));
      const answer = await client.fetchQuery(question);
      this.#underWay.delete(key);
      this.#take(source, askedAt, answer);
      this.#goOn(source);
    } catch (error) {
      this.#underWay.delete(key);
      const failure: Failure = error instanceof ApiError ? error.failure : { kind: 'unreachable' };
      // What our own ledger held back never reached Qovery: it keeps its place in the line.
      if (failure.kind === 'budgetSpent') this.#set(key, { askedAt: before.askedAt, round: before.round });
      this.#fail(key, failure);
      this.#schedule();
    }
  }

  #take(source: Source, asked: number, { statuses, presentIds, ageMs, detail }: StatusAnswer): void {
    const { book, team } = this.#options;
    const heardAt = Date.now() - ageMs;
    const answer = { source, statuses, presentIds, askedAt: Math.min(asked, heardAt), heardAt };
    if (detail !== 'status') this.#overviewed = new Set(this.#overviewed).add(source.id);
    book.accept(answer);
    if (detail === 'sparse') {
      // A project that tells too little: its environments are asked one by one.
      this.#sparse = new Set(this.#sparse).add(source.id);
      this.#queue = [];
      this.#gather();
    }
    if (!this.#wants.isEmpty) team.tell({ kind: 'answer', ...answer });
    this.#set(source.key, { heardAt, failure: undefined, failingSince: undefined, failures: 0 });
  }

  /** A new plan after every answer would look at all sources as many times as there are: the queue is asked first. */
  #goOn(source: Source): void {
    if (this.#isMoving(source)) this.#moving.add(source.key);
    else this.#moving.delete(source.key);
    if (this.#queue.length === 0) {
      this.#schedule();
      return;
    }
    this.#askNext();
    this.#show({});
  }

  #fail(key: string, failure: Failure): void {
    const { failures, failingSince } = this.#record(key);
    if (failure.kind === 'rateLimited' || failure.kind === 'budgetSpent') {
      this.#waitUntil = Math.max(this.#waitUntil, Date.now() + failure.retryAfterMs);
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
    });
  }

  #set(key: string, change: Partial<SourceRecord>): void {
    this.#records = new Map(this.#records).set(key, { ...this.#record(key), ...change });
  }

  #onLead(): void {
    this.#gather();
    if (this.#options.team.leads()) this.#options.team.tell({ kind: 'who' });
    this.#schedule();
  }

  #tellWant(): void {
    const { team } = this.#options;
    if (team.leads() || !this.#isStarted) return;
    team.tell({ kind: 'want', tab: this.#tab, sources: this.#wanted });
  }

  #hearWant(tab: string, sources: readonly Source[]): void {
    if (this.#wants.take(tab, sources, Date.now())) void this.#tellKnown(sources);
    this.#gather();
    this.#schedule();
  }

  /** What was heard already, for a tab that has just come: seldom, so by a file of its own. */
  async #tellKnown(sources: readonly Source[]): Promise<void> {
    const { team, book } = this.#options;
    const { knownAnswers } = await import('./known-answers.ts');
    for (const answer of knownAnswers(sources, book, (key) => this.#record(key).heardAt)) {
      team.tell({ kind: 'answer', ...answer });
    }
  }

  #tellState(): void {
    const { plan, count, moving, nextAt } = this.#snapshot;
    this.#toldAt = Date.now();
    // A tab that listens says so when it comes, and every few seconds.
    if (this.#wants.isEmpty) return;
    this.#options.team.tell({
      kind: 'state',
      isHidden: document.hidden,
      plan,
      count,
      moving,
      nextAt,
      waitUntil: this.#waitUntil,
      records: [...this.#records],
      sparse: [...this.#sparse],
      overviewed: [...this.#overviewed],
    });
  }

  /** A sign of life from the tab that polls; elsewhere a look whether one came. */
  #beat(): void {
    const { team } = this.#options;
    const now = Date.now();
    // The clock was set, or the machine slept: what was planned by the old time is planned anew.
    const hasJumped = Math.abs(now - this.#beatAt - BEAT_MS) > BEAT_MS;
    this.#beatAt = now;
    if (hasJumped) this.#schedule();
    if (team.leads()) {
      if (Math.abs(now - this.#toldAt) >= BEAT_MS) this.#tellState();
      return;
    }
    this.#tellWant();
    if (!document.hidden && Math.abs(now - this.#toldAt) > SILENCE_MS) {
      this.#toldAt = now;
      team.takeOver();
    }
  }

  #hear(message: TeamMessage): void {
    const { team, book } = this.#options;
    const isLeading = team.leads();
    if (message.kind === 'want' && isLeading) {
      this.#hearWant(message.tab, message.sources);
    } else if (message.kind === 'bye') {
      this.#wants.drop(message.tab);
      this.#gather();
    } else if (message.kind === 'who') {
      this.#tellWant();
    } else if (message.kind === 'refresh' && isLeading) {
      this.refresh();
    } else if (message.kind === 'answer' && !isLeading && !this.#isPaused) {
      book.accept(message);
      this.#show({});
    } else if (message.kind === 'state' && !isLeading) {
      this.#follow(message);
    }
  }

  #follow({ isHidden, plan, count, moving, nextAt, waitUntil, records, sparse, overviewed }: State): void {
    this.#toldAt = Date.now();
    this.#records = new Map(records);
    this.#waitUntil = waitUntil;
    this.#sparse = new Set(sparse);
    this.#gather();
    this.#overviewed = new Set(overviewed);
    this.#show({ phase: this.#phase(this.#wanted), plan, count, moving, nextAt });
    // Timers of a hidden tab are slow: one that is seen polls better.
    if (isHidden && !document.hidden) this.#options.team.takeOver();
  }
}

type State = Extract<TeamMessage, { kind: 'state' }>;
/** The longest that anyone may make us wait; a clock that was set back could make it longer. */
const LONGEST_WAIT_MS = 3_600_000;
