/** Returns the IANA name of the device's time zone; undefined when the browser does not report it. */
export function ownTimeZone(): string | undefined {
  try {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone || undefined;
  } catch {
    return undefined;
  }
}

/** Returns the IANA names of the time zones that the browser lists; none where it has no such list. */
export function listTimeZones(): readonly string[] {
  try {
    return Intl.supportedValuesOf('timeZone');
  } catch {
    return [];
  }
}

/** Returns whether the browser can format times in a zone. The list of zones differs between browsers. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
