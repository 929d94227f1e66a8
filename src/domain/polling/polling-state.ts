import type { Plan } from './poll-plan.ts';
import type { PollSource } from './poll-source.ts';
import type { SourceHealth } from './source-health.ts';

/** `ended`: the API refuses the token, or every token. `offline`: the browser has no network. */
export type PollingPhase = 'live' | 'paused' | 'hidden' | 'offline' | 'ended';

/** How polling goes, as the page shows it. */
export type PollingState = {
  readonly phase: PollingPhase;
  readonly plan: Plan;
  /** The sources of this tab's board. */
  readonly sources: readonly PollSource[];
  /** Number of sources that are polled for all tabs, and of those that hold an environment in progress. */
  readonly count: number;
  readonly moving: number;
  readonly health: ReadonlyMap<string, SourceHealth>;
  /** Epoch milliseconds of the next request; undefined when none is planned. */
  readonly nextAt: number | undefined;
  /** Requests are in flight, or another tab polls: the answers received so far may not be all. */
  readonly expectsMore: boolean;
  /** With several tokens: the plan of each source's token, by source, and the fingerprints of refused tokens. */
  readonly plans?: ReadonlyMap<string, Plan> | undefined;
  /** The hour's requests are spent: no request is sent until the hour has room. */
  readonly isHourSpent: boolean;
  readonly ended?: readonly string[];
};

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
