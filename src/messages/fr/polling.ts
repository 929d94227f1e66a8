import { counted, figures } from './common.ts';
import { shortAge } from './relative-time.ts';

const skewLength = (skewMs: number): string => shortAge(Math.abs(skewMs));

/** Beside the freshness line: `Horloge en avance de 3 min`. */
export const shortSkewText = (skewMs: number): string =>
  `Horloge en ${skewMs > 0 ? 'avance' : 'retard'} de ${skewLength(skewMs)}`;

/** The full text, with its consequence. `skewMs` is positive for a clock that is ahead. */
export const skewText = (skewMs: number): string =>
  `L’horloge de cet ordinateur est en ${skewMs > 0 ? 'avance' : 'retard'} de ${skewLength(skewMs)} sur le serveur. Les durées de cette page suivent l’heure du serveur. Réglez-la dans les paramètres du système.`;

export const REFRESH = 'Actualiser maintenant';
export const PAUSE = 'Suspendre';
export const RESUME = 'Reprendre';
export const CHECK_EVERY = 'Vérifier les environnements toutes les';

/** `10 s`, `5 min`. */
export const intervalChoiceText = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`);

export const HOW_OFTEN = 'Fréquence de vérification du tableau';

/** Why the poll scheduler sends no requests. */
export const PHASE_WORDS = {
  paused: 'Suspendu',
  hidden: 'Suspendu car masqué',
  offline: 'Hors ligne',
  ended: 'Jeton refusé',
  signedOut: 'Déconnecté',
} as const;

export const NOTHING_TO_CHECK = 'Rien à vérifier';

const secondsText = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

/** `30 s`, `10 min`. */
export const intervalText = (ms: number): string =>
  ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : secondsText(ms);

export const rangeText = (min: string, max: string): string => `${min} à ${max}`;

export const NOT_REACHED = 'Injoignable';
export const HOUR_SPENT = 'En attente : plus de requêtes pour cette heure';
/** `En direct · toutes les 30 s`. "Live" would be wrong for an interval that is longer than every choice of the user. */
export const liveText = (pace: string, isSlow: boolean): string =>
  `${isSlow ? 'Ralenti' : 'En direct'} · toutes les ${pace}`;

/** `En direct · changements en 30 s`, where the change feed makes checks rarer. */
export const changesText = (changes: string): string => `En direct · changements en ${changes}`;
/** Follows that: ` · tout en 5 min`. */
export const checksText = (checks: string): string => ` · tout en ${checks}`;

/** Follows the status. `ms` is the time until the next request; undefined while a request is in flight. */
export const nextTryText = (ms: number | undefined): string =>
  ms === undefined ? ' · essai en cours' : ` · prochain essai dans ${secondsText(ms)}`;
export const nextCheckText = (ms: number | undefined): string => (ms === undefined ? '' : ` · dans ${secondsText(ms)}`);

/**
 * Why the board is checked less often than the user chose. One check takes `requests`; `moving` of them read environments
 * in progress, which are due every ten seconds.
 */
export const slowdownText = (requests: number, moving: number): string =>
  `Ralenti : ${counted(moving || requests, { one: '# requête', other: '# requêtes' })} ${moving > 0 ? `sur ${figures(requests)} toutes les 10 s` : 'par vérification'}, ${figures(1_000)}/h au plus.`;

/** `En échec depuis 14:32 : 3 requêtes sur 12.` */
export const sinceText = (clock: string, failing: number, all: number): string =>
  counted(failing, {
    one: `En échec depuis ${clock} : # requête sur ${figures(all)}.`,
    other: `En échec depuis ${clock} : # requêtes sur ${figures(all)}.`,
  });
export const SHOWING_LAST_KNOWN = 'Les cartes montrent les derniers états connus.';
export const retryText = (seconds: number): string => `Envboard réessaie dans ${seconds} s.`;
export const USE_ANOTHER_TOKEN = 'Utiliser un autre jeton';
