/**
 * A way to write moments: in the reader's locale, in the zone of this IANA name, or the device's when it is empty. A
 * formatter is dear to make, so the last one is kept.
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

/** The date, time and zone of a moment. `at` is in epoch milliseconds. */
export const dateTimeText = dateTimeFormat({ dateStyle: 'medium', timeStyle: 'long' });

/** The time and zone alone. */
export const timeText = dateTimeFormat({ timeStyle: 'long' });
