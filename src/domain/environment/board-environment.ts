import type { Via } from './answer-age.ts';
import type { Deployment } from './deployment.ts';
import type { EnvironmentInfo } from './directory.ts';
import type { Failure } from './failure.ts';
import type { EnvironmentStatus } from './status.ts';
import { type Tone, toneOf } from './tone.ts';

/** `kept`: from before this page was opened, not confirmed yet. `late`: an answer is overdue, without a failure. */
export type Freshness = 'fresh' | 'late' | 'unreachable' | 'kept';

/** All that a card shows of one pinned environment. The tone comes from the last reading alone. */
export type BoardEnvironment = {
  readonly id: string;
  readonly label?: string | undefined;
  readonly info?: EnvironmentInfo | undefined;
  readonly status?: EnvironmentStatus | undefined;
  readonly tone: Tone;
  readonly freshness: Freshness;
  /** Why the last try brought nothing, if it did not. */
  readonly failure?: Failure | undefined;
  /** Epoch milliseconds of the first try, of those since the last answer, that brought nothing. */
  readonly failingSince?: number | undefined;
  /** Epoch milliseconds since which it is known to be in its state. */
  readonly since?: number | undefined;
  /** True when this browser saw it enter its state; false when `since` is the last deployment or the first look. */
  readonly isSinceSeen?: boolean | undefined;
  /** Runs for more than twice the usual time. */
  readonly isStuck?: boolean | undefined;
  readonly isSnoozed?: boolean | undefined;
  /** The last deployments, oldest first, as far as they were fetched. */
  readonly history?: readonly Deployment[] | undefined;
  /** The pinned project that brings it, when it is not pinned itself. */
  readonly pinnedBy?: string | undefined;
};

/** Overdue by this much, in milliseconds, and a reading is late: one round trip and a timer's slack. */
const GRACE_MS = 25_000;

/** How far a reading can be trusted. A reading that never came is late, or unreachable when asking failed. */
export function freshnessOf({
  observedAt,
  via,
  isPersisted,
  failing,
  intervalMs,
  now,
}: {
  readonly observedAt: number | undefined;
  readonly via?: Via | undefined;
  readonly isPersisted: boolean;
  readonly failing: boolean;
  readonly intervalMs: number;
  readonly now: number;
}): Freshness {
  if (failing) return 'unreachable';
  if (isPersisted) return 'kept';
  // A reading of unknown age may be of any age.
  if (observedAt === undefined || via === 'undated') return 'late';
  // One from the future is as little to be trusted: the clock was set back, and how old it is nobody knows.
  return Math.abs(now - observedAt) > 2 * intervalMs + GRACE_MS ? 'late' : 'fresh';
}

/** The name to show: the reader's label, else Qovery's name, else the start of the id. */
export const nameOf = ({ id, label, info }: Pick<BoardEnvironment, 'id' | 'label' | 'info'>): string =>
  label ?? info?.name ?? `${id.slice(0, 8)}…`;

export const toneOfStatus = (status: EnvironmentStatus | undefined): Tone => toneOf(status?.state);
