const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Every time zone differs from UTC by a multiple of 15 minutes, so the times of a quarter of an hour share their hour. */
const QUARTER_MS = 15 * MINUTE_MS;

/** The days and hours of a time zone, as keys: `20261126` for a day, `2026112614` for an hour. */
export type Calendar = {
  readonly dayOf: (at: number) => string;
  readonly hourOf: (at: number) => string;
};

/** Returns the calendar of a time zone: an IANA name, or an empty text for the device's zone. */
export function createCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone || undefined,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const hours = new Map<number, string>();
  const hourOf = (at: number): string => {
    const quarter = Math.floor(at / QUARTER_MS);
    const before = hours.get(quarter);
    if (before !== undefined) return before;
    const parts = new Map(format.formatToParts(quarter * QUARTER_MS).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes, digits: number) => (parts.get(type) ?? '').padStart(digits, '0');
    const key = `${part('year', 4)}${part('month', 2)}${part('day', 2)}${part('hour', 2)}`;
    hours.set(quarter, key);
    return key;
  };
  return { hourOf, dayOf: (at) => hourOf(at).slice(0, 8) };
}

/** Returns the start of the quarter of an hour, in epoch milliseconds: it lies in the same hour and day in every time zone. */
export const quarterStart = (at: number): number => Math.floor(at / QUARTER_MS) * QUARTER_MS;

/** Returns noon of a day in UTC, in epoch milliseconds: a time that shows this day in a format for UTC. */
export const noonOfDay = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)), 12);

/** Returns the keys of the last days, oldest first; the day of `now` is the last. */
export function lastDays(calendar: Calendar, now: number, count: number): readonly string[] {
  const today = noonOfDay(calendar.dayOf(now));
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10).replaceAll('-', ''),
  );
}

/** Returns the keys of the last hours, oldest first, each once: an hour that a clock change repeats is one hour. */
export const lastHours = (calendar: Calendar, now: number, count: number): readonly string[] => [
  ...new Set(Array.from({ length: count }, (_, index) => calendar.hourOf(now - (count - 1 - index) * HOUR_MS))),
];
