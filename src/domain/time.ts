const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A length in the two greatest units that say enough: `5 s`, `3 m`, `2 h`, `4 d`. Never negative: clocks disagree. */
export function shortAge(ms: number): string {
  const age = Math.max(0, ms);
  if (age < MINUTE_MS) return `${Math.floor(age / SECOND_MS)} s`;
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} m`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h`;
  return `${Math.floor(age / DAY_MS)} d`;
}

/** How long a deployment took: `48 s`, `3 m 42 s`, `1 h 05 m`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} m ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3_600)} h ${two(Math.floor((whole % 3_600) / 60))} m`;
}

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `4 minutes ago`. A moment in the future, by a clock that is ahead, is `just now`. */
export function agoText(at: number, now: number): string {
  const age = now - at;
  if (age < 5 * SECOND_MS) return 'just now';
  if (age < MINUTE_MS) return RELATIVE.format(-Math.floor(age / SECOND_MS), 'second');
  if (age < HOUR_MS) return RELATIVE.format(-Math.floor(age / MINUTE_MS), 'minute');
  if (age < 2 * DAY_MS) return RELATIVE.format(-Math.floor(age / HOUR_MS), 'hour');
  return RELATIVE.format(-Math.floor(age / DAY_MS), 'day');
}
