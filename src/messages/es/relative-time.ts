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
  second: { one: '# segundo', other: '# segundos' },
  minute: { one: '# minuto', other: '# minutos' },
  hour: { one: '# hora', other: '# horas' },
  day: { one: '# día', other: '# días' },
} as const satisfies Record<TimeUnit, object>;

/** A duration in its largest whole unit: `4 minutos`. */
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

/** `hace 4 minutos`. A time in the future, from a clock that is ahead, is `ahora mismo`. */
export const agoText = (at: number, now: number): string => {
  const age = ageOf(at, now);
  return age === undefined ? 'ahora mismo' : `hace ${counted(age.count, UNITS[age.unit])}`;
};

/** `hace 4 minutos`, or the date, time and zone. */
export const whenText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? dateTimeText(at, format.timeZone) : agoText(at, now);

/** Texts for a reading without a time. */
const NO_TIME = { never: 'aún sin comprobar', undated: 'antigüedad desconocida', refused: 'sin acceso' } as const;

/** When an environment was last checked, and whether the answer came from a cache. */
export function checkedText({ kind, at, isCached }: LastChecked, now: number, format: TimeFormat): string {
  if (kind === 'never' || kind === 'undated' || kind === 'refused') return NO_TIME[kind];
  if (at === undefined) return 'último estado conocido';
  const text = checkedAtText(kind, at, now, format);
  return isCached ? `${text}, desde una caché` : text;
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
      return isDate ? `comprobado: ${time}` : `comprobado hace ${time}`;
    case 'old':
      return isDate ? `a fecha de ${time}` : `de hace ${time}`;
    case 'kept':
      return isDate ? `último estado conocido: ${time}` : `último estado conocido, de hace ${time}`;
    case 'unreached':
      return isDate ? `inaccesible desde ${time}` : `inaccesible desde hace ${time}`;
    default:
      return kind satisfies never;
  }
}
