import { timeFormat } from '#languages/time-formats.ts';
import { plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const momentText = timeFormat(LOCALE, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

export const inEnvironmentText = (service: string, environment: string): string => `${service} dans ${environment}`;

export const byAuthorText = (author: string): string => ` par ${author}`;

/** `Déployé le 25 nov., 09:12 par ci-bot`; for any other state `Échec du build · dernier déploiement le 25 nov., 09:12`. */
export function deployedText(
  state: string,
  isDeployed: boolean,
  when: string | undefined,
  by: string | undefined,
): string {
  if (when === undefined) return state;
  const whole = by === undefined ? `le ${when}` : `le ${when} par ${by}`;
  return isDeployed ? `${state} ${whole}` : `${state} · dernier déploiement ${whole}`;
}

export const deployedThereText = (when: string): string => `, déployé là-bas le ${when}`;

export const committedAtText = (when: string): string => `, ${when}`;

export const timeBetweenText = (text: string): string => ` · ${text} entre les deux`;

const MINUTE_MS = 60_000;

const HOUR_MS = 60 * MINUTE_MS;

const DAY_MS = 24 * HOUR_MS;

/** `2 jours 3 heures`, `4 heures`, `12 minutes`. */
export function durationBetweenText(ms: number): string {
  if (ms < HOUR_MS) return plural(Math.floor(ms / MINUTE_MS), 'minute');
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (days === 0) return plural(hours, 'heure');
  return hours === 0 ? plural(days, 'jour') : `${plural(days, 'jour')} ${plural(hours, 'heure')}`;
}
