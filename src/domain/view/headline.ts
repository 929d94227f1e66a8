import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Tone, worstTone } from '#domain/environment/tone.ts';

/** What the small icon of the page shows. */
export type FaviconState = {
  readonly look: Tone | 'unreachable';
  /** How many are so; 0 where there is nothing to count. */
  readonly count: number;
  /** False when none of those counted was reached by the last try: then it is what they were, not what they are. */
  readonly isLoaded: boolean;
};

/** The board in one line. Snoozed environments do not count. */
export type Headline = {
  readonly failing: number;
  readonly warning: number;
  readonly notReached: number;
  /** Undefined when there is nothing to speak of: no environment, or all of them snoozed. */
  readonly mark: FaviconState | undefined;
};

const isReached = ({ freshness }: BoardEnvironment): boolean => freshness !== 'unreachable';

export function headlineOf(environments: readonly BoardEnvironment[]): Headline {
  const counted = environments.filter(({ isSnoozed }) => isSnoozed !== true);
  const failing = counted.filter(({ tone }) => tone === 'failing');
  const warning = counted.filter(({ tone }) => tone === 'warning');
  const notReached = counted.filter((one) => !isReached(one));
  return {
    failing: failing.length,
    warning: warning.length,
    notReached: notReached.length,
    mark: markOf({ counted, failing, warning, notReached }),
  };
}

function markOf({
  counted,
  failing,
  warning,
  notReached,
}: Readonly<Record<'counted' | 'failing' | 'warning' | 'notReached', readonly BoardEnvironment[]>>):
  | FaviconState
  | undefined {
  if (failing.length > 0) return { look: 'failing', count: failing.length, isLoaded: failing.some(isReached) };
  if (warning.length > 0) return { look: 'warning', count: warning.length, isLoaded: warning.some(isReached) };
  if (notReached.length > 0) return { look: 'unreachable', count: notReached.length, isLoaded: false };
  if (counted.length === 0) return undefined;
  return { look: worstTone(counted.map(({ tone }) => tone)), count: 0, isLoaded: true };
}
