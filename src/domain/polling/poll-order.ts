import { isDenial } from '#domain/environment/failure.ts';
import { nextRequestMs, type Plan } from './poll-plan.ts';
import type { PollSource } from './poll-source.ts';
import { failureOf, NEVER_REQUESTED, type SourceHealth } from './source-health.ts';

type Standing = {
  /** Those that are not being asked just now. */
  readonly sources: readonly PollSource[];
  readonly health: ReadonlyMap<string, SourceHealth>;
  readonly planOf: (source: PollSource) => Plan;
  /** Keys of the sources that hold something that moves. */
  readonly moving: ReadonlySet<string>;
  /** When anything of a source was last heard, before this page was opened too; 0 for never. Epoch milliseconds. */
  readonly observedAtOf: (source: PollSource) => number;
  readonly now: number;
  /** Nobody is asked before. Epoch milliseconds. */
  readonly blockedUntil: number;
};

type DueSources = {
  /** Those to ask now, who has waited longest first. */
  readonly due: readonly PollSource[];
  /** When the next of the others is to be asked, in epoch milliseconds; infinite when there is none. */
  readonly nextAt: number;
};

/** When a source is to be asked, if nobody wanted us to wait. */
function dueAtOf(source: PollSource, { health, planOf, moving, observedAtOf, now }: Standing): number {
  const record = health.get(source.key) ?? NEVER_REQUESTED;
  // A clock that was set back must not make a source wait for the time it was asked at to come again.
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
 * Who is asked now, and in which order. What all had to wait for does not count: when the hour runs short none is passed
 * over, and after a reload who was heard of longest ago comes first.
 */
export function dueSources(standing: Standing): DueSources {
  const { now, blockedUntil } = standing;
  const turns = standing.sources.map((source) => ({ source, dueAt: dueAtOf(source, standing) }));
  const dueAt = turns.map(({ dueAt }) => Math.max(dueAt, blockedUntil));
  return {
    due: turns
      .filter((_, index) => (dueAt[index] ?? now) <= now)
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .map(({ source }) => source),
    nextAt: dueAt.reduce((least, at) => (at > now ? Math.min(least, at) : least), Number.POSITIVE_INFINITY),
  };
}
