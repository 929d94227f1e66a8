import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { readSettings, subscribeToSettings } from '#data/preferences/settings-store.ts';
import type { ReadingStore } from '#data/readings/reading-store.ts';
import type { HistoryExchange, Poller } from '#data/session.ts';
import type { TabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { createEmitter } from '#domain/emitter.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { initialPollingState, type PollingPhase, type PollingState } from '#domain/polling/polling-state.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { OutageTracker } from './outage-tracker.ts';
import { PollPlanner } from './poll-planner.ts';
import { PolledSources } from './polled-sources.ts';
import { ProjectLists } from './project-lists.ts';
import { RequestQueue } from './request-queue.ts';
import type { SharedState, SyncedScheduler } from './synced-scheduler.ts';
import { TabSync } from './tab-sync.ts';

type Options = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  readonly readings: ReadingStore;
  readonly tabs: TabCoordinator;
  /** Requests an hour that can be kept up. */
  readonly perHour: () => number;
};

/** Longest time between two plans, in milliseconds: the budget grows as the hour slides. */
const MAX_SLEEP_MS = 60_000;

/**
 * Polls the sources of this browser's boards within the budget, with one request in flight for each source. The leader
 * polls for all tabs; in a follower this class only applies what the leader broadcasts.
 */
export class PollScheduler implements Poller {
  readonly #options: Options;
  readonly #emitter = createEmitter();
  readonly #queue: RequestQueue;
  readonly #lists: ProjectLists;
  readonly #outages: OutageTracker;
  readonly #sources: PolledSources;
  readonly #planner: PollPlanner;
  readonly #sync: TabSync;
  #isPaused = false;
  #isWall = false;
  #isStarted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: PollingState;

  constructor(options: Options) {
    this.#options = options;
    const { client, api, readings, tabs, perHour } = options;
    const onAnswer = (answer: StatusAnswer) => this.#onAnswer(answer);
    this.#queue = new RequestQueue({ client, api, onAnswer, onFailed: () => this.#schedule() });
    const followerSources = () => this.#sync.followers.sources();
    this.#sources = new PolledSources({ readings, queue: this.#queue, followerSources });
    this.#planner = new PollPlanner({ sources: this.#sources, queue: this.#queue, perHour });
    this.#lists = new ProjectLists(readings, this.#queue);
    this.#outages = new OutageTracker(this.#queue);
    this.#sync = new TabSync({ tabs, readings, scheduler: this.#forOtherTabs() });
    this.#snapshot = initialPollingState(readSettings().intervalMs);
  }

  readonly subscribe = this.#emitter.subscribe;

  readonly getSnapshot = (): PollingState => this.#snapshot;

  readonly plannedPerHour = (): number => {
    if (this.#planner.plannedPerHour !== undefined && this.isLeader()) return this.#planner.plannedPerHour;
    const { plan, count, moving } = this.#snapshot;
    return (moving / plan.movingMs + (count - moving) / plan.calmMs) * 3_600_000;
  };

  readonly start = (): (() => void) => {
    const onEvent = () => {
      if (document.hidden) this.#options.readings.persist();
      this.#schedule();
    };
    this.#isStarted = true;
    const leave = this.#sync.start();
    const unsubscribe = subscribeToSettings(onEvent);
    document.addEventListener('visibilitychange', onEvent);
    for (const name of ['online', 'offline']) addEventListener(name, onEvent);
    this.#schedule();
    this.#sync.subscribeToAll();
    return () => {
      this.#isStarted = false;
      clearTimeout(this.#timer);
      this.#queue.replaceQueue([]);
      leave();
      unsubscribe();
      document.removeEventListener('visibilitychange', onEvent);
      for (const name of ['online', 'offline']) removeEventListener(name, onEvent);
    };
  };

  readonly setSources = (sources: readonly PollSource[]): void => {
    this.#sources.setOwn(sources);
    this.#collectSources();
    this.#schedule();
    this.#sync.subscribeToNew();
  };

  readonly setPaused = (isPaused: boolean): void => {
    this.#isPaused = isPaused;
    this.#schedule();
    // A paused tab ignores answers, so it requests a replay of all.
    if (!isPaused) this.#sync.subscribeToAll();
  };

  readonly setWall = (isWall: boolean): void => {
    this.#isWall = isWall;
    this.#schedule();
  };

  readonly refresh = (): void => {
    this.#isPaused = false;
    this.#sync.subscribeToLost();
    if (!this.isLeader()) this.#options.tabs.broadcast({ kind: 'refresh' });
    this.#queue.resetFailures();
    this.#outages.tryNow();
    this.#schedule();
  };

  readonly isLeader = (): boolean => this.#options.tabs.isLeader();

  readonly hasListedSinceWanted = (projectId: string, environmentId: string): boolean =>
    this.#lists.isListedSinceShown(projectId, environmentId);

  readonly followerEnvironments = (): readonly string[] =>
    this.#sync.followers.sources().flatMap(({ environmentIds }) => environmentIds);

  readonly hideMissing = (environmentId: string): void => {
    this.#options.readings.hideMissing(environmentId);
    this.#options.tabs.broadcast({ kind: 'dismiss', id: environmentId });
    this.#publish({});
  };

  readonly exchangeHistories = (exchange: HistoryExchange | undefined): void => {
    this.#sync.histories = exchange;
  };

  readonly broadcastHistory = (environmentId: string, history: readonly Deployment[]): void => {
    const isNeeded = !this.isLeader() || !this.#sync.followers.isEmpty;
    if (isNeeded) this.#options.tabs.broadcast({ kind: 'history', id: environmentId, history });
  };

  #forOtherTabs(): SyncedScheduler {
    return {
      ownSources: () => this.#sources.own,
      isPaused: () => this.#isPaused,
      answeredAtOf: ({ key }) => this.#queue.healthOf(key).observedAt ?? 0,
      requestedAtOf: (source) => this.#lists.requestedAtOf(source),
      state: () => this.#sharedState(),
      onFollowersChange: (isUrgent) => {
        this.#collectSources();
        if (isUrgent) this.#schedule();
      },
      onFollowedAnswer: (answer) => {
        this.#outages.noteAnswer();
        this.#options.readings.apply(answer);
        this.#lists.noteAnswer(answer);
        this.#publish({});
      },
      onLeaderState: (state) => this.#followLeader(state),
      onLeaderChange: () => {
        this.#collectSources();
        this.#schedule();
      },
      onRefresh: this.refresh,
      onHidden: (environmentId) => {
        this.#options.readings.hideMissing(environmentId);
        this.#publish({});
      },
      onClockJump: () => this.#schedule(),
    };
  }

  #collectSources(): void {
    this.#sources.collect();
    const { all, environmentIds } = this.#sources;
    this.#options.readings.setWanted(this.#sync.tab, environmentIds);
    this.#lists.setShown(all, environmentIds);
  }

