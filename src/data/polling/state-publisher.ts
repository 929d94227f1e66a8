import { readSettings } from '#data/preferences/settings-store.ts';
import type { SharedState } from '#data/tabs/tab-messages.ts';
import { createEmitter } from '#domain/emitter.ts';
import { initialPollingState, type PollingState } from '#domain/polling/polling-state.ts';
import type { PollPlanner } from './poll-planner.ts';
import type { PolledSources } from './polled-sources.ts';
import type { RequestQueue } from './request-queue.ts';

type Options = {
  readonly sources: PolledSources;
  readonly queue: RequestQueue;
  readonly planner: PollPlanner;
  readonly isLeader: () => boolean;
};

const HOUR_MS = 3_600_000;

/** Publishes the polling state: as a snapshot for React, and as the part that the leader broadcasts. */
export class StatePublisher {
  readonly #options: Options;
  readonly #emitter = createEmitter();
  #snapshot: PollingState = initialPollingState(readSettings().intervalMs);

  constructor(options: Options) {
    this.#options = options;
  }

  readonly subscribe = this.#emitter.subscribe;

  readonly getSnapshot = (): PollingState => this.#snapshot;

  /** Returns the requests an hour of the present plan. A follower derives them from the plan that the leader broadcasts. */
  readonly plannedPerHour = (): number => {
    const { planner, isLeader } = this.#options;
    if (planner.plannedPerHour !== undefined && isLeader()) return planner.plannedPerHour;
    const { plan, count, moving } = this.#snapshot;
    return (moving / plan.movingMs + (count - moving) / plan.calmMs) * HOUR_MS;
  };

  /** Makes a new snapshot from the present sources, plans and health and from `part`, and notifies the listeners. */
  publish(part: Partial<PollingState>): void {
    const { sources, planner } = this.#options;
    const { shown } = sources;
    this.#publish({
      ...part,
      sources: shown,
      plans: planner.plansOf(shown),
      feed: planner.feed,
      isHourSpent: planner.isHourSpent(shown),
    });
  }

  /**
   * Notifies the listeners of an answer while others are still queued. Its source alone has changed: the plans, and the
   * requests left in the hour, follow with the plan after the last answer.
   */
  publishAnswer(): void {
    this.#publish({});
  }

  #publish(part: Partial<PollingState>): void {
    const { queue, isLeader } = this.#options;
    const expectsMore = queue.hasInFlight || !isLeader();
    this.#snapshot = { ...this.#snapshot, ...part, health: queue.health, expectsMore };
    this.#emitter.notify();
  }

  /** Returns the state that the leader broadcasts. */
  sharedState(): SharedState {
    const { queue, planner } = this.#options;
    const { phase, plan, count, moving, nextAt } = this.#snapshot;
    const { otherPlans, feed } = planner;
    return { isOver: phase === 'ended', plan, otherPlans, feed, count, moving, nextAt, ...queue.exportState() };
  }
}
