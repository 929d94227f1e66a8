import { timeFormat } from '#languages/time-formats.ts';
import { plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const momentText = timeFormat(LOCALE, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

export const inEnvironmentText = (service: string, environment: string): string => `${service} in ${environment}`;

export const byAuthorText = (author: string): string => ` by ${author}`;

/** `Deployed Nov 25, 09:12 by ci-bot`; for any other state, in words, `Build error · last deployment Nov 25, 09:12`. */
export function deployedText(
  state: string,
  isDeployed: boolean,
  when: string | undefined,
  by: string | undefined,
): string {
  if (when === undefined) return state;
  const whole = by === undefined ? when : `${when} by ${by}`;
  return isDeployed ? `${state} ${whole}` : `${state} · last deployment ${whole}`;
}

export const deployedThereText = (when: string): string => `, deployed there ${when}`;

export const committedAtText = (when: string): string => `, ${when}`;

export const timeBetweenText = (text: string): string => ` · ${text} between the two`;

const HOUR_MS = 3_600_000;

const DAY_MS = 24 * HOUR_MS;

/** `2 days 3 hours`, `4 hours`, `12 minutes`. */
export function durationBetweenText(ms: number): string {
  if (ms < HOUR_MS) return plural(Math.floor(ms / 60_000), 'minute');
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (days === 0) return plural(hours, 'hour');
  return hours === 0 ? plural(days, 'day') : `${plural(days, 'day')} ${plural(hours, 'hour')}`;
}
