import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { shortTimes } from './date-time.ts';
import { agoText, shortAge } from './relative-time.ts';

/** `14:32`, with the zone when the user chose one. */
export const clockText = (at: number, { timeZone }: Pick<TimeFormat, 'timeZone'>): string =>
  shortTimes.clock(at, timeZone);

/** `4 minutes ago`, or `Jul 4, 14:32`. */
export const shortWhenText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? shortTimes.short(at, now, format.timeZone) : agoText(at, now);

/** `4 m`, or `Jul 4, 14:32`. */
export const shortAgeText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? shortTimes.short(at, now, format.timeZone) : shortAge(now - at);
