import * as v from 'valibot';
import { ACTIVITY_SOURCES, type ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Coverage } from '#domain/activity/coverage.ts';

const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const text = v.pipe(v.string(), v.maxLength(300));
const optionalText = v.optional(text);

const service = v.object({
  id: text,
  name: v.pipe(v.string(), v.maxLength(300)),
  version: v.optional(text, undefined),
  kind: v.optional(v.picklist(['commit', 'tag']), undefined),
  committedAt: v.optional(time, undefined),
});

const entry = v.object({
  key: text,
  environmentId: text,
  deploymentId: optionalText,
  at: time,
  endAt: v.optional(time),
  state: text,
  action: optionalText,
  origin: optionalText,
  triggeredBy: optionalText,
  durationSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  services: v.optional(v.array(service)),
  hasUnreadServices: v.optional(v.boolean()),
  sources: v.pipe(v.array(v.picklist(ACTIVITY_SOURCES)), v.minLength(1)),
});

const coverage = v.object({ environmentId: text, knownFrom: time, requestedAt: time, unread: v.optional(v.number()) });

const readAll = <T>(schema: v.GenericSchema<unknown, T>, list: readonly unknown[]): readonly T[] =>
  list.flatMap((one) => {
    const result = v.safeParse(schema, one);
    return result.success ? [result.output] : [];
  });

const damagedEntry = v.object({ key: v.fallback(v.string(), ''), environmentId: v.fallback(v.string(), '') });

/** The stored activity that can be read, and what a damaged entry makes useless. */
type ReadContent = {
  readonly entries: readonly ActivityEntry[];
  readonly coverages: readonly Coverage[];
  readonly damagedKeys: readonly string[];
  /** The environments whose coverage is no longer true, because an entry is missing. */
  readonly uncovered: readonly string[];
};

/**
 * Reads the stored activity. A damaged entry is left out, and with it the coverage of its environment: the history is
 * then requested again, rather than counted with a gap. An entry without an environment may belong to any of them.
 */
export function readContent(storedEntries: readonly unknown[], storedCoverages: readonly unknown[]): ReadContent {
  const coverages = readAll(coverage, storedCoverages);
  const results = storedEntries.map((one) => v.safeParse(entry, one));
  const damaged = readAll(
    damagedEntry,
    storedEntries.filter((_, at) => !results[at]?.success),
  );
  const incomplete = new Set(damaged.map(({ environmentId }) => environmentId));
  const isTrue = ({ environmentId }: Coverage) => !incomplete.has('') && !incomplete.has(environmentId);
  return {
    entries: results.flatMap((result) => (result.success ? [result.output] : [])),
    coverages: coverages.filter(isTrue),
    damagedKeys: damaged.map(({ key }) => key).filter((key) => key !== ''),
    uncovered: coverages.filter((one) => !isTrue(one)).map(({ environmentId }) => environmentId),
  };
}
