import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Tone, worstTone } from '#domain/environment/tone.ts';

/** The state that the page's favicon shows. */
export type FaviconState = {
  readonly look: Tone | 'unreachable';
  /** Number of environments in that state; 0 when the favicon shows no number. */
  readonly count: number;
  /** False when the last request failed for all counted environments: their state may have changed since. */
  readonly isLoaded: boolean;
};

/** The summary of a board for the page's title and favicon. Snoozed environments do not count. */
export type Headline = {
  readonly failing: number;
  readonly warning: number;
  readonly notReached: number;
  /** Environments without a reading that were requested and refused. */
  readonly refused: number;
  /** Undefined when the board is empty or all its environments are snoozed. */
  readonly mark: FaviconState | undefined;
};

const isReached = ({ freshness }: BoardEnvironment): boolean => freshness !== 'unreachable';

/** Returns the headline of a board: failing counts before warning, and warning before unreachable. */
export function headlineOf(environments: readonly BoardEnvironment[]): Headline {
  const counted = environments.filter(({ isSnoozed }) => isSnoozed !== true);
  const failing = counted.filter(({ tone }) => tone === 'failing');
  const warning = counted.filter(({ tone }) => tone === 'warning');
  const notReached = counted.filter((environment) => !isReached(environment));
  return {
    failing: failing.length,
    warning: warning.length,
    notReached: notReached.length,
    refused: counted.filter((environment) => isReached(environment) && environment.failure && !environment.status)
      .length,
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
