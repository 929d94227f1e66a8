import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { isInProgress, type Tone } from '#domain/environment/tone.ts';
import { groupBy } from '#domain/group-by.ts';

/**
 * The changes that cause a notification, in the order of announcement: a change to failing, a change to a warning, a
 * deployment that exceeds twice its usual duration, and a return to ok after a failure or a warning.
 */
export const CHANGE_KINDS = ['failing', 'warning', 'stuck', 'recovered'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type Change = {
  readonly kind: ChangeKind;
  readonly environment: BoardEnvironment;
  /** Epoch milliseconds since which the previous state was known. Undefined when the state did not change. */
  readonly beforeSince?: number | undefined;
};

type LastState = {
  readonly state: string;
  readonly since: number | undefined;
  /** The tone before the running deployment, if any: an environment that recovers is in progress in between. */
  readonly settled: Tone;
  /** Undefined while the usual duration is unknown. */
  readonly isStuck: boolean | undefined;
};

/** The last state of each environment, by id, from fresh answers only: persisted readings and failures do not count. */
export type LastStates = ReadonlyMap<string, LastState>;

export const NO_STATES: LastStates = new Map();

/** Returns the last states after an update. An unreachable environment keeps its state; a removed one is dropped. */
export function updateLastStates(before: LastStates, environments: readonly BoardEnvironment[]): LastStates {
  const after = new Map<string, LastState>();
  for (const { id, status, tone, since, freshness, history, isStuck } of environments) {
    const previous = before.get(id);
    if (freshness !== 'fresh' || status === undefined) {
      if (previous) after.set(id, previous);
    } else {
      after.set(id, {
        state: status.state,
        since,
        settled: isInProgress(tone) ? (previous?.settled ?? tone) : tone,
        isStuck: history === undefined ? undefined : isStuck === true,
      });
    }
  }
  return after;
}

/**
 * Returns the changes since the last states.
 *
 * The first answer of an environment is not a change, so a load, a reload or a new pin causes no notification. Neither
 * does the end of a failure when the state is the same. Snoozed environments cause none.
 */
export function detectChanges(before: LastStates, environments: readonly BoardEnvironment[]): readonly Change[] {
  return environments.flatMap((environment) => {
    const { id, status, freshness, isSnoozed } = environment;
    const previous = before.get(id);
    if (previous === undefined || status === undefined || freshness !== 'fresh' || isSnoozed) return [];
    const kind = kindOf(previous, environment, status.state);
    const beforeSince = kind === 'stuck' ? undefined : previous.since;
    return kind ? [{ kind, environment, beforeSince }] : [];
  });
}

function kindOf(previous: LastState, { tone, isStuck }: BoardEnvironment, state: string): ChangeKind | undefined {
  if (isStuck === true && previous.isStuck === false) return 'stuck';
  if (state === previous.state) return undefined;
  if (tone === 'failing' || tone === 'warning') return tone;
  return tone === 'ok' && (previous.settled === 'failing' || previous.settled === 'warning') ? 'recovered' : undefined;
}

/** Changes of one kind that cause one notification. */
export type Announcement = { readonly kind: ChangeKind; readonly members: readonly BoardEnvironment[] };

/** More simultaneous changes than this are announced by kind, instead of separately. */
const MAX_SINGLE_ALERTS = 3;

/** Returns the announcements of simultaneous changes, most severe first. */
export function groupChanges(changes: readonly Change[]): readonly Announcement[] {
  const inOrder = changes.toSorted((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
  if (inOrder.length <= MAX_SINGLE_ALERTS)
    return inOrder.map(({ kind, environment }) => ({ kind, members: [environment] }));
  return [...groupBy(inOrder, ({ kind }) => kind)].map(([kind, members]) => ({
    kind,
    members: members.map(({ environment }) => environment),
  }));
}

/** A change for which a tab has shown a notification, as the tabs exchange it. */
export type NotifiedChange = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly state: string;
  readonly deploymentId: string | undefined;
  /** Epoch milliseconds of the first answer with the new state. */
  readonly at: number;
  /** As in `Change`: this tab observed another state from then until `at`. */
  readonly beforeSince?: number | undefined;
};

/** Returns the form of a change that tabs compare and persist. `now` is the server's time, in epoch milliseconds. */
export const notifiedChangeOf = (
  { kind, environment: { id, status, since }, beforeSince }: Change,
  now: number,
): NotifiedChange => ({
  id,
  kind,
  state: status?.state ?? '',
  deploymentId: status?.lastDeploymentId,
  at: since ?? now,
  beforeSince,
});

/**
 * Milliseconds within which two tabs may report the same change. Usually they differ by seconds, and by up to a minute
 * when the browser slows down the timers of a hidden tab.
 */
const NOTIFIED_MS = 120_000;

const isSameChange = (a: NotifiedChange, b: NotifiedChange): boolean =>
  a.kind === b.kind && a.state === b.state && a.deploymentId === b.deploymentId;

/**
 * True when a tab has already shown a notification of this change.
 *
 * The change is new when the environment was in another state since the earlier notification: this tab observed that
 * state, or a tab showed a notification of it. An environment that fails, is stopped and fails again within two minutes
 * therefore causes two notifications, although no tab announces the stop.
 */
export function isNotified(change: NotifiedChange, notified: readonly NotifiedChange[]): boolean {
  const ofEnvironment = notified.filter(({ id }) => id === change.id);
  return ofEnvironment.some((earlier) => {
    if (!isSameChange(earlier, change) || Math.abs(earlier.at - change.at) >= NOTIFIED_MS) return false;
    if (change.beforeSince !== undefined && earlier.at < change.beforeSince) return false;
    const [from, to] = [Math.min(earlier.at, change.at), Math.max(earlier.at, change.at)];
    return !ofEnvironment.some((other) => !isSameChange(other, change) && other.at > from && other.at < to);
  });
}
