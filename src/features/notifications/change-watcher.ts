import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Change, detectChanges, NO_STATES, updateLastStates } from '#domain/view/alerts.ts';

/** Window in which the answers of one poll arrive; their changes are reported together. In milliseconds. */
const BATCH_MS = 2_000;
/** Minimum time between two reports, in milliseconds. */
const GAP_MS = 6_000;

export type ChangeWatcher = {
  /** Compares the environments with the last states, and reports changes a little later. */
  see(environments: readonly BoardEnvironment[]): void;
  /** Reports the pending changes at once. */
  stop(): void;
};

/** Creates a watcher. When an environment changes twice before a report, the report contains its latest change only. */
export function createChangeWatcher(onChanges: (changes: readonly Change[]) => void): ChangeWatcher {
  let lastStates = NO_STATES;
  let pending: ReadonlyMap<string, Change> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;

  const report = () => {
    clearTimeout(timer);
    timer = undefined;
    if (pending.size === 0) return;
    const changes = [...pending.values()];
    pending = new Map();
    lastAt = Date.now();
    onChanges(changes);
  };
  return {
    see(environments) {
      const changes = detectChanges(lastStates, environments);
      lastStates = updateLastStates(lastStates, environments);
      if (changes.length === 0) return;
      pending = new Map([...pending, ...changes.map((change) => [change.environment.id, change] as const)]);
      // Limits the wait, because a clock that was set back would extend it.
      timer ??= setTimeout(report, Math.min(Math.max(BATCH_MS, lastAt + GAP_MS - Date.now()), GAP_MS));
    },
    stop: report,
  };
}
