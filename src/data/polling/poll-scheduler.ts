import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { randomUuid } from '#browser/random-id.ts';
import { skewNow, takeSkew, toServerTime } from '#browser/server-now.ts';
import { readSettings, subscribeToSettings } from '#data/preferences/settings-store.ts';
import type { ReadingBook } from '#data/readings/reading-store.ts';
import type { HistoryExchange, Poller } from '#data/session.ts';
import type { TabTeam } from '#data/tabs/tab-coordinator.ts';
import type { TeamMessage } from '#data/tabs/tab-messages.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { isMoving, toneOf } from '#domain/environment/tone.ts';
import { lineUp } from '#domain/polling/poll-order.ts';
import { outageWaitMs } from '#domain/polling/poll-plan.ts';
import { type Source, united, withoutSparse } from '#domain/polling/poll-source.ts';
import type { PollingPhase, PollingState } from '#domain/polling/polling-state.ts';
import {
  admittedAt,
  OWN_PER_HOUR,
  plannedPerHour,
  planRanks,
  RANKS,
  type Rank,
  type RankPlans,
  rankOf,
} from '#domain/polling/source-rank.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { TabWants } from './follower-sources.ts';
import { knownAnswers } from './replay-answers.ts';
import { Asker } from './request-queue.ts';

type Options = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  readonly book: ReadingBook;
  readonly team: TabTeam;
  /** Requests an hour that can be kept up. */
  readonly perHour: () => number;
};

/** Plan again at least this often: the budget grows as the hour slides. */
const LONGEST_SLEEP_MS = 60_000;
const BEAT_MS = 5_000;
/** A leader that says nothing for so long is frozen, and one that is asked this often has heard of every tab. */
const SILENCE_MS = 15_000;

/**
 * Polls the sources of this browser's boards within the budget, one request a source under way. One tab polls; in the
 * others this only takes in what that one tells.
 */
export class PollScheduler implements Poller {
  readonly #options: Options;
  readonly #tab = randomUuid();
  readonly #listeners = new Set<() => void>();
  readonly #asker: Asker;
  readonly #wants = new TabWants();
  /** Since when each environment has been wanted by a board of this browser; this computer's epoch milliseconds. */
  readonly #wantedAt = new Map<string, number>();
  /** When the last answer of each project was requested; this computer's epoch milliseconds. */
  readonly #listedAt = new Map<string, number>();
  /** When this tab last took in an answer of each source that another tab requested; epoch milliseconds. */
  readonly #receivedAt = new Map<string, number>();
  #histories: HistoryExchange | undefined;
  #outage: Outage | undefined;
  /** The plans of sources that are not of the user's own boards, where there are any. */
  #otherPlans: Pick<RankPlans, 'shared' | 'unknown'> | undefined;
  #planned: number | undefined;
  /** When the first round of each rank began (epoch milliseconds), and how many of its sources were requested before. */
  readonly #rankedAt = new Map<Rank, { readonly at: number; readonly sent: number }>();
  /** The browser says that it is offline, and an answer came all the same. */
  #isReachedOffline = false;
  /** Keys of the sources that hold something that moves. */
  #moving = new Set<string>();
  #wanted: readonly Source[] = [];
  #polled: readonly Source[] = [];
  #isPaused = false;
  #isWall = false;
  #isStarted = false;
  #isOverElsewhere = false;
  #toldAt = 0;
  #beatAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: PollingState;

