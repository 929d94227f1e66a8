import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { isInProgress, type Tone } from '#domain/environment/tone.ts';
import { groupBy } from '#domain/group-by.ts';

/**
 * The changes that are worth a word: into failing, into a warning, past twice the usual duration, and deployed again
 * after trouble. In the order in which they are said.
 */
export const CHANGE_KINDS = ['failing', 'warning', 'stuck', 'recovered'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type Change = {
  readonly kind: ChangeKind;
  readonly environment: BoardEnvironment;
  /** Epoch milliseconds since which the state before was known. Undefined where the state itself did not change. */
  readonly beforeSince?: number | undefined;
};

type LastState = {
  readonly state: string;
  readonly since: number | undefined;
  /** The tone before the deployment that runs now, if one runs: a recovery passes through "in progress". */
  readonly settled: Tone;
  /** Undefined while its usual duration was not known: then nobody could tell. */
  readonly isStuck: boolean | undefined;
};

/** What each environment last said of itself, by id. Only answers count: never kept readings, nor our own silence. */
export type LastStates = ReadonlyMap<string, LastState>;

export const NO_STATES: LastStates = new Map();

/** What is known after `environment`. An environment that is not answering keeps what it said; one that left is forgotten. */
export function updateLastStates(before: LastStates, environments: readonly BoardEnvironment[]): LastStates {
  const after = new Map<string, LastState>();
  for (const { id, status, tone, since, freshness, history, isStuck } of environments) {
    const old = before.get(id);
    if (freshness !== 'fresh' || status === undefined) {
      if (old) after.set(id, old);
    } else {
      after.set(id, {
        state: status.state,
        since,
        settled: isInProgress(tone) ? (old?.settled ?? tone) : tone,
        isStuck: history === undefined ? undefined : isStuck === true,
      });
    }
  }
  return after;
}

/**
 * What changed since it was last heard. Nothing on the first answer, so nothing on load, on reload or for a new pin; and
 * nothing when our own connection comes back to the same state. Snoozed environments are silent.
 */
export function detectChanges(before: LastStates, environments: readonly BoardEnvironment[]): readonly Change[] {
  return environments.flatMap((one) => {
    const old = before.get(one.id);
    if (old === undefined || one.status === undefined || one.freshness !== 'fresh' || one.isSnoozed) return [];
    const kind = kindOf(old, one, one.status.state);
    const beforeSince = kind === 'stuck' ? undefined : old.since;
    return kind ? [{ kind, environment: one, beforeSince }] : [];
  });
}

function kindOf(old: LastState, { tone, isStuck }: BoardEnvironment, state: string): ChangeKind | undefined {
  if (isStuck === true && old.isStuck === false) return 'stuck';
  if (state === old.state) return undefined;
  if (tone === 'failing' || tone === 'warning') return tone;
  return tone === 'ok' && (old.settled === 'failing' || old.settled === 'warning') ? 'recovered' : undefined;
}

/** Changes of one kind that are said in one breath. */
export type Announcement = { readonly kind: ChangeKind; readonly members: readonly BoardEnvironment[] };

/** More than this at once, and they are said by kind instead of one by one. */
const MAX_SINGLE_ALERTS = 3;

export function groupChanges(changes: readonly Change[]): readonly Announcement[] {
  const inOrder = changes.toSorted((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
  if (inOrder.length <= MAX_SINGLE_ALERTS)
    return inOrder.map(({ kind, environment }) => ({ kind, members: [environment] }));
  return [...groupBy(inOrder, ({ kind }) => kind)].map(([kind, members]) => ({
    kind,
    members: members.map(({ environment }) => environment),
  }));
}

/** A change as tabs tell each other that they have told the user of it. */
export type NotifiedChange = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly state: string;
  readonly deploymentId: string | undefined;
  /** Epoch milliseconds at which the new state was first heard. */
  readonly at: number;
  /** As in `Change`: this tab observed another state from then until `at`. */
  readonly beforeSince?: number | undefined;
};

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
 * Tabs hear of one change within seconds of each other, or within a minute where a hidden tab's timers are slowed down.
 * In milliseconds.
 */
const NOTIFIED_MS = 120_000;

const isSameChange = (a: NotifiedChange, b: NotifiedChange): boolean =>
  a.kind === b.kind && a.state === b.state && a.deploymentId === b.deploymentId;

/**
 * True when a tab has told this very change. It is a new change when the environment was in another state since the told
 * one: this tab observed that state after it, or a tab told of that state. An environment that fails, is stopped and fails
 * within two minutes fails twice, even if no tab tells of the stop.
 */
export function isNotified(change: NotifiedChange, told: readonly NotifiedChange[]): boolean {
  const own = told.filter(({ id }) => id === change.id);
  return own.some((one) => {
    if (!isSameChange(one, change) || Math.abs(one.at - change.at) >= NOTIFIED_MS) return false;
    if (change.beforeSince !== undefined && one.at < change.beforeSince) return false;
    const [from, to] = [Math.min(one.at, change.at), Math.max(one.at, change.at)];
    return !own.some((other) => !isSameChange(other, change) && other.at > from && other.at < to);
  });
}
