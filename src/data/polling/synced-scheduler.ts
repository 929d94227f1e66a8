import type { SharedState } from '#data/tabs/tab-messages.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { PollingPhase } from '#domain/polling/polling-state.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';
import type { PollingParts } from './polling-parts.ts';

/** The part of the poll scheduler that `TabSync` uses: it reads this tab's state, and calls `on…` for each message. */
export type SyncedScheduler = {
  /** The sources of this tab's board. */
  readonly ownSources: () => readonly PollSource[];
  readonly isPaused: () => boolean;
  /** Epoch milliseconds of a source's last answer (0 before the first), and of the request for it. */
  readonly answeredAtOf: (source: PollSource) => number;
  readonly requestedAtOf: (source: PollSource) => number | undefined;
  readonly state: () => SharedState;
  /** The sources of other tabs have changed; `isUrgent` when a tab waits for them. */
  readonly onFollowersChange: (isUrgent: boolean) => void;
  readonly onFollowedAnswer: (answer: StatusAnswer) => void;
  readonly onLeaderState: (state: SharedState) => void;
  readonly onLeaderChange: () => void;
  readonly onRefresh: () => void;
  readonly onHidden: (environmentId: string) => void;
  /** Plans again: the clock was set, or the machine slept. */
  readonly onClockJump: () => void;
};

type SchedulerActions = {
  readonly isPaused: () => boolean;
  readonly isLeader: () => boolean;
  /** Returns the phase without an outage. */
  readonly chosenPhase: () => PollingPhase;
  readonly collectSources: () => void;
  readonly schedule: () => void;
  readonly refresh: () => void;
};

/** Connects the messages of other tabs with the parts of a poll scheduler, and applies the leader's answers and state. */
export function createSyncedScheduler(parts: PollingParts, actions: SchedulerActions): SyncedScheduler {
  const { readings, queue, sources, planner, lists, outages, publisher } = parts;
  const { isPaused, isLeader, chosenPhase, collectSources, schedule, refresh } = actions;
  return {
    ownSources: () => sources.own,
    isPaused,
    answeredAtOf: ({ key }) => queue.healthOf(key).observedAt ?? 0,
    requestedAtOf: (source) => lists.requestedAtOf(source),
    state: () => publisher.sharedState(),
    onFollowersChange(isUrgent) {
      collectSources();
      if (isUrgent) schedule();
    },
    onFollowedAnswer(answer) {
      outages.noteAnswer();
      readings.apply(answer);
      lists.noteAnswer(answer);
      publisher.publish({});
    },
    onLeaderState({ isOver, plan, otherPlans, feed, count, moving, nextAt, ...queueState }) {
      planner.otherPlans = otherPlans;
      planner.feed = feed;
      outages.setRefusedElsewhere(isOver);
      queue.importState(queueState);
      collectSources();
      outages.update(sources.all, isLeader(), Date.now());
      publisher.publish({ phase: outages.current?.kind ?? chosenPhase(), plan, count, moving, nextAt });
    },
    onLeaderChange() {
      collectSources();
      schedule();
    },
    onRefresh: refresh,
    onHidden(environmentId) {
      readings.hideMissing(environmentId);
      publisher.publish({});
    },
    onClockJump: schedule,
  };
}
