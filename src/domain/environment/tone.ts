import { isKnownState, type State } from './state.ts';

/** The seven classes of state, in ascending order of severity. */
export const TONES = ['ok', 'idle', 'queued', 'busy', 'unknown', 'warning', 'failing'] as const;

export type Tone = (typeof TONES)[number];

/** The tone of each state. A table, because rules by suffix such as `_QUEUED` would miss the state QUEUED. */
const TONE_OF_STATE = {
  BUILDING: 'busy',
  BUILD_ERROR: 'failing',
  CANCELED: 'idle',
  CANCELING: 'busy',
  DELETED: 'idle',
  DELETE_ERROR: 'failing',
  DELETE_QUEUED: 'queued',
  DELETING: 'busy',
  DEPLOYED: 'ok',
  DEPLOYING: 'busy',
  DEPLOYMENT_ERROR: 'failing',
  DEPLOYMENT_QUEUED: 'queued',
  EXECUTING: 'busy',
  QUEUED: 'queued',
  READY: 'idle',
  RECAP: 'warning',
  RESTARTED: 'ok',
  RESTARTING: 'busy',
  RESTART_ERROR: 'failing',
  RESTART_QUEUED: 'queued',
  STOPPED: 'idle',
  STOPPING: 'busy',
  STOP_ERROR: 'failing',
  STOP_QUEUED: 'queued',
  UNAVAILABLE: 'warning',
  WAITING_DELETING: 'queued',
  WAITING_RESTARTING: 'queued',
  WAITING_RUNNING: 'queued',
  WAITING_STOPPING: 'queued',
} as const satisfies Record<State, Tone>;

const SEVERITY: Readonly<Record<Tone, number>> = {
  ok: 0,
  idle: 1,
  queued: 2,
  busy: 3,
  unknown: 4,
  warning: 5,
  failing: 6,
};

/** Returns the tone of a state; `unknown` without a reading, and for a state that this version does not know. */
export const toneOf = (state: string | undefined): Tone =>
  state !== undefined && isKnownState(state) ? TONE_OF_STATE[state] : 'unknown';

/** True for tones that may change any second: the source of such an environment is polled every 10 s. */
export const isMoving = (tone: Tone): boolean =>
  tone === 'busy' || tone === 'queued' || tone === 'warning' || tone === 'unknown';

/** True while a deployment runs or waits to run: its duration and date are not final yet. */
export const isInProgress = (tone: Tone): boolean => tone === 'busy' || tone === 'queued';

/** Returns the tone of a group: that of its worst member. An empty group is unknown, never ok. */
export const worstTone = ([first = 'unknown', ...rest]: readonly Tone[]): Tone =>
  rest.reduce((worst, tone) => (SEVERITY[tone] > SEVERITY[worst] ? tone : worst), first);
