import type { ActivitySource } from '#domain/activity/activity-entry.ts';
import type { Counts } from '#domain/activity/filter-entries.ts';
import { totalOf } from '#domain/activity/filter-entries.ts';
import type { HistoryCounts } from '#domain/activity/history-counts.ts';
import type { Result } from '#domain/environment/deployment-result.ts';
import { timeFormat } from '#languages/time-formats.ts';
import { counted, figures, plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const ACTIVITY_WORDS = {
  results: 'Résultats',
  all: 'Tous',
  environment: 'Environnement',
  origin: 'Origine',
  person: 'Personne',
  any: 'tout',
  days: '14 jours',
  hours: '24 heures',
  span: 'Période',
  chart: 'Déploiements par résultat',
  stream: 'Activité',
  clearMoment: 'Afficher toute la période',
  clearFilters: 'Effacer les filtres',
  columns: {
    time: 'Heure',
    result: 'Résultat',
    environment: 'Environnement',
    version: 'Version',
    startedBy: 'Lancé par',
    duration: 'Durée',
    source: 'Source',
  },
  allServices: 'tous les services',
  sameVersion: 'même version',
  sameMovingTag: 'même tag mutable',
  today: 'Aujourd’hui',
  loading: 'Lecture des données de ce navigateur et des premiers historiques…',
  nothing: 'Aucun déploiement.',
  nothingHint: 'Les déploiements des environnements épinglés apparaissent ici dès que Qovery les signale.',
  noMatch: 'Aucune entrée ne correspond à ces filtres.',
  notKept: 'Ce navigateur empêche Envboard de conserver l’activité. Elle est de nouveau complète après chaque requête.',
  notKnown: 'Déploiements inconnus',
  unknownBar: 'inconnu',
  atLeast: 'Au moins',
  exportCsv: 'Exporter en CSV',
  exportJson: 'Exporter en JSON',
  exportFailed: 'Ce navigateur a refusé le fichier.',
  peopleHidden: 'Les noms de personnes sont masqués : ce choix se change dans les Réglages.',
} as const;

export const RESULT_WORDS = {
  failed: 'En échec',
  well: 'Réussis',
  cancelled: 'Annulés',
  running: 'En cours',
  other: 'Autres',
} as const satisfies Record<Result, string>;

export const SOURCE_WORDS = {
  feed: 'événements',
  history: 'historique',
  seen: 'vu ici',
} as const satisfies Record<ActivitySource, string>;

const SOURCE_NAMES = {
  feed: 'événements de Qovery',
  history: 'historique des déploiements',
  seen: 'observations de ce navigateur',
} as const satisfies Record<ActivitySource, string>;

const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** `Source : événements de Qovery et historique des déploiements`. */
export const knownFromText = (sources: readonly ActivitySource[]): string =>
  `Source : ${list.format(sources.map((source) => SOURCE_NAMES[source]))}`;

const UTC = 'UTC';
const longDay = timeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const weekday = timeFormat(LOCALE, { weekday: 'short' });
const dayOfMonth = timeFormat(LOCALE, { day: 'numeric' });
const dayAndMonth = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const chipDay = timeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });
const clock = timeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** `jeudi 26 novembre`; today's begins with `Aujourd’hui`. `noon` is the noon of the day in UTC. */
export const dayText = (noon: number, isToday: boolean): string =>
  isToday ? `Aujourd’hui, ${longDay(noon, UTC)}` : longDay(noon, UTC);

export const shortDayText = (noon: number): string => `${weekday(noon, UTC)} ${dayOfMonth(noon, UTC)}`;
/** `jeu. 26 nov.`; today's is `Aujourd’hui`. */
export const narrowDayText = (noon: number, isToday: boolean): string =>
  isToday ? ACTIVITY_WORDS.today : chipDay(noon, UTC);
export const dayOfMonthText = (noon: number): string => dayOfMonth(noon, UTC);

/** The chosen day or hour. `moment` is a key of a calendar. */
export const momentText = (noon: number, moment: string): string =>
  moment.length > 8 ? `${chipDay(noon, UTC)}, ${hourText(moment)}` : chipDay(noon, UTC);

