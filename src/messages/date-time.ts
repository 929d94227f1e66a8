/**
 * Returns a function that formats a time, in epoch milliseconds, in the browser's locale.
 *
 * `timeZone` is an IANA name; an empty text means the device's zone. A new `Intl.DateTimeFormat` is slow, so the function
 * reuses the last one.
 */
export function dateTimeFormat(options: Intl.DateTimeFormatOptions): (at: number, timeZone: string) => string {
  let zone: string | undefined;
  let format = new Intl.DateTimeFormat(undefined, options);
  return (at, timeZone) => {
    if (zone !== timeZone) {
      zone = timeZone;
      format = new Intl.DateTimeFormat(undefined, { ...options, timeZone: timeZone || undefined });
    }
    return format.format(at);
  };
}

/** Date, time and zone. `at` is in epoch milliseconds. */
export const dateTimeText = dateTimeFormat({ dateStyle: 'medium', timeStyle: 'long' });

/** Time and zone without the date. */
export const timeText = dateTimeFormat({ timeStyle: 'long' });