  /** The phase without an outage: the user and the browser choose it. */
  #chosenPhase(): 'paused' | 'hidden' | 'live' {
    if (this.#isPaused) return 'paused';
    return document.hidden && !this.#isWall && !readSettings().pollsWhenHidden ? 'hidden' : 'live';
  }

  /** Requests the due sources, sets the timer for the next plan, and notifies listeners and other tabs. */
  #schedule(): void {
    if (!this.#isStarted) return;
    clearTimeout(this.#timer);
    const now = Date.now();
    if (this.#sync.followers.expire(now)) this.#collectSources();
    this.#outages.update(this.#sources.all, this.isLeader(), now);
    const outage = this.#outages.current;
    const chosen = this.#chosenPhase();
    const phase: PollingPhase = outage?.kind ?? chosen;
    this.#queue.replaceQueue([]);
    // A paused tab with a refused token leads only where no other tab could try the token.
    this.#options.tabs.setCandidate(chosen === 'live' || (phase === 'ended' && this.#sync.followers.isEmpty));
    if (!this.isLeader()) {
      this.#publish({ phase });
      return;
    }
    this.#queue.retainOnly(this.#sources.all);
    const { plans, part } = this.#planner.plan();
    let nextAt = Number.POSITIVE_INFINITY;
    if (outage && chosen === 'live') nextAt = this.#outages.tryOneSource(this.#sources.all, outage, now);
    else if (phase === 'live' && !this.#queue.isRefused(this.#sources.all)) nextAt = this.#planner.queueDue(plans, now);
    // A source that waits for a free slot is requested when an answer arrives.
    if (nextAt < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#schedule(), Math.min(Math.max(nextAt - now, 0), MAX_SLEEP_MS));
    this.#publish({ phase, ...part, nextAt: Number.isFinite(nextAt) ? nextAt : undefined });
    this.#sync.broadcastState();
  }

  #publish(part: Partial<PollingState>): void {
    const sources = this.#sources.shown;
    this.#snapshot = {
      ...this.#snapshot,
      ...part,
      sources,
      plans: this.#planner.plansOf(sources),
      isHourSpent: this.#planner.isHourSpent(sources),
      health: this.#queue.health,
      expectsMore: this.#queue.hasInFlight || !this.isLeader(),
    };
    this.#emitter.notify();
  }

  #onAnswer(answer: StatusAnswer): void {
    const { readings } = this.#options;
    const { source } = answer;
    this.#outages.noteAnswer();
    readings.apply(answer);
    readings.persistLater();
    this.#lists.noteAnswer(answer);
    this.#lists.repeatIfOutdated(source);
    this.#sync.broadcastAnswer(answer);
    // Answers of this project are incomplete: from now on its environments are requested one by one.
    if (this.#queue.partial.has(source.id)) this.#collectSources();
    this.#sources.noteAnswer(source);
    // A plan after every answer would be quadratic in the number of sources, so queued requests are sent first.
    if (this.#queue.isQueueEmpty) {
      this.#schedule();
      return;
    }
    this.#queue.sendNext();
    this.#publish({});
  }

  #sharedState(): SharedState {
    const { phase, plan, count, moving, nextAt } = this.#snapshot;
    return {
      isOver: phase === 'ended',
      plan,
      otherPlans: this.#planner.otherPlans,
      count,
      moving,
      nextAt,
      ...this.#queue.exportState(),
    };
  }

  #followLeader({ isOver, plan, otherPlans, count, moving, nextAt, ...queueState }: SharedState): void {
    this.#planner.otherPlans = otherPlans;
    this.#outages.setRefusedElsewhere(isOver);
    this.#queue.importState(queueState);
    this.#collectSources();
    this.#outages.update(this.#sources.all, this.isLeader(), Date.now());
    const phase = this.#outages.current?.kind ?? this.#chosenPhase();
    this.#publish({ phase, plan, count, moving, nextAt });
  }
}
