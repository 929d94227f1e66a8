import { timeFormat } from '#languages/time-formats.ts';
import { plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const momentText = timeFormat(LOCALE, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

export const inEnvironmentText = (service: string, environment: string): string => `${service} en ${environment}`;

export const byAuthorText = (author: string): string => ` de ${author}`;

/** `Desplegado el 25 nov, 09:12 por ci-bot`; for any other state `Error de compilación · último despliegue el 25 nov, 09:12`. */
export function deployedText(
  state: string,
  isDeployed: boolean,
  when: string | undefined,
  by: string | undefined,
): string {
  if (when === undefined) return state;
  const whole = by === undefined ? `el ${when}` : `el ${when} por ${by}`;
  return isDeployed ? `${state} ${whole}` : `${state} · último despliegue ${whole}`;
}

export const deployedThereText = (when: string): string => `, desplegado allí el ${when}`;

export const committedAtText = (when: string): string => `, ${when}`;

export const timeBetweenText = (text: string): string => ` · ${text} entre ambas`;

const MINUTE_MS = 60_000;

const HOUR_MS = 60 * MINUTE_MS;

const DAY_MS = 24 * HOUR_MS;

/** `2 días 3 horas`, `4 horas`, `12 minutos`. */
export function durationBetweenText(ms: number): string {
  if (ms < HOUR_MS) return plural(Math.floor(ms / MINUTE_MS), 'minuto');
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (days === 0) return plural(hours, 'hora');
  return hours === 0 ? plural(days, 'día') : `${plural(days, 'día')} ${plural(hours, 'hora')}`;
}
