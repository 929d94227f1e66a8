import { isDenial } from '#domain/environment/failure.ts';
import { nextRequestMs, type Plan } from './poll-plan.ts';
import type { PollSource } from './poll-source.ts';
import { failureOf, NEVER_REQUESTED, type SourceHealth } from './source-health.ts';

type Situation = {
  /** The sources without a request in flight. */
  readonly sources: readonly PollSource[];
  readonly health: ReadonlyMap<string, SourceHealth>;
  readonly planOf: (source: PollSource) => Plan;
  /** Keys of the sources in progress. */
  readonly moving: ReadonlySet<string>;
  /** Epoch milliseconds of a source's last answer, persisted readings included; 0 when there is none. */
  readonly observedAtOf: (source: PollSource) => number;
  readonly now: number;
  /** Epoch milliseconds before which no request may be sent. */
  readonly blockedUntil: number;
};

type DueSources = {
  /** Sources to request now, longest overdue first. */
  readonly due: readonly PollSource[];
  /** Epoch milliseconds at which the next of the other sources is due; infinite when there is none. */
  readonly nextAt: number;
};

/** Returns the epoch milliseconds at which a source is due, without regard to `blockedUntil`. */
function dueAtOf(source: PollSource, { health, planOf, moving, observedAtOf, now }: Situation): number {
  const record = health.get(source.key) ?? NEVER_REQUESTED;
  // A request in the future means that the clock was set back: the source must not wait until that time.
  if (record.requestedAt === undefined || record.requestedAt > now) return Math.min(observedAtOf(source), now);
  const failure = failureOf(record, health);
  const plan = planOf(source);
  return nextRequestMs({
    lastRequestedMs: record.requestedAt,
    intervalMs: moving.has(source.key) ? plan.movingMs : plan.calmMs,
    failures: record.failures,
    denied: failure !== undefined && isDenial(failure),
    key: source.key,
    round: record.attempt,
    notBeforeMs: Number.NEGATIVE_INFINITY,
  });
}

/**
 * Returns the due sources, longest overdue first, and the time at which the next source is due.
 *
 * `blockedUntil` delays all sources and does not change their order, so no source starves when the budget is short.
 * After a reload, the source with the oldest reading comes first.
 */
export function dueSources(situation: Situation): DueSources {
  const { now, blockedUntil } = situation;
  const planned = situation.sources.map((source) => ({ source, dueAt: dueAtOf(source, situation) }));
  const dueAt = planned.map(({ dueAt }) => Math.max(dueAt, blockedUntil));
  return {
    due: planned
      .filter((_, index) => (dueAt[index] ?? now) <= now)
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .map(({ source }) => source),
    nextAt: dueAt.reduce((earliest, at) => (at > now ? Math.min(earliest, at) : earliest), Number.POSITIVE_INFINITY),
  };
}
