import { subscribeToPageActivity } from '#browser/page-activity.ts';
import { readSettings, subscribeToSettings } from '#data/preferences/settings-store.ts';
import type { Poller } from '#data/session.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { PollingPhase, PollingState } from '#domain/polling/polling-state.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import { createPollingParts, type PollingParts, type PollSchedulerOptions } from './polling-parts.ts';
import { createSyncedScheduler } from './synced-scheduler.ts';
import { TabSync } from './tab-sync.ts';

/** Longest time between two plans, in milliseconds: the budget grows as the hour slides. */
const MAX_SLEEP_MS = 60_000;

/**
 * Polls the sources of this browser's boards within the budget, with one request in flight for each source. The leader
 * polls for all tabs; in a follower this class only applies what the leader broadcasts.
 */
export class PollScheduler implements Poller {
  readonly tabs: TabSync;
  readonly #coordinator: PollSchedulerOptions['tabs'];
  readonly #parts: PollingParts;
  #isPaused = false;
  #isWall = false;
  #isStarted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PollSchedulerOptions) {
    this.#coordinator = options.tabs;
    const schedule = () => this.#schedule();
    this.#parts = createPollingParts(options, {
      onAnswer: (answer) => this.#onAnswer(answer),
      onFailed: schedule,
      onFeedChange: schedule,
      followerSources: () => this.tabs.followers.sources(),
    });
    const scheduler = createSyncedScheduler(this.#parts, {
      isPaused: () => this.#isPaused,
      isLeader: options.tabs.isLeader,
      chosenPhase: () => this.#chosenPhase(),
      collectSources: () => this.#collectSources(),
      schedule,
      refresh: this.refresh,
    });
    this.tabs = new TabSync({ tabs: options.tabs, readings: options.readings, scheduler });
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#parts.publisher.subscribe(listener);

  readonly getSnapshot = (): PollingState => this.#parts.publisher.getSnapshot();

  readonly plannedPerHour = (): number => this.#parts.publisher.plannedPerHour();

  readonly start = (): (() => void) => {
    const onActivity = () => {
      if (document.hidden) this.#parts.readings.persist();
      this.#schedule();
    };
    this.#isStarted = true;
    const ends = [this.tabs.start(), subscribeToSettings(onActivity), subscribeToPageActivity(onActivity)];
    this.#schedule();
    this.tabs.subscribeToAll();
    return () => {
      this.#isStarted = false;
      clearTimeout(this.#timer);
      this.#parts.feeds.stop();
      this.#parts.queue.replaceQueue([]);
      for (const end of ends) end();
    };
  };

  readonly setSources = (sources: readonly PollSource[]): void => {
    this.#parts.sources.setOwn(sources);
    this.#collectSources();
    this.#schedule();
    this.tabs.subscribeToNew();
  };

  readonly setPaused = (isPaused: boolean): void => {
    this.#isPaused = isPaused;
    this.#schedule();
    // A paused tab ignores answers, so it requests a replay of all.
    if (!isPaused) this.tabs.subscribeToAll();
  };

  readonly setWall = (isWall: boolean): void => {
    this.#isWall = isWall;
    this.#schedule();
  };

  readonly refresh = (): void => {
    this.#isPaused = false;
    this.tabs.subscribeToLost();
    if (!this.tabs.isLeader()) this.#coordinator.broadcast({ kind: 'refresh' });
    this.#parts.queue.resetFailures();
    this.#parts.outages.tryNow();
    this.#schedule();
  };

  readonly isListedSinceShown = (projectId: string, environmentId: string): boolean =>
    this.#parts.lists.isListedSinceShown(projectId, environmentId);

  readonly hideMissing = (environmentId: string): void => {
    this.#parts.readings.hideMissing(environmentId);
    this.#coordinator.broadcast({ kind: 'dismiss', id: environmentId });
    this.#parts.publisher.publish({});
  };

  #collectSources(): void {
    const { readings, sources, lists } = this.#parts;
    sources.collect();
    const { all, environmentIds } = sources;
    readings.setShownIds(this.tabs.tab, environmentIds);
    lists.setShown(all, environmentIds);
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
    const { queue, sources, planner, feeds, outages, publisher } = this.#parts;
    const now = Date.now();
    if (this.tabs.followers.expire(now)) this.#collectSources();
    outages.update(sources.all, this.tabs.isLeader(), now);
    const outage = outages.current;
    const chosen = this.#chosenPhase();
    const phase: PollingPhase = outage?.kind ?? chosen;
    queue.replaceQueue([]);
    // A paused tab with a refused token leads only where no other tab could try the token.
    this.#coordinator.setCandidate(chosen === 'live' || (phase === 'ended' && this.tabs.followers.isEmpty));
    if (!this.tabs.isLeader()) {
      feeds.standBy();
      publisher.publish({ phase });
      return;
    }
    queue.retainOnly(sources.all);
    const feed = feeds.current();
    const { plans, part } = planner.plan(feed);
    let nextAt = Number.POSITIVE_INFINITY;
    if (outage && chosen === 'live') nextAt = outages.tryOneSource(sources.all, outage, now);
    else if (phase === 'live' && !queue.isRefused(sources.all)) nextAt = planner.queueDue(plans, feed, now);
    // A source that waits for a free slot is requested when an answer arrives.
    if (nextAt < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#schedule(), Math.min(Math.max(nextAt - now, 0), MAX_SLEEP_MS));
    publisher.publish({ phase, ...part, nextAt: Number.isFinite(nextAt) ? nextAt : undefined });
    this.tabs.broadcastState();
  }

  #onAnswer(answer: StatusAnswer): void {
    const { readings, queue, sources, feeds, lists, outages, publisher } = this.#parts;
    const { source } = answer;
    outages.noteAnswer();
    readings.apply(answer);
    readings.persistLater();
    feeds.current()?.noteAnswer(answer);
    lists.noteAnswer(answer);
    lists.repeatIfOutdated(source);
    this.tabs.broadcastAnswer(answer);
    // Answers of this project are incomplete: from now on its environments are requested one by one.
    if (queue.partial.has(source.id)) this.#collectSources();
    sources.noteAnswer(source);
    // A plan after every answer would be quadratic in the number of sources, so queued requests are sent first.
    if (queue.isQueueEmpty) {
      this.#schedule();
      return;
    }
    queue.sendNext();
    publisher.publishAnswer();
  }
}
