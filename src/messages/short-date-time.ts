import type { TimeFormat } from '#domain/settings.ts';
import { dateTimeFormat } from './date-time.ts';
import { agoText, isShownAsDate, shortAge } from './relative-time.ts';

const LONG_AGO_MS = 300 * 86_400_000;

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const ownClock = dateTimeFormat(clock);
const zoneClock = dateTimeFormat({ ...clock, timeZoneName: 'short' });
const recent = dateTimeFormat({ month: 'short', day: 'numeric', ...clock });
const old = dateTimeFormat({ dateStyle: 'medium' });

/** `14:32`; with its zone where the reader chose one, for that is not the time on their wrist. */
export const clockText = (at: number, { timeZone }: Pick<TimeFormat, 'timeZone'>): string =>
  (timeZone === '' ? ownClock : zoneClock)(at, timeZone);

/** A moment where there is little room: without its zone, and without its year or its time. */
const shortDateTime = (at: number, now: number, timeZone: string): string =>
  (Math.abs(now - at) < LONG_AGO_MS ? recent : old)(at, timeZone);

/** `4 minutes ago`, or `Jul 4, 14:32`. */
export const shortWhenText = (at: number, now: number, telling: TimeFormat): string =>
  isShownAsDate(at, now, telling) ? shortDateTime(at, now, telling.timeZone) : agoText(at, now);

/** `4 m`, or `Jul 4, 14:32`. */
export const shortAgeText = (at: number, now: number, telling: TimeFormat): string =>
  isShownAsDate(at, now, telling) ? shortDateTime(at, now, telling.timeZone) : shortAge(now - at);
