import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { randomUuid } from '#browser/random-id.ts';
import { skewNow, takeSkew, toServerTime } from '#browser/server-now.ts';
import { readSettings, subscribeToSettings } from '#data/preferences/settings-store.ts';
import type { ReadingStore } from '#data/readings/reading-store.ts';
import type { HistoryExchange, Poller } from '#data/session.ts';
import type { TabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { TabMessage } from '#data/tabs/tab-messages.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { isMoving, toneOf } from '#domain/environment/tone.ts';
import { dueSources } from '#domain/polling/poll-order.ts';
import { outageWaitMs } from '#domain/polling/poll-plan.ts';
import { mergeSources, type PollSource, withoutPartial } from '#domain/polling/poll-source.ts';
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
import { FollowerSources } from './follower-sources.ts';
import { replayAnswers } from './replay-answers.ts';
import { RequestQueue } from './request-queue.ts';

type Options = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  readonly readings: ReadingStore;
  readonly tabs: TabCoordinator;
  /** Requests an hour that can be kept up. */
  readonly perHour: () => number;
};

/** Plan again at least this often: the budget grows as the hour slides. */
const MAX_SLEEP_MS = 60_000;
const HEARTBEAT_MS = 5_000;
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
  readonly #queue: RequestQueue;
  readonly #followers = new FollowerSources();
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
  #wanted: readonly PollSource[] = [];
  #polled: readonly PollSource[] = [];
  #isPaused = false;
  #isWall = false;
  #isStarted = false;
  #isRefusedElsewhere = false;
  #stateSentAt = 0;
  #heartbeatAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: PollingState;

  constructor(options: Options) {
    this.#options = options;
    const { client, api } = options;
    this.#queue = new RequestQueue({
      client,
      api,
      onAnswer: (answer) => this.#onAnswer(answer),
      onFailed: () => this.#schedule(),
    });
    const { intervalMs } = readSettings();
    const plan = { movingMs: intervalMs, calmMs: intervalMs, slowedDown: false };
    const nothing = {
      sources: [],
      count: 0,
      moving: 0,
      health: new Map(),
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
    if (this.#planned !== undefined && this.#options.tabs.isLeader()) return this.#planned;
    const { plan, count, moving } = this.#snapshot;
    return (moving / plan.movingMs + (count - moving) / plan.calmMs) * 3_600_000;
  };

  readonly start = (): (() => void) => {
    const { tabs, readings } = this.#options;
    this.#isStarted = true;
    this.#stateSentAt = this.#heartbeatAt = Date.now();
    const leave = tabs.join({ message: (message) => this.#onMessage(message), change: () => this.#onLeaderChange() });
    const wake = () => {
      if (document.hidden) readings.persist();
      this.#schedule();
    };
    const sayLeave = () => {
      readings.persist();
      tabs.broadcast({ kind: 'leave', tab: this.#tab });
    };
    const stopSettings = subscribeToSettings(wake);
    const beat = setInterval(() => this.#onHeartbeat(), HEARTBEAT_MS);
    document.addEventListener('visibilitychange', wake);
    for (const name of ['online', 'offline']) addEventListener(name, wake);
    addEventListener('pagehide', sayLeave);
    this.#schedule();
    this.#subscribeToLeader(this.#keys());
    return () => {
      this.#isStarted = false;
      this.#queue.replaceQueue([]);
      sayLeave();
      leave();
      stopSettings();
      clearInterval(beat);
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', wake);
      for (const name of ['online', 'offline']) removeEventListener(name, wake);
      removeEventListener('pagehide', sayLeave);
    };
  };

  readonly setSources = (sources: readonly PollSource[]): void => {
    this.#wanted = sources;
    this.#collectSources();
    this.#schedule();
    this.#subscribeToLeader(this.#keys().filter((key) => !this.#receivedAt.has(key)));
  };

  readonly setPaused = (isPaused: boolean): void => {
    this.#isPaused = isPaused;
    this.#schedule();
    // The answers of the pause were not taken in.
    if (!isPaused) this.#subscribeToLeader(this.#keys());
  };

  /** A wall goes on while it is hidden. */
  readonly setWall = (isWall: boolean): void => {
    this.#isWall = isWall;
    this.#schedule();
  };

  /** Asks every source now, as far as the ledger allows and no one asked us to wait. Ends a pause. */
  readonly refresh = (): void => {
    this.#isPaused = false;
    this.#subscribeToLeader(this.#missingAnswers());
    if (!this.#options.tabs.isLeader()) this.#options.tabs.broadcast({ kind: 'refresh' });
    this.#queue.resetFailures();
    // The user's word counts: one source is tried at once.
    if (this.#outage) this.#outage = { ...this.#outage, nextAt: 0 };
    this.#schedule();
  };

  /** True when this tab polls, for itself and for the others. */
  readonly isLeader = (): boolean => this.#options.tabs.isLeader();

  /** True when the last answer of a project was requested after an environment of it was first wanted. */
  readonly hasListedSinceWanted = (projectId: string, environmentId: string): boolean =>
    (this.#listedAt.get(projectId) ?? 0) >= (this.#wantedAt.get(environmentId) ?? Number.POSITIVE_INFINITY);

  /** The environments of the boards in other tabs. */
  readonly followerEnvironments = (): readonly string[] =>
    this.#followers.sources().flatMap(({ environmentIds }) => environmentIds);

  /** Leaves an environment that is gone out from now on, in every tab. */
  readonly hideMissing = (environmentId: string): void => {
    this.#options.readings.hideMissing(environmentId);
    this.#options.tabs.broadcast({ kind: 'dismiss', id: environmentId });
    this.#publish({});
  };

  readonly exchangeHistories = (exchange: HistoryExchange | undefined): void => {
    this.#histories = exchange;
  };

  /** Hands a history that this tab has fetched to the other tabs. */
  readonly broadcastHistory = (environmentId: string, history: readonly Deployment[]): void => {
    const { tabs } = this.#options;
    if (!tabs.isLeader() || !this.#followers.isEmpty) tabs.broadcast({ kind: 'history', id: environmentId, history });
  };

  #keys(): readonly string[] {
    return this.#wanted.map(({ key }) => key);
  }

  #isMoving({ environmentIds }: PollSource): boolean {
    return environmentIds.some((id) => isMoving(toneOf(this.#options.readings.statusOf(id)?.state)));
  }

  /** What is polled here: this tab's sources, and those of the tabs that do not poll. */
  #collectSources(): void {
    this.#polled = withoutPartial(mergeSources([...this.#wanted, ...this.#followers.sources()]), this.#queue.partial);
    this.#moving = new Set(this.#polled.filter((source) => this.#isMoving(source)).map(({ key }) => key));
    this.#requestNewlyWanted();
  }

  /** Requests a project at once when its last answer lacks an environment that is wanted only now. */
  #requestNewlyWanted(): void {
    const now = Date.now();
    const ids = new Set(this.#polled.flatMap(({ environmentIds }) => environmentIds));
    this.#options.readings.setWanted(this.#tab, ids);
    for (const id of this.#wantedAt.keys()) if (!ids.has(id)) this.#wantedAt.delete(id);
    for (const source of this.#polled) {
      const added = source.environmentIds.filter((id) => !this.#wantedAt.has(id));
      for (const id of added) this.#wantedAt.set(id, now);
      if (added.some((id) => this.#isAbsent(source, id))) this.#queue.makeDue(source.key);
    }
  }

  /** True when a project has answered, and not listed the environment. */
  #isAbsent({ kind, id }: PollSource, environmentId: string): boolean {
    const members = kind === 'project' ? this.#options.readings.members()[id] : undefined;
    return members !== undefined && members[environmentId] !== null;
  }

  /** Notes when a project's list was requested. A list from before an environment was wanted says nothing of it. */
  #noteListed({ source, requestedAt }: StatusAnswer): void {
    if (source.kind === 'project') this.#listedAt.set(source.id, requestedAt + skewNow().ms);
  }

  /** Requests a project once more when an environment was wanted while the request was under way. */
  #repeatForWanted(source: PollSource): void {
    const { requestedAt = 0 } = this.#queue.healthOf(source.key);
    const isTooOld = (id: string) => {
      const wantedAt = this.#wantedAt.get(id) ?? 0;
      // A moment in the future is of a clock that was set back since.
      return wantedAt > requestedAt && wantedAt <= Date.now() && this.#isAbsent(source, id);
    };
    if (source.environmentIds.some(isTooOld)) this.#queue.makeDue(source.key);
  }

  /** The phase that the user and the browser choose. */
  #chosenPhase(): 'paused' | 'hidden' | 'live' {
    if (this.#isPaused) return 'paused';
    return document.hidden && !this.#isWall && !readSettings().pollsWhenHidden ? 'hidden' : 'live';
  }

  #outageKind(): Outage['kind'] | undefined {
    const isTrying = this.#outage?.kind === 'ended' && this.#queue.hasInFlight;
    // A request in flight may still show that the token is a good one; the tab that polls knows.
    const isRefused = isTrying || (this.#queue.isRefused(this.#polled) && !this.#queue.hasInFlight);
    if (this.#options.tabs.isLeader() ? isRefused : this.#isRefusedElsewhere) return 'ended';
    if (navigator.onLine !== false) this.#isReachedOffline = false;
    return navigator.onLine === false && !this.#isReachedOffline ? 'offline' : undefined;
  }

  /** Notes whether polling can be expected to succeed, and if not, since when. */
  #noteOutage(now: number): void {
    const kind = this.#outageKind();
    if (kind === this.#outage?.kind) return;
    // The first answer says that the token is a good one: the refusals of the others are no denials.
    if (this.#outage?.kind === 'ended') this.#queue.resetFailures();
    // A page that has received nothing yet does not take the browser's word for being offline.
    const isFirst = kind === 'offline' && !this.#queue.hasAnsweredSince(0);
    this.#outage = kind && { kind, since: now, tries: 0, nextAt: now + (isFirst ? 0 : outageWaitMs(0)) };
  }

  /** Tries one source, ever more slowly: every state ends by itself. Returns the epoch milliseconds of the next try. */
  #tryDuring(outage: Outage, now: number): number {
    const openAt = Math.max(outage.nextAt, this.#queue.blockedUntil(now));
    if (openAt > now) return openAt;
    // The answer, or the failure, plans anew.
    if (this.#queue.hasInFlight) return Number.POSITIVE_INFINITY;
    const askedAt = ({ key }: PollSource) => this.#queue.healthOf(key).requestedAt ?? 0;
    const [next] = this.#polled.toSorted((a, b) => askedAt(a) - askedAt(b));
    if (!next) return Number.POSITIVE_INFINITY;
    const tries = outage.tries + 1;
    this.#outage = { ...outage, tries, nextAt: now + outageWaitMs(tries) };
    this.#queue.replaceQueue([next]);
    return this.#outage.nextAt;
  }

  /** When anything of a source was last heard, here or before this page was opened; 0 for never. */
  readonly #observedAtOf = ({ key, environmentIds }: PollSource): number => {
    const kept = environmentIds.map((id) => this.#options.readings.observationOf(id)?.observedAt ?? 0);
    return Math.max(this.#queue.healthOf(key).observedAt ?? 0, ...kept);
  };

  /** Asks what is due, plans the timer for what is not, and tells everyone. */
  #schedule(): void {
    if (!this.#isStarted) return;
    clearTimeout(this.#timer);
    const { tabs, perHour } = this.#options;
    const now = Date.now();
    if (this.#followers.expire(now)) this.#collectSources();
    const sources = this.#polled;
    this.#noteOutage(now);
    const outage = this.#outage;
    const chosen = this.#chosenPhase();
    const phase: PollingPhase = outage?.kind ?? chosen;
    this.#queue.replaceQueue([]);
    // A paused tab keeps the lead of a refused token only where no other tab could try.
    tabs.setCandidate(chosen === 'live' || (phase === 'ended' && this.#followers.isEmpty));
    if (!tabs.isLeader()) {
      this.#publish({ phase });
      return;
    }
    this.#queue.retainOnly(sources);
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
    else if (phase === 'live' && !this.#queue.isRefused(sources)) {
      const due = dueSources({
        sources: this.#queue.idleSources(sources),
        health: this.#queue.health,
        planOf: (source) => plans[rankOf(source)],
        moving: this.#moving,
        observedAtOf: this.#observedAtOf,
        now,
        blockedUntil: this.#queue.blockedUntil(now),
      });
      const { admitted, heldUntil } = this.#admit(due.due, now, perHour());
      nextAt = Math.min(due.nextAt, heldUntil);
      this.#queue.replaceQueue(admitted);
    }
    // Sources that wait for a free slot are taken up when an answer comes.
    if (nextAt < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#schedule(), Math.min(Math.max(nextAt - now, 0), MAX_SLEEP_MS));
    this.#publish({ phase, plan, count: sources.length, moving, nextAt: Number.isFinite(nextAt) ? nextAt : undefined });
    this.#broadcastState();
  }

  /** True when this tab's sources wait for the hour: it is spent, or its rest is kept for the user's own boards. */
  #isHourSpent(sources: readonly PollSource[]): boolean {
    const isOfLink = sources.length > 0 && sources.every(({ rank }) => rank !== undefined);
    return this.#queue.isHourSpent(Date.now()) || (isOfLink && this.#options.perHour() < OWN_PER_HOUR);
  }

  #demand(sources: readonly PollSource[]): Readonly<Record<Rank, { readonly moving: number; readonly calm: number }>> {
    const of = (rank: Rank) => {
      const ranked = sources.filter((source) => rankOf(source) === rank);
      const moving = ranked.filter(({ key }) => this.#moving.has(key)).length;
      return { moving, calm: ranked.length - moving };
    };
    return { own: of('own'), shared: of('shared'), unknown: of('unknown') };
  }

  /** The due sources that may be requested now, the user's own first. A link's first round keeps a pace that lasts. */
  #admit(due: readonly PollSource[], now: number, perHour: number) {
    const sent = new Map<Rank, number>();
    const isFirst = (source: PollSource) => this.#queue.healthOf(source.key).attempt === 0;
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
      const at = spare < 1 ? now + MAX_SLEEP_MS : firstAt;
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

  #publish(part: Partial<PollingState>): void {
    const sources = withoutPartial(this.#wanted, this.#queue.partial);
    const others = this.#otherPlans;
    this.#snapshot = {
      ...this.#snapshot,
      ...part,
      sources,
      plans: others && new Map(sources.flatMap(({ key, rank }) => (rank ? [[key, others[rank]] as const] : []))),
      isHourSpent: this.#isHourSpent(sources),
      health: this.#queue.health,
      expectsMore: this.#queue.hasInFlight || !this.#options.tabs.isLeader(),
    };
    for (const listener of this.#listeners) listener();
  }

  /** A new plan after every answer would look at all sources as many times as there are: who waits is asked first. */
  #onAnswer(answer: StatusAnswer): void {
    const { readings, tabs } = this.#options;
    const { source } = answer;
    if (this.#outage?.kind === 'offline') this.#isReachedOffline = true;
    readings.apply(answer);
    readings.persistLater();
    this.#noteListed(answer);
    this.#repeatForWanted(source);
    if (!this.#followers.isEmpty) tabs.broadcast({ kind: 'answer', ...answer });
    // A project that tells too little: from now on its environments are asked one by one.
    if (this.#queue.partial.has(source.id)) this.#collectSources();
    if (this.#isMoving(source)) this.#moving.add(source.key);
    else this.#moving.delete(source.key);
    if (this.#queue.isQueueEmpty) {
      this.#schedule();
      return;
    }
    this.#queue.sendNext();
    this.#publish({});
  }

  #onLeaderChange(): void {
    const { tabs, readings } = this.#options;
    if (tabs.isLeader()) {
      // The tab that polled until now may have written since this one last received an answer.
      readings.restoreNewer();
      tabs.broadcast({ kind: 'discover' });
    } else this.#subscribeToLeader(this.#keys());
    this.#collectSources();
    this.#schedule();
  }

  /** `lacks` are the keys of the sources whose last answers this tab has not received. */
  #subscribeToLeader(lacks: readonly string[] = []): void {
    const { tabs } = this.#options;
    if (tabs.isLeader() || !this.#isStarted) return;
    tabs.broadcast({ kind: 'subscribe', tab: this.#tab, sources: this.#wanted, lacks: this.#isPaused ? [] : lacks });
  }

  #onSubscribe({ tab, sources, lacks }: Extract<TabMessage, { kind: 'subscribe' }>): void {
    this.#followers.take(tab, sources, Date.now());
    const lacking = new Set(lacks);
    if (lacking.size > 0) this.#replay(sources.filter(({ key }) => lacking.has(key)));
    this.#collectSources();
    this.#schedule();
  }

  /** Sends the last answers and the histories to a tab that lacks them. */
  #replay(sources: readonly PollSource[]): void {
    const { tabs, readings } = this.#options;
    for (const answer of replayAnswers(sources, readings, this.#requestedAtOf)) {
      tabs.broadcast({ kind: 'answer', ...answer });
    }
    for (const id of new Set(sources.flatMap(({ environmentIds }) => environmentIds))) {
      const history = this.#histories?.historyOf(id);
      if (history) tabs.broadcast({ kind: 'history', id, history });
    }
  }

  /** When a source's last answer was requested, in server time. */
  readonly #requestedAtOf = ({ id, key }: PollSource): number | undefined => {
    const askedAt = this.#listedAt.get(id) ?? this.#queue.healthOf(key).observedAt;
    return askedAt === undefined ? undefined : toServerTime(askedAt);
  };

  #broadcastState(): void {
    const { phase, plan, count, moving, nextAt } = this.#snapshot;
    this.#stateSentAt = Date.now();
    // A tab that listens says so when it comes, and every few seconds.
    if (this.#followers.isEmpty) return;
    this.#options.tabs.broadcast({
      kind: 'state',
      isHidden: document.hidden,
      isOver: phase === 'ended',
      plan,
      otherPlans: this.#otherPlans && { shared: this.#otherPlans.shared, unknown: this.#otherPlans.unknown },
      count,
      moving,
      nextAt,
      skew: skewNow(),
      ...this.#queue.exportState(),
    });
  }

  /** A sign of life from the tab that polls; elsewhere a look whether one came. */
  #onHeartbeat(): void {
    const { tabs } = this.#options;
    const now = Date.now();
    // The clock was set, or the machine slept: what was planned by the old time is planned anew.
    const hasJumped = Math.abs(now - this.#heartbeatAt - HEARTBEAT_MS) > HEARTBEAT_MS;
    this.#heartbeatAt = now;
    if (hasJumped) this.#schedule();
    if (tabs.isLeader()) {
      if (Math.abs(now - this.#stateSentAt) >= HEARTBEAT_MS) this.#broadcastState();
      return;
    }
    this.#subscribeToLeader(this.#missingAnswers());
    if (!document.hidden && Math.abs(now - this.#stateSentAt) > SILENCE_MS) {
      this.#stateSentAt = now;
      tabs.takeOver();
    }
  }

  #onMessage(message: TabMessage): void {
    const { tabs, readings } = this.#options;
    const isLeading = tabs.isLeader();
    if (message.kind === 'subscribe' && isLeading) {
      this.#onSubscribe(message);
    } else if (message.kind === 'leave') {
      this.#followers.drop(message.tab);
      this.#collectSources();
    } else if (message.kind === 'discover') {
      this.#subscribeToLeader();
    } else if (message.kind === 'refresh' && isLeading) {
      this.refresh();
    } else if (message.kind === 'answer' && !isLeading && !this.#isPaused) {
      if (this.#outage?.kind === 'offline') this.#isReachedOffline = true;
      readings.apply(message);
      this.#noteListed(message);
      this.#receivedAt.set(message.source.key, Date.now());
      this.#publish({});
    } else if (message.kind === 'history') {
      this.#histories?.receive(message.id, message.history);
    } else if (message.kind === 'dismiss') {
      readings.hideMissing(message.id);
      this.#publish({});
    } else if (message.kind === 'state' && !isLeading) {
      this.#onLeaderState(message);
    }
  }

  /** Keys of the sources whose last answer got lost: a tab that is frozen, or still loading, receives no message. */
  #missingAnswers(): readonly string[] {
    const isLacking = (key: string) => (this.#queue.healthOf(key).observedAt ?? 0) > (this.#receivedAt.get(key) ?? 0);
    return this.#keys().filter(isLacking);
  }

  #onLeaderState({ isHidden, isOver, plan, otherPlans, count, moving, nextAt, skew, ...queueState }: State): void {
    this.#otherPlans = otherPlans;
    if (skew) takeSkew(skew);
    this.#stateSentAt = Date.now();
    this.#isRefusedElsewhere = isOver;
    this.#queue.importState(queueState);
    this.#collectSources();
    this.#noteOutage(this.#stateSentAt);
    this.#publish({ phase: this.#outage?.kind ?? this.#chosenPhase(), plan, count, moving, nextAt });
    // Timers of a hidden tab are slow: one that is seen polls better.
    if (isHidden && !document.hidden) this.#options.tabs.takeOver();
  }
}

/** A time in which no answer can be expected, since `since`; one source is tried at `nextAt`. Epoch milliseconds. */
type Outage = {
  readonly kind: 'ended' | 'offline';
  readonly since: number;
  readonly tries: number;
  readonly nextAt: number;
};

type State = Extract<TabMessage, { kind: 'state' }>;
