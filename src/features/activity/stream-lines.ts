import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Calendar } from '#domain/activity/calendar.ts';
import { type Counts, countResults, isInMoment, isKeyComplete } from '#domain/activity/filter-entries.ts';
import { groupBy } from '#domain/group-by.ts';

/** A line of the stream: the heading of a day, an entry, or the border to what is new since the last visit. */
export type StreamLine =
  | {
      readonly kind: 'day';
      readonly day: string;
      readonly counts: Counts;
      /** False where deployments of the day may be missing. */
      readonly isComplete: boolean;
      readonly isFolded: boolean;
    }
  | { readonly kind: 'since'; readonly at: number }
  | { readonly kind: 'entry'; readonly entry: ActivityEntry };

/** The lines that are printed, and the number of entries that are not. */
type PrintedLines = { readonly printed: readonly StreamLine[]; readonly left: number };

/**
 * Returns the lines up to the given number of entries. A heading or border after the last of these entries is left out: it
 * would head nothing.
 */
export function firstLines(lines: readonly StreamLine[], maxEntries: number): PrintedLines {
  const places = lines.flatMap(({ kind }, index) => (kind === 'entry' ? [index] : []));
  const last = places[maxEntries - 1];
  if (last === undefined || places.length === maxEntries) return { printed: lines, left: 0 };
  return { printed: lines.slice(0, last + 1), left: places.length - maxEntries };
}

type Options = {
  readonly calendar: Calendar;
  /** The result of `knownSince`. */
  readonly completeFrom: number;
  /** The chosen day or hour: every other day is one line. */
  readonly moment: string | undefined;
  /** Epoch milliseconds of the last visit; undefined for the first. */
  readonly lastVisitAt: number | undefined;
};

/** Returns the lines of entries, which are newest first. */
export function streamLines(
  entries: readonly ActivityEntry[],
  { calendar, completeFrom, moment, lastVisitAt }: Options,
): readonly StreamLine[] {
  const newest = entries[0]?.at ?? 0;
  const oldest = entries.at(-1)?.at ?? 0;
  // A border above or below everything divides nothing.
  const border = lastVisitAt !== undefined && newest > lastVisitAt && oldest <= lastVisitAt ? lastVisitAt : undefined;
  let isBorderDue = border !== undefined;
  return [...groupBy(entries, ({ at }) => calendar.dayOf(at))].flatMap(([day, list]): readonly StreamLine[] => {
    const shown = moment === undefined ? list : list.filter((entry) => isInMoment(entry, moment, calendar));
    const isFolded = shown.length === 0;
    const counts = countResults(isFolded ? list : shown);
    const isComplete = isKeyComplete(day, completeFrom, calendar.dayOf);
    const heading = { kind: 'day' as const, day, counts, isComplete, isFolded };
    return [
      heading,
      ...shown.flatMap((entry): readonly StreamLine[] => {
        const line = { kind: 'entry' as const, entry };
        if (!isBorderDue || border === undefined || entry.at > border) return [line];
        isBorderDue = false;
        return [{ kind: 'since', at: border }, line];
      }),
    ];
  });
}
