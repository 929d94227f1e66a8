import { timeFormat, timesIn } from '#languages/time-formats.ts';
import { LOCALE } from './locale.ts';

/** Date, time and zone. `at` is in epoch milliseconds; `timeZone` is an IANA name, or empty for the device's zone. */
export const dateTimeText = timeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'long' });

/** Time and zone without the date. */
export const timeText = timeFormat(LOCALE, { timeStyle: 'long' });

/** Times for narrow places. */
export const shortTimes = timesIn(LOCALE);
