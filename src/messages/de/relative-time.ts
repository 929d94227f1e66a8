import type { LastChecked } from '#domain/environment/last-checked.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { ageOf, inLargestUnit, isShownAsDate, type TimeUnit } from '#domain/shown-time.ts';
import { counted } from './common.ts';
import { dateTimeText, timeText } from './date-time.ts';

const HALF_A_DAY_MS = 12 * 3_600_000;
const SHORT_UNITS = { second: 's', minute: 'min', hour: 'h', day: 'd' } as const satisfies Record<TimeUnit, string>;

/** A duration in its largest unit: `5 s`, `3 min`, `2 h`, `4 d`. */
export function shortAge(ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return `${count} ${SHORT_UNITS[unit]}`;
}

const UNITS = {
  second: { one: '# Sekunde', other: '# Sekunden' },
  minute: { one: '# Minute', other: '# Minuten' },
  hour: { one: '# Stunde', other: '# Stunden' },
  day: { one: '# Tag', other: '# Tage' },
} as const satisfies Record<TimeUnit, object>;
/** After "vor". */
const UNITS_AGO = { ...UNITS, day: { one: '# Tag', other: '# Tagen' } } as const;

/** A duration in its largest whole unit: `4 Minuten`. */
export function lengthText(ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return counted(count, UNITS[unit]);
}

/** A duration with seconds or minutes: `48 s`, `3 min 42 s`, `1 h 05 min`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3_600)} h ${two(Math.floor((whole % 3_600) / 60))} min`;
}

/** `vor 4 Minuten`. A time in the future, from a clock that is ahead, is `gerade eben`. */
export const agoText = (at: number, now: number): string => {
  const age = ageOf(at, now);
  return age === undefined ? 'gerade eben' : `vor ${counted(age.count, UNITS_AGO[age.unit])}`;
};

/** `vor 4 Minuten`, or the date, time and zone. */
export const whenText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? dateTimeText(at, format.timeZone) : agoText(at, now);

/** Texts for a reading without a time. */
const NO_TIME = { never: 'noch nicht geprüft', undated: 'Alter unbekannt', refused: 'kein Zugriff' } as const;

/** When an environment was last checked, and whether the answer came from a cache. */
export function checkedText({ kind, at, isCached }: LastChecked, now: number, format: TimeFormat): string {
  if (kind === 'never' || kind === 'undated' || kind === 'refused') return NO_TIME[kind];
  if (at === undefined) return 'letzter bekannter Stand';
  const text = checkedAtText(kind, at, now, format);
  return isCached ? `${text}, aus einem Cache` : text;
}

function checkedAtText(
  kind: Exclude<LastChecked['kind'], keyof typeof NO_TIME>,
  at: number,
  now: number,
  format: TimeFormat,
): string {
  const { timeZone } = format;
  const isDate = isShownAsDate(at, now, format);
  const time = isDate
    ? // Within half a day the time alone says which day is meant.
      (Math.abs(now - at) < HALF_A_DAY_MS ? timeText : dateTimeText)(at, timeZone)
    : shortAge(now - at);
  switch (kind) {
    case 'checked':
      return isDate ? `geprüft: ${time}` : `vor ${time} geprüft`;
    case 'old':
      return isDate ? `Stand: ${time}` : `${time} alt`;
    case 'kept':
      return isDate ? `letzter Stand: ${time}` : `letzter Stand, ${time} alt`;
    case 'unreached':
      return `seit ${time} nicht erreicht`;
    default:
      return kind satisfies never;
  }
}
