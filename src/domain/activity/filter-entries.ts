import type { PageOptions } from '#domain/board/delivery-options.ts';
import { RESULTS, type Result, resultOf } from '#domain/environment/deployment-result.ts';
import type { ActivityEntry } from './activity-entry.ts';
import type { Calendar } from './calendar.ts';
import { personKey } from './person-key.ts';

type Chosen = Pick<PageOptions, 'origin' | 'person' | 'environment'>;

/** Returns the entries with the chosen origin, person and environment. */
export const chosenEntries = (
  entries: readonly ActivityEntry[],
  { origin, person, environment }: Chosen,
): readonly ActivityEntry[] =>
  origin === undefined && person === undefined && environment === undefined
    ? entries
    : entries.filter(
        (entry) =>
          (origin === undefined || entry.origin === origin) &&
          (environment === undefined || entry.environmentId === environment) &&
          (person === undefined || (entry.triggeredBy !== undefined && personKey(entry.triggeredBy) === person)),
      );

/** True when an entry lies in a day or an hour. */
export const isInMoment = ({ at }: ActivityEntry, moment: string, calendar: Calendar): boolean =>
  calendar.hourOf(at).startsWith(moment);

export type Counts = Readonly<Record<Result, number>>;

export const NO_COUNTS: Counts = { failed: 0, well: 0, cancelled: 0, running: 0, other: 0 };

/** Returns the number of entries with each result. */
export function countResults(entries: readonly ActivityEntry[]): Counts {
  const counts = { ...NO_COUNTS };
  for (const { state } of entries) counts[resultOf(state)] += 1;
  return counts;
}

/** Returns the sum of all counts. */
export const totalOf = (counts: Counts): number => RESULTS.reduce((sum, result) => sum + counts[result], 0);

/**
 * True when all deployments of a day or an hour are known. `completeFrom` is the result of `knownSince`; the day or hour that
 * contains it counts as incomplete.
 */
export const isKeyComplete = (key: string, completeFrom: number, keyOf: (at: number) => string): boolean =>
  completeFrom < Number.POSITIVE_INFINITY && key > keyOf(completeFrom);

/** The counts of one day or hour. `isComplete`: false where deployments of it may be missing. */
export type Bucket = { readonly key: string; readonly counts: Counts; readonly isComplete: boolean };

type BucketOptions = {
  /** The keys of the days or hours. */
  readonly keys: readonly string[];
  readonly keyOf: (at: number) => string;
  /** The result of `knownSince`. */
  readonly completeFrom: number;
};

/** Returns the counts of each day or hour, in the order of `keys`. */
export function bucketsOf(
  entries: readonly ActivityEntry[],
  { keys, keyOf, completeFrom }: BucketOptions,
): readonly Bucket[] {
  const counts = new Map(keys.map((key) => [key, { ...NO_COUNTS }]));
  for (const { at, state } of entries) {
    const bucket = counts.get(keyOf(at));
    if (bucket) bucket[resultOf(state)] += 1;
  }
  return [...counts].map(([key, bucket]) => ({
    key,
    counts: bucket,
    isComplete: isKeyComplete(key, completeFrom, keyOf),
  }));
}
