import type { State } from '#domain/environment/state.ts';

/** The states in which the configured version is the deployed one: no deployment runs, failed or was cancelled. */
const SETTLED: ReadonlySet<string> = new Set<State>([
  'DEPLOYED',
  'RESTARTED',
  'RESTARTING',
  'RESTART_ERROR',
  'RESTART_QUEUED',
  'STOPPED',
  'STOPPING',
  'STOP_ERROR',
  'STOP_QUEUED',
  'UNAVAILABLE',
  'WAITING_RESTARTING',
  'WAITING_STOPPING',
]);

/** True when the last deployment succeeded. A restart and a stop deploy nothing. False without a state. */
export const isSettledState = (state: string | undefined): boolean => state !== undefined && SETTLED.has(state);
