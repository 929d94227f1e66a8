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
  sources: v.pipe(v.array(v.picklist(ACTIVITY_SOURCES)), v.minLength(1)),
});

const coverage = v.object({ environmentId: text, knownFrom: time, requestedAt: time });

const readAll = <T>(schema: v.GenericSchema<unknown, T>, list: readonly unknown[]): readonly T[] =>
  list.flatMap((one) => {
    const result = v.safeParse(schema, one);
    return result.success ? [result.output] : [];
  });

/** Returns the stored entries that can be read. A damaged one is left out. */
export const readEntries = (list: readonly unknown[]): readonly ActivityEntry[] => readAll(entry, list);

export const readCoverages = (list: readonly unknown[]): readonly Coverage[] => readAll(coverage, list);
