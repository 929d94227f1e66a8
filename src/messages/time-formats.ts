import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';

/**
 * Returns a function that formats a time, in epoch milliseconds.
 *
 * `timeZone` is an IANA name; an empty text means the device's zone. A new `Intl.DateTimeFormat` is slow, so the function
 * reuses the last one.
 */
export function timeFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (at: number, timeZone: string) => string {
  let last: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | undefined;
  return (at, timeZone) => {
    if (last?.timeZone !== timeZone) {
      last = { timeZone, format: new Intl.DateTimeFormat(locale, { ...options, timeZone: timeZone || undefined }) };
    }
    return last.format.format(at);
  };
}

const LONG_AGO_MS = 300 * 86_400_000;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** Returns the functions that write dates and times in a locale. */
export function timesIn(locale: string) {
  const clock = timeFormat(locale, CLOCK);
  const clockWithZone = timeFormat(locale, { ...CLOCK, timeZoneName: 'short' });
  const recent = timeFormat(locale, { month: 'short', day: 'numeric', ...CLOCK });
  const old = timeFormat(locale, { dateStyle: 'medium' });
  return {
    /** `14:32`, with the zone when the user chose one, because the device shows another time. */
    clock: (at: number, timeZone: string): string => (timeZone === '' ? clock : clockWithZone)(at, timeZone),
    /** A date for narrow columns: without the zone, and without the year (recent) or the time (old). */
    short: (at: number, now: number, timeZone: string): string =>
      (Math.abs(now - at) < LONG_AGO_MS ? recent : old)(at, timeZone),
  };
}

type TimesOfLanguage = Pick<ReturnType<typeof timesIn>, 'short'>;

/** Returns a function that writes a time as an age or as a short date, whichever the user chose. */
export const ageOrDate =
  (times: TimesOfLanguage, ageText: (at: number, now: number) => string) =>
  (at: number, now: number, format: TimeFormat): string =>
    isShownAsDate(at, now, format) ? times.short(at, now, format.timeZone) : ageText(at, now);
