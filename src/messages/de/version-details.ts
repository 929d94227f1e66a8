import { timeFormat } from '#languages/time-formats.ts';
import { plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const momentText = timeFormat(LOCALE, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

export const inEnvironmentText = (service: string, environment: string): string => `${service} in ${environment}`;

export const byAuthorText = (author: string): string => ` von ${author}`;

/** `Deployt am 25. Nov., 09:12 von ci-bot`; for any other state `Build-Fehler · letztes Deployment am 25. Nov., 09:12`. */
export function deployedText(
  state: string,
  isDeployed: boolean,
  when: string | undefined,
  by: string | undefined,
): string {
  if (when === undefined) return state;
  const whole = by === undefined ? `am ${when}` : `am ${when} von ${by}`;
  return isDeployed ? `${state} ${whole}` : `${state} · letztes Deployment ${whole}`;
}

export const deployedThereText = (when: string): string => `, dort deployt am ${when}`;

export const committedAtText = (when: string): string => `, ${when}`;

export const timeBetweenText = (text: string): string => ` · ${text} dazwischen`;

const MINUTE_MS = 60_000;

const HOUR_MS = 60 * MINUTE_MS;

const DAY_MS = 24 * HOUR_MS;

/** `2 Tage 3 Stunden`, `4 Stunden`, `12 Minuten`. */
export function durationBetweenText(ms: number): string {
  if (ms < HOUR_MS) return plural(Math.floor(ms / MINUTE_MS), 'Minute', 'Minuten');
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const [daysText, hoursText] = [plural(days, 'Tag', 'Tage'), plural(hours, 'Stunde', 'Stunden')];
  if (days === 0) return hoursText;
  return hours === 0 ? daysText : `${daysText} ${hoursText}`;
}
