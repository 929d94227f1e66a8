import type { TimeFormat } from '#domain/settings.ts';
import { dateTimeFormat } from './date-time.ts';
import { agoText, isShownAsDate, shortAge } from './relative-time.ts';

const LONG_AGO_MS = 300 * 86_400_000;

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const ownClock = dateTimeFormat(clock);
const zoneClock = dateTimeFormat({ ...clock, timeZoneName: 'short' });
const recent = dateTimeFormat({ month: 'short', day: 'numeric', ...clock });
const old = dateTimeFormat({ dateStyle: 'medium' });

/** `14:32`, with the zone when the user chose one, because the device shows another time. */
export const clockText = (at: number, { timeZone }: Pick<TimeFormat, 'timeZone'>): string =>
  (timeZone === '' ? ownClock : zoneClock)(at, timeZone);

/** A date for narrow columns: without the zone, and without the year (recent) or the time (old). */
const shortDateTime = (at: number, now: number, timeZone: string): string =>
  (Math.abs(now - at) < LONG_AGO_MS ? recent : old)(at, timeZone);

/** `4 minutes ago`, or `Jul 4, 14:32`. */
export const shortWhenText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? shortDateTime(at, now, format.timeZone) : agoText(at, now);

/** `4 m`, or `Jul 4, 14:32`. */
export const shortAgeText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? shortDateTime(at, now, format.timeZone) : shortAge(now - at);
