import type { TimeFormat } from '#domain/settings.ts';
import { ageOrDate } from '#languages/time-formats.ts';
import { shortTimes } from './date-time.ts';
import { agoText, shortAge } from './relative-time.ts';

/** `14:32`, with the zone when the user chose one. */
export const clockText = (at: number, { timeZone }: Pick<TimeFormat, 'timeZone'>): string =>
  shortTimes.clock(at, timeZone);

/** `4 minutes ago`, or `Jul 4, 14:32`. */
export const shortWhenText = /* @__PURE__ */ ageOrDate(shortTimes, agoText);

/** `4 m`, or `Jul 4, 14:32`. */
export const shortAgeText = /* @__PURE__ */ ageOrDate(shortTimes, (at, now) => shortAge(now - at));
