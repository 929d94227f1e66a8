import { isSessionEnd } from '#domain/environment/failure.ts';
import type { FeedState } from './feed-state.ts';
import type { Plan } from './poll-plan.ts';
import type { PollSource } from './poll-source.ts';
import type { SourceHealth } from './source-health.ts';

/** `ended`: the API refuses the token, or every token. `offline`: the browser has no network. */
export type PollingPhase = 'live' | 'paused' | 'hidden' | 'offline' | 'ended';

/** The state of polling, as the page shows it. */
export type PollingState = {
  readonly phase: PollingPhase;
  readonly plan: Plan;
  /** The sources of this tab's board. */
  readonly sources: readonly PollSource[];
  /** Number of sources that are polled for all tabs, and of the sources in progress among them. */
  readonly count: number;
  readonly moving: number;
  readonly health: ReadonlyMap<string, SourceHealth>;
  /** Epoch milliseconds of the next request; undefined when none is planned. */
  readonly nextAt: number | undefined;
  /** True while requests are in flight, or while another tab polls: further answers are expected. */
  readonly expectsMore: boolean;
  /** With several tokens: the plan of each source's token, by source key. */
  readonly plans?: ReadonlyMap<string, Plan> | undefined;
  /** True when the hour's requests are spent: no request is sent until older requests expire. */
  readonly isHourSpent: boolean;
  /** Absent where no change feed is requested. */
  readonly feed?: FeedState | undefined;
  /** With several tokens: the fingerprints of the refused ones. */
  readonly ended?: readonly string[];
};

/** True when polling ended because the server ended the user's session. */
export const isSignedOut = ({ phase, health }: PollingState): boolean =>
  phase === 'ended' && [...health.values()].some(({ failure }) => isSessionEnd(failure));

/** Returns the state before polling starts: no source, and the interval that the user chose, in milliseconds. */
export const initialPollingState = (intervalMs: number): PollingState => ({
  phase: 'live',
  plan: { movingMs: intervalMs, calmMs: intervalMs, slowedDown: false },
  sources: [],
  count: 0,
  moving: 0,
  health: new Map(),
  nextAt: undefined,
  expectsMore: true,
  isHourSpent: false,
});
