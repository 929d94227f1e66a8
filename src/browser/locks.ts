type LockOptions = {
  /** Takes the lock away from the tab that holds it. */
  readonly steal?: boolean;
  /** Ends the waiting for a lock that is not granted yet. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the waiting ends. Without it, only a request that steals has a limit. */
  readonly maxWaitMs?: number;
};

/** A browser grants a stolen lock at once. One that has not done so after this many milliseconds grants no locks. */
const MAX_STEAL_MS = 5_000;

/**
 * How a request for a lock ended: `done` after the work, `stolen` when another tab took the lock during the work,
 * `aborted` when the signal or the time limit ended the waiting, and `refused` when the browser has no locks or grants
 * none, not even a stolen one. The work does not start after the waiting has ended.
 */
export type LockOutcome = 'done' | 'stolen' | 'aborted' | 'refused';

/** Returns the lock manager; undefined where the browser lacks it (plain http) or refuses it. */
function lockManager(): LockManager | undefined {
  try {
    return navigator.locks ?? undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether the browser offers locks at all. A lock can still be refused when it is requested. */
export const hasLocks = (): boolean => lockManager() !== undefined;

/** True when the browser refused this tab's last request. */
let wasRefused = false;

/** Returns whether the browser has no locks, or refused the last one that this tab requested. */
export const areLocksRefused = (): boolean => wasRefused || !hasLocks();

/** Runs `work` while this tab holds the lock `name`. Rejects only when `work` rejects. */
export async function requestLock(name: string, options: LockOptions, work: () => Promise<void>): Promise<LockOutcome> {
  const outcome = await outcomeOf(name, options, work);
  wasRefused = outcome === 'refused';
  return outcome;
}

async function outcomeOf(
  name: string,
  { steal, signal, maxWaitMs = steal ? MAX_STEAL_MS : undefined }: LockOptions,
  work: () => Promise<void>,
): Promise<LockOutcome> {
  const run: { isGranted: boolean; isLate: boolean; failure?: { readonly error: unknown } } = {
    isGranted: false,
    isLate: false,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    const end = () => {
      run.isLate = true;
      resolve();
    };
    if (maxWaitMs !== undefined) timer = setTimeout(end, maxWaitMs);
  });
  const hold = async () => {
    if (run.isLate) return;
    clearTimeout(timer);
    run.isGranted = true;
    try {
      await work();
    } catch (error) {
      run.failure = { error };
    }
  };
  try {
    const manager = lockManager();
    if (manager === undefined) return 'refused';
    // A browser refuses a request that names both options.
    const request = steal
      ? manager.request(name, { steal }, hold)
      : manager.request(name, signal ? { signal } : {}, hold);
    await Promise.race([request, late]);
  } catch {
    if (run.isGranted) return 'stolen';
    return signal?.aborted ? 'aborted' : 'refused';
  } finally {
    clearTimeout(timer);
  }
  if (run.isLate && !steal) return 'aborted';
  if (run.failure) throw run.failure.error;
  return run.isGranted ? 'done' : 'refused';
}
