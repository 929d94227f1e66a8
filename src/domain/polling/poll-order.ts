import { isDenial } from '#domain/environment/failure.ts';
import { nextAskMs, type Plan } from './poll-plan.ts';
import type { Source } from './poll-source.ts';
import { failureOf, type SourceRecord, UNASKED } from './source-health.ts';

type Standing = {
  /** Those that are not being asked just now. */
  readonly sources: readonly Source[];
  readonly records: ReadonlyMap<string, SourceRecord>;
  readonly planOf: (source: Source) => Plan;
  /** Keys of the sources that hold something that moves. */
  readonly moving: ReadonlySet<string>;
  /** When anything of a source was last heard, before this page was opened too; 0 for never. Epoch milliseconds. */
  readonly heardAtOf: (source: Source) => number;
  readonly now: number;
  /** Nobody is asked before. Epoch milliseconds. */
  readonly openAt: number;
};

type Line = {
  /** Those to ask now, who has waited longest first. */
  readonly due: readonly Source[];
  /** When the next of the others is to be asked, in epoch milliseconds; infinite when there is none. */
  readonly nextAt: number;
};

/** When a source is to be asked, if nobody wanted us to wait. */
function dueAtOf(source: Source, { records, planOf, moving, heardAtOf, now }: Standing): number {
  const record = records.get(source.key) ?? UNASKED;
  // A clock that was set back must not make a source wait for the time it was asked at to come again.
  if (record.askedAt === undefined || record.askedAt > now) return Math.min(heardAtOf(source), now);
  const failure = failureOf(record, records);
  const plan = planOf(source);
  return nextAskMs({
    lastAskedMs: record.askedAt,
    intervalMs: moving.has(source.key) ? plan.movingMs : plan.calmMs,
    failures: record.failures,
    denied: failure !== undefined && isDenial(failure),
    key: source.key,
    round: record.round,
    notBeforeMs: Number.NEGATIVE_INFINITY,
  });
}

/**
 * Who is asked now, and in which order. What all had to wait for does not count: when the hour runs short none is passed
 * over, and after a reload who was heard of longest ago comes first.
 */
export function lineUp(standing: Standing): Line {
  const { now, openAt } = standing;
  const turns = standing.sources.map((source) => ({ source, dueAt: dueAtOf(source, standing) }));
  const askAt = turns.map(({ dueAt }) => Math.max(dueAt, openAt));
  return {
    due: turns
      .filter((_, index) => (askAt[index] ?? now) <= now)
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .map(({ source }) => source),
    nextAt: askAt.reduce((least, at) => (at > now ? Math.min(least, at) : least), Number.POSITIVE_INFINITY),
  };
}
