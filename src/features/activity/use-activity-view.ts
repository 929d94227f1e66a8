import { useMemo } from 'react';
import { useNow } from '#browser/use-now.ts';
import type { ActivitySnapshot } from '#data/activity/activity-snapshot.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { createCalendar, lastDays, lastHours, quarterStart } from '#domain/activity/calendar.ts';
import { changesOf } from '#domain/activity/changed-services.ts';
import { bucketsOf, chosenEntries, countResults, isInMoment } from '#domain/activity/filter-entries.ts';
import { knownSince } from '#domain/activity/history-counts.ts';
import { personKey } from '#domain/activity/person-key.ts';
import type { PageOptions } from '#domain/board/delivery-options.ts';
import { compareNames } from '#domain/compare-names.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { resultOf } from '#domain/environment/deployment-result.ts';
import { shortNames } from '#domain/environment/person.ts';
import { originText } from '#messages/qovery-terms.ts';
import type { Choices } from './activity-filters.tsx';

const DAYS = 14;
const HOURS = 24;

const sorted = (choices: ReadonlyMap<string, string>): Choices =>
  [...choices].toSorted(([, a], [, b]) => compareNames(a, b));

/** Returns the entries of the shown environments as the page renders them: narrowed, counted and grouped. */
export function useActivityView(snapshot: ActivitySnapshot, shown: readonly BoardEnvironment[], options: PageOptions) {
  const { timeZone, hidesPeople } = useSettings();
  const calendar = useMemo(() => createCalendar(timeZone), [timeZone]);
  // Days and hours move on by themselves; in some time zones they begin at a half or a quarter of an hour of UTC.
  const now = useNow(quarterStart);
  const entries = useMemo(
    () => shown.flatMap(({ id }) => snapshot.byEnvironment.get(id)?.entries ?? []).toSorted((a, b) => b.at - a.at),
    [snapshot, shown],
  );
  const changes = useMemo(() => changesOf(entries), [entries]);
  const { origin, environment, showsHours, moment, result } = options;
  const person = hidesPeople ? undefined : options.person;
  const chosen = useMemo(
    () => chosenEntries(entries, { origin, environment, person }),
    [entries, origin, environment, person],
  );
  const keyOf = showsHours ? calendar.hourOf : calendar.dayOf;
  // The bars end with this day or hour. With a clock that is behind, they lack the newest deployments.
  const isClockBehind = chosen[0] !== undefined && keyOf(chosen[0].at) > keyOf(now);
  const completeFrom = useMemo(() => {
    const followed = shown.filter(({ id }) => environment === undefined || id === environment);
    return isClockBehind
      ? Number.POSITIVE_INFINITY
      : knownSince(followed.map(({ id }) => snapshot.byEnvironment.get(id)));
  }, [snapshot, shown, environment, isClockBehind]);
  const buckets = useMemo(() => {
    const keys = showsHours ? lastHours(calendar, now, HOURS) : lastDays(calendar, now, DAYS);
    return bucketsOf(chosen, { keys, keyOf, completeFrom });
  }, [chosen, calendar, now, showsHours, keyOf, completeFrom]);
  const counts = useMemo(
    () => countResults(moment === undefined ? chosen : chosen.filter((entry) => isInMoment(entry, moment, calendar))),
    [chosen, moment, calendar],
  );
  const from = chosen.at(-1)?.at;
  const listed = useMemo(
    () => (result === undefined ? chosen : chosen.filter(({ state }) => resultOf(state) === result)),
    [chosen, result],
  );
  const choices = useMemo(() => {
    const origins = new Map(
      entries.flatMap((entry) => (entry.origin ? [[entry.origin, originText(entry.origin)]] : [])),
    );
    const people = new Map(
      entries.flatMap(({ triggeredBy }) => (triggeredBy ? [[personKey(triggeredBy), triggeredBy]] : [])),
    );
    const environments = shown.map((one) => {
      const project = one.info?.projectName;
      return [one.id, project ? `${nameOf(one)}, ${project}` : nameOf(one)] as const;
    });
    return {
      origins: sorted(origins),
      people: sorted(shortNames(people)),
      environments: sorted(new Map(environments)),
    };
  }, [entries, shown]);
  return {
    calendar,
    changes,
    buckets,
    counts,
    counted: from === undefined ? undefined : { count: chosen.length, from },
    listed,
    choices,
    today: calendar.dayOf(now),
    total: entries.length,
    completeFrom,
  };
}
