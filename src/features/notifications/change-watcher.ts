import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Change, detectChanges, NO_STATES, updateLastStates } from '#domain/view/alerts.ts';

/** The answers of one poll come within this time, and are told of together. */
const BATCH_MS = 2_000;
/** Nothing is said oftener than this. */
const GAP_MS = 6_000;

export type ChangeWatcher = {
  /** Compares with what was heard before, and tells of what changed a little later. */
  see(environments: readonly BoardEnvironment[]): void;
  /** Tells at once of what still waits. */
  stop(): void;
};

/** Of an environment that changes again while its change waits, only the last one is told. */
export function createChangeWatcher(onChanges: (changes: readonly Change[]) => void): ChangeWatcher {
  let heard = NO_STATES;
  let pending: ReadonlyMap<string, Change> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;

  const tell = () => {
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
      const changes = detectChanges(heard, environments);
      heard = updateLastStates(heard, environments);
      if (changes.length === 0) return;
      pending = new Map([...pending, ...changes.map((change) => [change.environment.id, change] as const)]);
      // A clock that was set back must not make it wait longer than that.
      timer ??= setTimeout(tell, Math.min(Math.max(BATCH_MS, lastAt + GAP_MS - Date.now()), GAP_MS));
    },
    stop: tell,
  };
}