/** `14:00`. */
export const hourText = (hour: string): string => `${hour.slice(8)}:00`;

/** The time of an entry, in the time zone of the page. */
export const entryTimeText = clock;

const visit = timeFormat(LOCALE, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
export const sinceText = (at: number, timeZone: string): string =>
  `Nouveau depuis votre dernière visite, ${visit(at, timeZone)}`;

/** `At least 12`, where deployments may be missing. */
const atLeast = (text: string, isComplete: boolean): string =>
  isComplete ? text : `${ACTIVITY_WORDS.atLeast} ${text}`;

/** `At least 12`, or that nothing is known, where a history is missing: no data is not zero. */
const knownText = (text: string, counts: Counts, isComplete: boolean): string => {
  if (isComplete) return text;
  return totalOf(counts) === 0 ? ACTIVITY_WORDS.notKnown : atLeast(text, false);
};

/** `214 déploiements en 14 jours`. */
export const totalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${plural(totalOf(counts), 'déploiement')} ${spanText(showsHours)}`, counts, isComplete);

/** `214 en 14 jours`, where there is little room. */
export const shortTotalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${figures(totalOf(counts))} ${spanText(showsHours)}`, counts, isComplete);

const spanText = (showsHours: boolean): string => `en ${showsHours ? ACTIVITY_WORDS.hours : ACTIVITY_WORDS.days}`;

/** `9 en échec, 5 annulés`; empty when all went well. */
export const exceptionsText = ({ failed, cancelled }: Counts): string =>
  [
    failed > 0 && `${figures(failed)} en échec`,
    cancelled > 0 && counted(cancelled, { one: '# annulé', other: '# annulés' }),
  ]
    .filter((part) => part !== false)
    .join(', ');

/** `23 entrées, 3 en échec`. */
export const entriesText = (counts: Counts, isComplete: boolean): string =>
  [
    atLeast(plural(totalOf(counts), 'entrée'), isComplete),
    counts.failed > 0 ? `${figures(counts.failed)} en échec` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

export const outsideText = (counts: Counts, isHour: boolean): string =>
  `${plural(totalOf(counts), 'entrée')}, hors ${isHour ? 'de l’heure choisie' : 'du jour choisi'}`;

/** The range that the filters count, where it is longer than that of the bars. */
export const filtersText = (count: number, from: number, timeZone: string): string =>
  `Les filtres comptent ${plural(count, 'entrée')} depuis le ${dayAndMonth(from, timeZone)}`;

/** Explains the dashed part of a bar. */
export const DASHED_LEGEND = 'Pointillés : les déploiements ne sont pas tous connus';

/** The accessible name of a bar. */
export const barText = (name: string, counts: Counts, isComplete: boolean): string =>
  !isComplete && totalOf(counts) === 0
    ? `${name} : ${ACTIVITY_WORDS.unknownBar}`
    : `${name} : ${[atLeast(plural(totalOf(counts), 'déploiement'), isComplete), exceptionsText(counts)].filter((part) => part !== '').join(', ')}`;

export const moreText = (count: number): string => `+${figures(count)}`;

/** The last line of a printed list that has more entries. */
export const notPrintedText = (count: number): string =>
  counted(count, {
    one: '# entrée plus ancienne n’est pas imprimée.',
    other: '# entrées plus anciennes ne sont pas imprimées.',
  });

/** Which histories were not requested yet, or were refused. */
export function coverageText({ total, waiting, denied, unread, needsToken }: HistoryCounts): string {
  return [
    waiting > 0 && `Historiques pas encore demandés : ${figures(waiting)} sur ${figures(total)}.`,
    denied > 0 &&
      counted(denied, {
        one: '# historique n’a pas pu être lu.',
        other: '# historiques n’ont pas pu être lus.',
      }),
    unread > 0 &&
      counted(unread, {
        one: '# déploiement des historiques n’a pas pu être lu.',
        other: '# déploiements des historiques n’ont pas pu être lus.',
      }),
    needsToken && 'Ajoutez dans les réglages un jeton qui peut les lire.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const entryLinkText = (time: string): string => `Ouvrir dans Qovery le déploiement : ${time}`;
