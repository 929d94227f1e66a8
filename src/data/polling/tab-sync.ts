import { randomUuid } from '#browser/random-id.ts';
import { skewNow, takeSkew, toServerTime } from '#browser/server-now.ts';
import type { ReadingStore } from '#data/readings/reading-store.ts';
import type { HistoryExchange, TabSharing } from '#data/session.ts';
import type { TabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { LeaderState, TabMessage } from '#data/tabs/tab-messages.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { FollowerSources } from './follower-sources.ts';
import { replayAnswers } from './replay-answers.ts';
import type { SyncedScheduler } from './synced-scheduler.ts';

type Options = { readonly tabs: TabCoordinator; readonly readings: ReadingStore; readonly scheduler: SyncedScheduler };

const HEARTBEAT_MS = 5_000;
/** A follower takes over from a leader that is silent for so long: it is frozen. Timers of hidden tabs run once a minute. */
const SILENCE_MS = { visible: 15_000, hidden: 180_000 } as const;

/**
 * Shares polling between the tabs of this browser. The leader broadcasts answers and its state; followers send their
 * sources every five seconds and name the answers that they have not received.
 */
export class TabSync implements TabSharing {
  /** Names this tab among the others. */
  readonly tab = randomUuid();
  readonly followers = new FollowerSources();
  readonly #options: Options;
  #histories: HistoryExchange | undefined;
  /** When this tab last received an answer of each source from the leader; epoch milliseconds. */
  readonly #receivedAt = new Map<string, number>();
  #isStarted = false;
  #stateSentAt = 0;
  #heartbeatAt = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  readonly isLeader = (): boolean => this.#options.tabs.isLeader();

  readonly followerEnvironments = (): readonly string[] =>
    this.followers.sources().flatMap(({ environmentIds }) => environmentIds);

  readonly exchangeHistories = (exchange: HistoryExchange | undefined): void => {
    this.#histories = exchange;
  };

  readonly broadcastHistory: TabSharing['broadcastHistory'] = (id, history) => {
    const isNeeded = !this.isLeader() || !this.followers.isEmpty;
    if (isNeeded) this.#options.tabs.broadcast({ kind: 'history', id, history });
  };

  /** Joins the other tabs. Returns a function that leaves them. */
  start(): () => void {
    const { tabs, readings } = this.#options;
    this.#isStarted = true;
    this.#stateSentAt = this.#heartbeatAt = Date.now();
    const leave = tabs.join({ message: (message) => this.#onMessage(message), change: () => this.#onLeaderChange() });
    const timer = setInterval(() => this.#onHeartbeat(), HEARTBEAT_MS);
    const broadcastLeave = () => {
      readings.persist();
      tabs.broadcast({ kind: 'leave', tab: this.tab });
    };
    addEventListener('pagehide', broadcastLeave);
    return () => {
      this.#isStarted = false;
      clearInterval(timer);
      removeEventListener('pagehide', broadcastLeave);
      broadcastLeave();
      leave();
    };
  }

  /** Sends this tab's sources to the leader and requests a replay of all their answers. */
  subscribeToAll(): void {
    this.#subscribe(this.#keys());
  }

  /** Sends this tab's sources and requests a replay of the answers that this tab has never received. */
  subscribeToNew(): void {
    this.#subscribe(this.#keys().filter((key) => !this.#receivedAt.has(key)));
  }

  /** Sends this tab's sources and requests a replay of the answers that were lost. */
  subscribeToLost(): void {
    this.#subscribe(this.#lostKeys());
  }

  /** Broadcasts an answer, if this tab has followers. */
  broadcastAnswer(answer: StatusAnswer): void {
    if (!this.followers.isEmpty) this.#options.tabs.broadcast({ kind: 'answer', ...answer });
  }

  /** Broadcasts the leader's polling state, if it has followers. Followers subscribe every five seconds. */
  broadcastState(): void {
    const { tabs, scheduler } = this.#options;
    this.#stateSentAt = Date.now();
    if (this.followers.isEmpty) return;
    tabs.broadcast({ kind: 'state', isHidden: document.hidden, skew: skewNow(), ...scheduler.state() });
  }

  #keys(): readonly string[] {
    return this.#options.scheduler.ownSources().map(({ key }) => key);
  }

  /** Keys of sources whose last answer did not arrive: a frozen or loading tab receives no message. */
  #lostKeys(): readonly string[] {
    const { scheduler } = this.#options;
    const isLost = (source: PollSource) => scheduler.answeredAtOf(source) > (this.#receivedAt.get(source.key) ?? 0);
    return scheduler
      .ownSources()
      .filter(isLost)
      .map(({ key }) => key);
  }

  #subscribe(lacks: readonly string[]): void {
    const { tabs, scheduler } = this.#options;
    if (tabs.isLeader() || !this.#isStarted) return;
    const sources = scheduler.ownSources();
    tabs.broadcast({ kind: 'subscribe', tab: this.tab, sources, lacks: scheduler.isPaused() ? [] : lacks });
  }

  #onLeaderChange(): void {
    const { tabs, readings, scheduler } = this.#options;
    if (tabs.isLeader()) {
      // The former leader may have persisted answers that this tab has not received.
      readings.restoreNewer();
      tabs.broadcast({ kind: 'discover' });
    } else this.subscribeToAll();
    scheduler.onLeaderChange();
  }

  /** Sends the last answers and histories of sources to a tab that lacks them. */
  #replay(sources: readonly PollSource[]): void {
    const { tabs, readings, scheduler } = this.#options;
    const requestedAtOf = (source: PollSource) => {
      const at = scheduler.requestedAtOf(source);
      return at === undefined ? undefined : toServerTime(at);
    };
    const answers = replayAnswers(sources, readings, requestedAtOf);
    for (const answer of answers) tabs.broadcast({ kind: 'answer', ...answer });
    for (const id of new Set(sources.flatMap(({ environmentIds }) => environmentIds))) {
      const history = this.#histories?.historyOf(id);
      if (history) tabs.broadcast({ kind: 'history', id, history });
    }
  }

  #onHeartbeat(): void {
    const { tabs, scheduler } = this.#options;
    const now = Date.now();
    const hasJumped = Math.abs(now - this.#heartbeatAt - HEARTBEAT_MS) > HEARTBEAT_MS;
    this.#heartbeatAt = now;
    if (hasJumped) scheduler.onClockJump();
    if (tabs.isLeader()) {
      if (Math.abs(now - this.#stateSentAt) >= HEARTBEAT_MS) this.broadcastState();
      return;
    }
    this.subscribeToLost();
    if (Math.abs(now - this.#stateSentAt) > SILENCE_MS[document.hidden ? 'hidden' : 'visible']) {
      this.#stateSentAt = now;
      tabs.takeOver();
    }
  }

  #onMessage(message: TabMessage): void {
    const { tabs, scheduler } = this.#options;
    const isLeader = tabs.isLeader();
    if (message.kind === 'subscribe' && isLeader) {
      this.followers.take(message.tab, message.sources, Date.now());
      const lacks = new Set(message.lacks);
      if (lacks.size > 0) this.#replay(message.sources.filter(({ key }) => lacks.has(key)));
      scheduler.onFollowersChange(true);
    } else if (message.kind === 'leave') {
      this.followers.drop(message.tab);
      scheduler.onFollowersChange(false);
    } else if (message.kind === 'discover') {
      this.#subscribe([]);
    } else if (message.kind === 'refresh' && isLeader) {
      scheduler.onRefresh();
    } else if (message.kind === 'answer' && !isLeader && !scheduler.isPaused()) {
      this.#receivedAt.set(message.source.key, Date.now());
      scheduler.onFollowedAnswer(message);
    } else if (message.kind === 'history') {
      this.#histories?.receive(message.id, message.history);
    } else if (message.kind === 'dismiss') {
      scheduler.onHidden(message.id);
    } else if (message.kind === 'state' && !isLeader) {
      this.#onLeaderState(message);
    }
  }

  #onLeaderState({ kind: _, isHidden, skew, ...state }: LeaderState): void {
    const { tabs, scheduler } = this.#options;
    if (skew) takeSkew(skew);
    this.#stateSentAt = Date.now();
    scheduler.onLeaderState(state);
    // The timers of a hidden tab are slow, so a visible follower polls better.
    if (isHidden && !document.hidden) tabs.takeOver();
  }
}
