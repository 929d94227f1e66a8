import { serverNow } from '#browser/server-now.ts';
import type { Session } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Directory } from '#domain/environment/directory.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { Observation } from '#domain/environment/observation.ts';
import type { Pinned } from '#domain/polling/poll-source.ts';
import { constantUntil, deriveEnvironment } from '#domain/view/derive-environment.ts';
import type { Snoozes } from '#domain/view/snooze.ts';
import { createSourceReader, type SourceReading } from './source-readings.ts';

/** A shared object, so that a missing environment stays equal between two builds. */
const MISSING: Failure = { kind: 'missing' };

type Board = {
  readonly pinned: readonly Pinned[];
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly directory: Directory;
  readonly snoozes: Snoozes;
};

type Sources = Pick<Session, 'poller' | 'readings' | 'histories'>;

/**
 * The inputs from which the last build derived each environment, beside the values that the environment itself holds. Three
 * arrays in the order of the board, because an object for each of thousands of environments would take more memory than its
 * card.
 */
type Basis = {
  readonly observations: (Observation | undefined)[];
  readonly sources: (SourceReading | undefined)[];
  /** Server time in epoch milliseconds; see `constantUntil`. */
  readonly until: number[];
};

const emptyBasis = (): Basis => ({ observations: [], sources: [], until: [] });

/**
 * Returns `build`, which builds a board's environments from the current readings, health and histories. An answer derives
 * the environments of its project anew, and every other one stays as it is. `build` returns the array of the build before,
 * or its members, where no value that a card shows has changed, so that React skips them. `changesAt` returns the server's
 * time, in epoch milliseconds, until which the clock alone changes nothing in the last build.
 */
export function createEnvironmentBuilder() {
  let environments: readonly BoardEnvironment[] = [];
  let basis = emptyBasis();
  let builtFrom: readonly Pinned[] = [];
  let builtAt = Number.POSITIVE_INFINITY;
  const readSources = createSourceReader();

  const build = ({ pinned, labels, directory, snoozes }: Board, session: Sources): readonly BoardEnvironment[] => {
    const { poller, readings, histories } = session;
    const statuses = readings.statuses();
    const sourceOf = readSources(poller.getSnapshot(), readings.members());
    const now = serverNow();
    const localNow = Date.now();
    // A clock that was set back may return an environment to what it was.
    if (pinned !== builtFrom || now < builtAt) basis = emptyBasis();
    const { observations, sources, until } = basis;
    const after = pinned.map(({ id, pinnedBy }, index): BoardEnvironment => {
      const observation = readings.observationOf(id);
      const source = sourceOf(id);
      const status = statuses[id];
      const info = directory.get(id);
      const label = labels.get(id);
      const history = histories.historyOf(id, status);
      const snooze = snoozes[id];
      const previous = environments[index];
      const isSame =
        now < (until[index] ?? now) &&
        snooze === undefined &&
        observation === observations[index] &&
        source === sources[index] &&
        previous?.status === status &&
        previous?.history === history &&
        previous?.info === info &&
        previous?.label === label;
      if (isSame && previous) return previous;
      const failure = environmentFailure(source, id, session);
      const inputs = { id, pinnedBy, label, info, status, observation, history, failure, snooze, source };
      observations[index] = observation;
      sources[index] = source;
      until[index] = constantUntil(inputs, now);
      return deriveEnvironment(inputs, { now, localNow });
    });
    builtFrom = pinned;
    builtAt = now;
    environments = reuseUnchanged(environments, after);
    return environments;
  };
  return { build, changesAt: () => Math.min(...basis.until) };
}

/** Returns the failure of one environment; `missing` if its project answered without it. */
function environmentFailure(
  { source, failure, observedAt, members }: SourceReading,
  id: string,
  { poller }: Pick<Sources, 'poller'>,
): Failure | undefined {
  if (failure) return failure.kind === 'budgetSpent' ? undefined : failure;
  // A follower may receive a project's health before its members: until then no environment is missing.
  if (source === undefined || observedAt === undefined || members === undefined || members[id] === null)
    return undefined;
  // A list that was requested before the environment was pinned may be older than the environment.
  const wasListed = members[id] !== undefined;
  return wasListed || poller.isListedSinceShown(source.id, id) ? MISSING : undefined;
}

function isSame(a: BoardEnvironment, b: BoardEnvironment): boolean {
  let part: keyof BoardEnvironment;
  // Both have the same keys, so `for in` needs no array of keys for each of thousands of environments.
  for (part in b) if (!Object.is(a[part], b[part])) return false;
  return true;
}

function reuseUnchanged(
  before: readonly BoardEnvironment[],
  after: readonly BoardEnvironment[],
): readonly BoardEnvironment[] {
  let beforeById: ReadonlyMap<string, BoardEnvironment> | undefined;
  // An environment keeps its index unless the user adds, removes or moves a pin.
  const beforeOf = (id: string, index: number) => {
    const candidate = before[index];
    if (candidate?.id === id) return candidate;
    beforeById ??= new Map(before.map((environment) => [environment.id, environment]));
    return beforeById.get(id);
  };
  let isUnchanged = before.length === after.length;
  const merged = after.map((environment, index) => {
    const previous = beforeOf(environment.id, index);
    const isReused = previous && (previous === environment || isSame(previous, environment));
    const result = isReused ? previous : environment;
    if (result !== before[index]) isUnchanged = false;
    return result;
  });
  return isUnchanged ? before : merged;
}
