import { toServerTime } from '#browser/server-now.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { Members } from '#domain/environment/project-members.ts';
import { isShallowEqual } from '#domain/is-shallow-equal.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf } from '#domain/polling/source-health.ts';
import type { SourceCondition } from '#domain/view/derive-environment.ts';

/** How a source is polled, and what its last answer and its last failure say. */
export type SourceReading = SourceCondition & {
  /** Undefined for an environment that no source covers. */
  readonly source: PollSource | undefined;
  readonly failure: Failure | undefined;
  /** The environments that a project's last answer listed; undefined before the first, and for another source. */
  readonly members: Members | undefined;
};

function readSource(
  source: PollSource | undefined,
  polling: PollingState,
  members: Readonly<Record<string, Members>>,
): SourceReading {
  const record = source && polling.health.get(source.key);
  const { movingMs, calmMs } = polling.plans?.get(source?.key ?? '') ?? polling.plan;
  const toTime = (localMs: number | undefined) => (localMs === undefined ? undefined : toServerTime(localMs));
  return {
    source,
    movingMs,
    calmMs,
    observedAt: toTime(record?.observedAt),
    failingSince: toTime(record?.failingSince),
    failure: record && failureOf(record, polling.health),
    members: source?.kind === 'project' ? members[source.id] : undefined,
  };
}

/**
 * Returns a function that reads every source, and returns the reading of an environment's source by the environment's id.
 * A reading keeps its identity until one of its values changes.
 */
export function createSourceReader() {
  let sources: readonly PollSource[] = [];
  let keyOf: ReadonlyMap<string, string> = new Map();
  let readings: ReadonlyMap<string, SourceReading> = new Map();
  let none: SourceReading | undefined;
  const reuse = (before: SourceReading | undefined, now: SourceReading) => (isShallowEqual(before, now) ? before : now);
  return (polling: PollingState, members: Readonly<Record<string, Members>>) => {
    if (polling.sources !== sources) {
      ({ sources } = polling);
      keyOf = new Map(sources.flatMap(({ key, environmentIds }) => environmentIds.map((id) => [id, key] as const)));
    }
    const current = new Map(
      sources.map((source) => [source.key, reuse(readings.get(source.key), readSource(source, polling, members))]),
    );
    const currentNone = reuse(none, readSource(undefined, polling, members));
    readings = current;
    none = currentNone;
    return (id: string): SourceReading => current.get(keyOf.get(id) ?? '') ?? currentNone;
  };
}