  constructor(options: Options) {
    this.#options = options;
    const { client, api } = options;
    this.#asker = new Asker({
      client,
      api,
      onAnswer: (answer) => this.#take(answer),
      onFailed: () => this.#schedule(),
    });
    const { intervalMs } = readSettings();
    const plan = { movingMs: intervalMs, calmMs: intervalMs, stretched: false };
    const nothing = {
      sources: [],
      count: 0,
      moving: 0,
      records: new Map(),
      nextAt: undefined,
      expectsMore: true,
      isHourSpent: false,
    };
    this.#snapshot = { phase: 'live', plan, ...nothing };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): PollingState => this.#snapshot;

  /** Requests an hour that the present plan makes. */
  readonly plannedPerHour = (): number => {
    if (this.#planned !== undefined && this.#options.team.leads()) return this.#planned;
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
    this.#tellWant(this.#keys());
    return () => {
      this.#isStarted = false;
      this.#asker.ask([]);
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
    this.#tellWant(this.#keys().filter((key) => !this.#receivedAt.has(key)));
  };

  readonly setPaused = (isPaused: boolean): void => {
    this.#isPaused = isPaused;
    this.#schedule();
    // The answers of the pause were not taken in.
    if (!isPaused) this.#tellWant(this.#keys());
  };

  /** A wall goes on while it is hidden. */
  readonly setWall = (isWall: boolean): void => {
    this.#isWall = isWall;
    this.#schedule();
  };

  /** Asks every source now, as far as the ledger allows and no one asked us to wait. Ends a pause. */
  readonly refresh = (): void => {
    this.#isPaused = false;
    this.#tellWant(this.#lacking());
    if (!this.#options.team.leads()) this.#options.team.tell({ kind: 'refresh' });
    this.#asker.beginAnew();
    // The user's word counts: one source is tried at once.
    if (this.#outage) this.#outage = { ...this.#outage, nextAt: 0 };
    this.#schedule();
  };

  /** True when this tab polls, for itself and for the others. */
  readonly leads = (): boolean => this.#options.team.leads();

  /** True when the last answer of a project was requested after an environment of it was first wanted. */
  readonly hasListedSinceWanted = (projectId: string, environmentId: string): boolean =>
    (this.#listedAt.get(projectId) ?? 0) >= (this.#wantedAt.get(environmentId) ?? Number.POSITIVE_INFINITY);

  /** The environments of the boards in other tabs. */
  readonly followerEnvironments = (): readonly string[] =>
    this.#wants.sources().flatMap(({ environmentIds }) => environmentIds);

  /** Leaves an environment that is gone out from now on, in every tab. */
  readonly dismiss = (environmentId: string): void => {
    this.#options.book.dismiss(environmentId);
    this.#options.team.tell({ kind: 'dismiss', id: environmentId });
    this.#show({});
  };

  readonly exchangeHistories = (exchange: HistoryExchange | undefined): void => {
    this.#histories = exchange;
  };

  /** Hands a history that this tab has fetched to the other tabs. */
  readonly tellHistory = (environmentId: string, history: readonly Deployment[]): void => {
    const { team } = this.#options;
    if (!team.leads() || !this.#wants.isEmpty) team.tell({ kind: 'history', id: environmentId, history });
  };

  #keys(): readonly string[] {
    return this.#wanted.map(({ key }) => key);
  }

  #isMoving({ environmentIds }: Source): boolean {
    return environmentIds.some((id) => isMoving(toneOf(this.#options.book.statusOf(id)?.state)));
  }

  /** What is polled here: this tab's sources, and those of the tabs that do not poll. */
  #gather(): void {
    this.#polled = withoutSparse(united([...this.#wanted, ...this.#wants.sources()]), this.#asker.sparse);
    this.#moving = new Set(this.#polled.filter((source) => this.#isMoving(source)).map(({ key }) => key));
    this.#noteWanted();
  }

  /** Requests a project at once when its last answer lacks an environment that is wanted only now. */
  #noteWanted(): void {
    const now = Date.now();
    const ids = new Set(this.#polled.flatMap(({ environmentIds }) => environmentIds));
    this.#options.book.setWanted(this.#tab, ids);
    for (const id of this.#wantedAt.keys()) if (!ids.has(id)) this.#wantedAt.delete(id);
    for (const source of this.#polled) {
      const added = source.environmentIds.filter((id) => !this.#wantedAt.has(id));
      for (const id of added) this.#wantedAt.set(id, now);
      if (added.some((id) => this.#isAbsent(source, id))) this.#asker.makeDue(source.key);
    }
  }

  /** True when a project has answered, and not listed the environment. */
  #isAbsent({ kind, id }: Source, environmentId: string): boolean {
    const members = kind === 'project' ? this.#options.book.members()[id] : undefined;
    return members !== undefined && members[environmentId] !== null;
  }

  /** Notes when a project's list was requested. A list from before an environment was wanted says nothing of it. */
  #noteListed({ source, askedAt }: StatusAnswer): void {
    if (source.kind === 'project') this.#listedAt.set(source.id, askedAt + skewNow().ms);
  }

  /** Requests a project once more when an environment was wanted while the request was under way. */
  #repeatForWanted(source: Source): void {
    const { askedAt = 0 } = this.#asker.recordOf(source.key);
    const isTooOld = (id: string) => {
      const wantedAt = this.#wantedAt.get(id) ?? 0;
      // A moment in the future is of a clock that was set back since.
      return wantedAt > askedAt && wantedAt <= Date.now() && this.#isAbsent(source, id);
    };
    if (source.environmentIds.some(isTooOld)) this.#asker.makeDue(source.key);
  }

  /** The phase that the user and the browser choose. */
  #chosenPhase(): 'paused' | 'hidden' | 'live' {
    if (this.#isPaused) return 'paused';
    return document.hidden && !this.#isWall && !readSettings().pollsWhenHidden ? 'hidden' : 'live';
  }

  #outageKind(): Outage['kind'] | undefined {
    const isTrying = this.#outage?.kind === 'ended' && this.#asker.isAsking;
    // A request in flight may still show that the token is a good one; the tab that polls knows.
    const isRefused = isTrying || (this.#asker.isRefused(this.#polled) && !this.#asker.isAsking);
    if (this.#options.team.leads() ? isRefused : this.#isOverElsewhere) return 'ended';
    if (navigator.onLine !== false) this.#isReachedOffline = false;
    return navigator.onLine === false && !this.#isReachedOffline ? 'offline' : undefined;
  }

  /** Notes whether polling can be expected to succeed, and if not, since when. */
  #noteOutage(now: number): void {
    const kind = this.#outageKind();
    if (kind === this.#outage?.kind) return;
    // The first answer says that the token is a good one: the refusals of the others are no denials.
    if (this.#outage?.kind === 'ended') this.#asker.beginAnew();
    // A page that has received nothing yet does not take the browser's word for being offline.
    const isFirst = kind === 'offline' && !this.#asker.hasHeardSince(0);
    this.#outage = kind && { kind, since: now, tries: 0, nextAt: now + (isFirst ? 0 : outageWaitMs(0)) };
  }

  /** Tries one source, ever more slowly: every state ends by itself. Returns the epoch milliseconds of the next try. */
  #tryDuring(outage: Outage, now: number): number {
    const openAt = Math.max(outage.nextAt, this.#asker.openAt(now));
    if (openAt > now) return openAt;
    // The answer, or the failure, plans anew.
    if (this.#asker.isAsking) return Number.POSITIVE_INFINITY;
    const askedAt = ({ key }: Source) => this.#asker.recordOf(key).askedAt ?? 0;
    const [next] = this.#polled.toSorted((a, b) => askedAt(a) - askedAt(b));
    if (!next) return Number.POSITIVE_INFINITY;
    const tries = outage.tries + 1;
    this.#outage = { ...outage, tries, nextAt: now + outageWaitMs(tries) };
    this.#asker.ask([next]);
    return this.#outage.nextAt;
  }

  /** When anything of a source was last heard, here or before this page was opened; 0 for never. */
  readonly #heardAtOf = ({ key, environmentIds }: Source): number => {
    const kept = environmentIds.map((id) => this.#options.book.momentsOf(id)?.heardAt ?? 0);
    return Math.max(this.#asker.recordOf(key).heardAt ?? 0, ...kept);
  };

  /** Asks what is due, plans the timer for what is not, and tells everyone. */
  #schedule(): void {
    if (!this.#isStarted) return;
    clearTimeout(this.#timer);
    const { team, perHour } = this.#options;
    const now = Date.now();
    if (this.#wants.dropSilent(now)) this.#gather();
    const sources = this.#polled;
    this.#noteOutage(now);
    const outage = this.#outage;
    const chosen = this.#chosenPhase();
    const phase: PollingPhase = outage?.kind ?? chosen;
    this.#asker.ask([]);
    // A paused tab keeps the lead of a refused token only where no other tab could try.
    team.stand(chosen === 'live' || (phase === 'ended' && this.#wants.isEmpty));
    if (!team.leads()) {
      this.#show({ phase });
      return;
    }
    this.#asker.keepOnly(sources);
    const moving = sources.filter(({ key }) => this.#moving.has(key)).length;
    const { intervalMs: chosenMs } = readSettings();
    const demand = this.#demand(sources);
    const plans = planRanks(demand, { chosenMs, perHour: perHour() });
    this.#planned = plannedPerHour(demand, plans);
    const hasOthers = sources.some(({ rank }) => rank !== undefined);
    this.#otherPlans = hasOthers ? plans : undefined;
    const plan = sources.some(({ rank }) => rank === undefined) || !hasOthers ? plans.own : plans.shared;
    let nextAt = Number.POSITIVE_INFINITY;
    if (outage && chosen === 'live') nextAt = this.#tryDuring(outage, now);
    else if (phase === 'live' && !this.#asker.isRefused(sources)) {
      const line = lineUp({
        sources: this.#asker.resting(sources),
        records: this.#asker.records,
        planOf: (source) => plans[rankOf(source)],
        moving: this.#moving,
        heardAtOf: this.#heardAtOf,
        now,
        openAt: this.#asker.openAt(now),
      });
      const { admitted, heldUntil } = this.#admit(line.due, now, perHour());
      nextAt = Math.min(line.nextAt, heldUntil);
      this.#asker.ask(admitted);
    }
    // Sources that wait for a free slot are taken up when an answer comes.
    if (nextAt < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#schedule(), Math.min(Math.max(nextAt - now, 0), LONGEST_SLEEP_MS));
    this.#show({ phase, plan, count: sources.length, moving, nextAt: Number.isFinite(nextAt) ? nextAt : undefined });
    this.#tellState();
  }

  /** True when this tab's sources wait for the hour: it is spent, or its rest is kept for the user's own boards. */
  #isHourSpent(sources: readonly Source[]): boolean {
    const isOfLink = sources.length > 0 && sources.every(({ rank }) => rank !== undefined);
    return this.#asker.isHourSpent(Date.now()) || (isOfLink && this.#options.perHour() < OWN_PER_HOUR);
  }

  #demand(sources: readonly Source[]): Readonly<Record<Rank, { readonly moving: number; readonly calm: number }>> {
    const of = (rank: Rank) => {
      const ranked = sources.filter((source) => rankOf(source) === rank);
      const moving = ranked.filter(({ key }) => this.#moving.has(key)).length;
      return { moving, calm: ranked.length - moving };
    };
    return { own: of('own'), shared: of('shared'), unknown: of('unknown') };
  }

  /** The due sources that may be requested now, the user's own first. A link's first round keeps a pace that lasts. */
  #admit(due: readonly Source[], now: number, perHour: number) {
    const sent = new Map<Rank, number>();
    const isFirst = (source: Source) => this.#asker.recordOf(source.key).round === 0;
    for (const source of this.#polled) {
      const rank = rankOf(source);
      if (!isFirst(source)) sent.set(rank, (sent.get(rank) ?? 0) + 1);
    }
    for (const rank of RANKS) {
      const isWaiting = this.#polled.some((source) => rankOf(source) === rank && isFirst(source));
      if (!isWaiting) this.#rankedAt.delete(rank);
      else if (!this.#rankedAt.has(rank)) this.#rankedAt.set(rank, { at: now, sent: sent.get(rank) ?? 0 });
    }
    let heldUntil = Number.POSITIVE_INFINITY;
    let spare = perHour - OWN_PER_HOUR;
    const inOrder = RANKS.flatMap((rank) => due.filter((source) => rankOf(source) === rank));
    const admitted = inOrder.filter((source) => {
      const rank = rankOf(source);
      if (rank === 'own') return true;
      const count = sent.get(rank) ?? 0;
      const round = this.#rankedAt.get(rank) ?? { at: now, sent: count };
      const firstAt = isFirst(source) ? admittedAt(rank, count - round.sent, round.at, perHour) : now;
      // What is left of the hour is kept for the user's own boards.
      const at = spare < 1 ? now + LONGEST_SLEEP_MS : firstAt;
      if (at > now) {
        heldUntil = Math.min(heldUntil, at);
        return false;
      }
      spare -= 1;
      sent.set(rank, count + 1);
      return true;
    });
    return { admitted, heldUntil };
  }

  #show(part: Partial<PollingState>): void {
    const sources = withoutSparse(this.#wanted, this.#asker.sparse);
    const others = this.#otherPlans;
    this.#snapshot = {
      ...this.#snapshot,
      ...part,
      sources,
      plans: others && new Map(sources.flatMap(({ key, rank }) => (rank ? [[key, others[rank]] as const] : []))),
      isHourSpent: this.#isHourSpent(sources),
      records: this.#asker.records,
      expectsMore: this.#asker.isAsking || !this.#options.team.leads(),
    };
    for (const listener of this.#listeners) listener();
  }

  /** A new plan after every answer would look at all sources as many times as there are: who waits is asked first. */
  #take(answer: StatusAnswer): void {
    const { book, team } = this.#options;
    const { source } = answer;
    if (this.#outage?.kind === 'offline') this.#isReachedOffline = true;
    book.accept(answer);
    book.keepSoon();
    this.#noteListed(answer);
    this.#repeatForWanted(source);
    if (!this.#wants.isEmpty) team.tell({ kind: 'answer', ...answer });
    // A project that tells too little: from now on its environments are asked one by one.
    if (this.#asker.sparse.has(source.id)) this.#gather();
    if (this.#isMoving(source)) this.#moving.add(source.key);
    else this.#moving.delete(source.key);
    if (this.#asker.isLineEmpty) {
      this.#schedule();
      return;
    }
    this.#asker.goOn();
    this.#show({});
  }

  #onLead(): void {
    const { team, book } = this.#options;
    if (team.leads()) {
      // The tab that polled until now may have written since this one last received an answer.
      book.takeInKept();
      team.tell({ kind: 'who' });
    } else this.#tellWant(this.#keys());
    this.#gather();
    this.#schedule();
  }

  /** `lacks` are the keys of the sources whose last answers this tab has not received. */
  #tellWant(lacks: readonly string[] = []): void {
    const { team } = this.#options;
    if (team.leads() || !this.#isStarted) return;
    team.tell({ kind: 'want', tab: this.#tab, sources: this.#wanted, lacks: this.#isPaused ? [] : lacks });
  }

  #hearWant({ tab, sources, lacks }: Extract<TeamMessage, { kind: 'want' }>): void {
    this.#wants.take(tab, sources, Date.now());
    const lacking = new Set(lacks);
    if (lacking.size > 0) this.#tellKnown(sources.filter(({ key }) => lacking.has(key)));
    this.#gather();
    this.#schedule();
  }

  /** Sends the last answers and the histories to a tab that lacks them. */
  #tellKnown(sources: readonly Source[]): void {
    const { team, book } = this.#options;
    for (const answer of knownAnswers(sources, book, this.#askedAtOf)) {
      team.tell({ kind: 'answer', ...answer });
    }
    for (const id of new Set(sources.flatMap(({ environmentIds }) => environmentIds))) {
      const history = this.#histories?.known(id);
      if (history) team.tell({ kind: 'history', id, history });
    }
  }

  /** When a source's last answer was requested, in server time. */
  readonly #askedAtOf = ({ id, key }: Source): number | undefined => {
    const askedAt = this.#listedAt.get(id) ?? this.#asker.recordOf(key).heardAt;
    return askedAt === undefined ? undefined : toServerTime(askedAt);
  };

  #tellState(): void {
    const { phase, plan, count, moving, nextAt } = this.#snapshot;
    this.#toldAt = Date.now();
    // A tab that listens says so when it comes, and every few seconds.
    if (this.#wants.isEmpty) return;
    this.#options.team.tell({
      kind: 'state',
      isHidden: document.hidden,
      isOver: phase === 'ended',
      plan,
      otherPlans: this.#otherPlans && { shared: this.#otherPlans.shared, unknown: this.#otherPlans.unknown },
      count,
      moving,
      nextAt,
      skew: skewNow(),
      ...this.#asker.tell(),
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
    this.#tellWant(this.#lacking());
    if (!document.hidden && Math.abs(now - this.#toldAt) > SILENCE_MS) {
      this.#toldAt = now;
      team.takeOver();
    }
  }

  #hear(message: TeamMessage): void {
    const { team, book } = this.#options;
    const isLeading = team.leads();
    if (message.kind === 'want' && isLeading) {
      this.#hearWant(message);
    } else if (message.kind === 'bye') {
      this.#wants.drop(message.tab);
      this.#gather();
    } else if (message.kind === 'who') {
      this.#tellWant();
    } else if (message.kind === 'refresh' && isLeading) {
      this.refresh();
    } else if (message.kind === 'answer' && !isLeading && !this.#isPaused) {
      if (this.#outage?.kind === 'offline') this.#isReachedOffline = true;
      book.accept(message);
      this.#noteListed(message);
      this.#receivedAt.set(message.source.key, Date.now());
      this.#show({});
    } else if (message.kind === 'history') {
      this.#histories?.take(message.id, message.history);
    } else if (message.kind === 'dismiss') {
      book.dismiss(message.id);
      this.#show({});
    } else if (message.kind === 'state' && !isLeading) {
      this.#follow(message);
    }
  }

  /** Keys of the sources whose last answer got lost: a tab that is frozen, or still loading, receives no message. */
  #lacking(): readonly string[] {
    const isLacking = (key: string) => (this.#asker.recordOf(key).heardAt ?? 0) > (this.#receivedAt.get(key) ?? 0);
    return this.#keys().filter(isLacking);
  }

  #follow({ isHidden, isOver, plan, otherPlans, count, moving, nextAt, skew, ...asking }: State): void {
    this.#otherPlans = otherPlans;
    if (skew) takeSkew(skew);
    this.#toldAt = Date.now();
    this.#isOverElsewhere = isOver;
    this.#asker.follow(asking);
    this.#gather();
    this.#noteOutage(this.#toldAt);
    this.#show({ phase: this.#outage?.kind ?? this.#chosenPhase(), plan, count, moving, nextAt });
    // Timers of a hidden tab are slow: one that is seen polls better.
    if (isHidden && !document.hidden) this.#options.team.takeOver();
  }
}

/** A time in which no answer can be expected, since `since`; one source is tried at `nextAt`. Epoch milliseconds. */
type Outage = {
  readonly kind: 'ended' | 'offline';
  readonly since: number;
  readonly tries: number;
  readonly nextAt: number;
};

type State = Extract<TeamMessage, { kind: 'state' }>;
