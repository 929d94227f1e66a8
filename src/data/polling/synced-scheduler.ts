import type { TabMessage } from '#data/tabs/tab-messages.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { StatusAnswer } from '#domain/polling/status-answer.ts';

/** The leader's message about its polling. Followers take a missing message for a frozen leader. */
export type LeaderState = Extract<TabMessage, { kind: 'state' }>;

/** The part of the leader's state that the poll scheduler provides. */
export type SharedState = Omit<LeaderState, 'kind' | 'isHidden' | 'skew'>;

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
