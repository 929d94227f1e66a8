import type { LastChecked } from '#domain/environment/last-checked.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { ageOf, inLargestUnit, isShownAsDate, type TimeUnit } from '#domain/shown-time.ts';
import { counted } from './common.ts';
import { dateTimeText, timeText } from './date-time.ts';

const HALF_A_DAY_MS = 12 * 3_600_000;
const SHORT_UNITS = { second: 's', minute: 'm', hour: 'h', day: 'd' } as const satisfies Record<TimeUnit, string>;

/** A duration in its largest unit: `5 s`, `3 m`, `2 h`, `4 d`. */
export function shortAge(ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return `${count} ${SHORT_UNITS[unit]}`;
}

const UNITS = {
  second: { one: '# second', other: '# seconds' },
  minute: { one: '# minute', other: '# minutes' },
  hour: { one: '# hour', other: '# hours' },
  day: { one: '# day', other: '# days' },
} as const satisfies Record<TimeUnit, object>;

/** A duration in its largest whole unit: `4 minutes`. */
export function lengthText(ms: number): string {
  const { count, unit } = inLargestUnit(ms);
  return counted(count, UNITS[unit]);
}

/** A duration with seconds or minutes: `48 s`, `3 m 42 s`, `1 h 05 m`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} m ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3_600)} h ${two(Math.floor((whole % 3_600) / 60))} m`;
}

/** `4 minutes ago`. A time in the future, from a clock that is ahead, is `just now`. */
export const agoText = (at: number, now: number): string => {
  const age = ageOf(at, now);
  return age === undefined ? 'just now' : `${counted(age.count, UNITS[age.unit])} ago`;
};

/** `4 minutes ago`, or the date, time and zone. */
export const whenText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? dateTimeText(at, format.timeZone) : agoText(at, now);

/** Texts for a reading without a time. */
const NO_TIME = { never: 'not checked yet', undated: 'age unknown', refused: 'no access' } as const;

/** When an environment was last checked, and whether the answer came from a cache. */
export function checkedText({ kind, at, isCached }: LastChecked, now: number, format: TimeFormat): string {
  if (kind === 'never' || kind === 'undated' || kind === 'refused') return NO_TIME[kind];
  if (at === undefined) return 'last known';
  const text = checkedAtText(kind, at, now, format);
  return isCached ? `${text}, from a cache` : text;
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
      return isDate ? `checked ${time}` : `checked ${time} ago`;
    case 'old':
      return isDate ? `as of ${time}` : `${time} old`;
    case 'kept':
      return `last known, ${isDate ? `as of ${time}` : `${time} old`}`;
    case 'unreached':
      return `not reached ${isDate ? `since ${time}` : `for ${time}`}`;
    default:
      return kind satisfies never;
  }
}
