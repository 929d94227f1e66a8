import type { ActivitySource } from '#domain/activity/activity-entry.ts';
import type { Counts } from '#domain/activity/filter-entries.ts';
import { totalOf } from '#domain/activity/filter-entries.ts';
import type { HistoryCounts } from '#domain/activity/history-counts.ts';
import type { Result } from '#domain/environment/deployment-result.ts';
import { timeFormat } from '#languages/time-formats.ts';
import { counted, figures, plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const ACTIVITY_WORDS = {
  results: 'Ergebnisse',
  all: 'Alle',
  environment: 'Umgebung',
  origin: 'Auslöser',
  person: 'Person',
  any: 'alle',
  days: '14 Tage',
  hours: '24 Stunden',
  span: 'Zeitraum',
  chart: 'Deployments nach Ergebnis',
  stream: 'Aktivität',
  clearMoment: 'Alle Tage anzeigen',
  clearFilters: 'Filter löschen',
  columns: {
    time: 'Zeit',
    result: 'Ergebnis',
    environment: 'Umgebung',
    version: 'Version',
    startedBy: 'Gestartet von',
    duration: 'Dauer',
    source: 'Quelle',
  },
  allServices: 'alle Dienste',
  sameVersion: 'gleiche Version',
  sameMovingTag: 'gleiches Image-Tag',
  today: 'Heute',
  loading: 'Gespeicherte Einträge und erste Verläufe werden gelesen…',
  nothing: 'Noch keine Deployments.',
  nothingHint: 'Deployments der angehefteten Umgebungen erscheinen hier, sobald Qovery sie meldet.',
  noMatch: 'Kein Eintrag passt zu diesen Filtern.',
  notKept:
    'In diesem Browser kann Envboard die Aktivität nicht speichern. Sie ist nach jeder Abfrage wieder vollständig.',
  notKnown: 'Deployments nicht bekannt',
  unknownBar: 'nicht bekannt',
  atLeast: 'Mindestens',
  exportCsv: 'Als CSV exportieren',
  exportJson: 'Als JSON exportieren',
  exportFailed: 'Dieser Browser hat die Datei verweigert.',
  peopleHidden: 'Personennamen sind ausgeblendet. Das lässt sich in den Einstellungen ändern.',
} as const;

export const RESULT_WORDS = {
  failed: 'Fehlgeschlagen',
  well: 'Erfolgreich',
  cancelled: 'Abgebrochen',
  running: 'In Arbeit',
  other: 'Andere',
} as const satisfies Record<Result, string>;

export const SOURCE_WORDS = {
  feed: 'Ereignisse',
  history: 'Verlauf',
  seen: 'hier gesehen',
} as const satisfies Record<ActivitySource, string>;

const SOURCE_NAMES = {
  feed: 'Ereignisse von Qovery',
  history: 'Deployment-Verlauf',
  seen: 'Beobachtungen dieses Browsers',
} as const satisfies Record<ActivitySource, string>;

const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** `Quelle: Ereignisse von Qovery und Deployment-Verlauf`. */
export const knownFromText = (sources: readonly ActivitySource[]): string =>
  `Quelle: ${list.format(sources.map((source) => SOURCE_NAMES[source]))}`;

const UTC = 'UTC';
const longDay = timeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const weekday = timeFormat(LOCALE, { weekday: 'short' });
const dayOfMonth = timeFormat(LOCALE, { day: 'numeric' });
const dayAndMonth = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const chipDay = timeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });
const clock = timeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** `Donnerstag, 26. November`; today's begins with `Heute`. `noon` is the noon of the day in UTC. */
export const dayText = (noon: number, isToday: boolean): string =>
  isToday ? `Heute, ${longDay(noon, UTC)}` : longDay(noon, UTC);

export const shortDayText = (noon: number): string => `${weekday(noon, UTC)} ${dayOfMonth(noon, UTC)}.`;
/** `Do., 26. Nov.`; today's is `Heute`. */
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
  `Neu seit Ihrem letzten Besuch, ${visit(at, timeZone)}`;

/** `At least 12`, where deployments may be missing. */
const atLeast = (text: string, isComplete: boolean): string =>
  isComplete ? text : `${ACTIVITY_WORDS.atLeast} ${text}`;

/** `At least 12`, or that nothing is known, where a history is missing: no data is not zero. */
const knownText = (text: string, counts: Counts, isComplete: boolean): string => {
  if (isComplete) return text;
  return totalOf(counts) === 0 ? ACTIVITY_WORDS.notKnown : atLeast(text, false);
};

/** `214 Deployments in 14 Tagen`. */
export const totalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${plural(totalOf(counts), 'Deployment', 'Deployments')} ${spanText(showsHours)}`, counts, isComplete);

/** `214 in 14 Tagen`, where there is little room. */
export const shortTotalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${figures(totalOf(counts))} ${spanText(showsHours)}`, counts, isComplete);

const spanText = (showsHours: boolean): string => (showsHours ? 'in 24 Stunden' : 'in 14 Tagen');

/** `9 fehlgeschlagen, 5 abgebrochen`; empty when all went well. */
export const exceptionsText = ({ failed, cancelled }: Counts): string =>
  [failed > 0 && `${figures(failed)} fehlgeschlagen`, cancelled > 0 && `${figures(cancelled)} abgebrochen`]
    .filter((part) => part !== false)
    .join(', ');

/** `23 Einträge, 3 fehlgeschlagen`. */
export const entriesText = (counts: Counts, isComplete: boolean): string =>
  [
    atLeast(plural(totalOf(counts), 'Eintrag', 'Einträge'), isComplete),
    counts.failed > 0 ? `${figures(counts.failed)} fehlgeschlagen` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

export const outsideText = (counts: Counts, isHour: boolean): string =>
  `${plural(totalOf(counts), 'Eintrag', 'Einträge')} außerhalb ${isHour ? 'der gewählten Stunde' : 'des gewählten Tages'}`;

/** The range that the filters count, where it is longer than that of the bars. */
export const filtersText = (count: number, from: number, timeZone: string): string =>
  `Die Filter zählen ${plural(count, 'Eintrag', 'Einträge')} seit ${dayAndMonth(from, timeZone)}`;

/** Explains the dashed part of a bar. */
export const DASHED_LEGEND = 'Gestrichelt: nicht alle Deployments sind bekannt';

/** The accessible name of a bar. */
export const barText = (name: string, counts: Counts, isComplete: boolean): string =>
  !isComplete && totalOf(counts) === 0
    ? `${name}: ${ACTIVITY_WORDS.unknownBar}`
    : `${name}: ${[atLeast(plural(totalOf(counts), 'Deployment', 'Deployments'), isComplete), exceptionsText(counts)].filter((part) => part !== '').join(', ')}`;

export const moreText = (count: number): string => `+${figures(count)}`;

/** The last line of a printed list that has more entries. */
export const notPrintedText = (count: number): string =>
  counted(count, { one: '# älterer Eintrag ist nicht gedruckt.', other: '# ältere Einträge sind nicht gedruckt.' });

/** Which histories were not requested yet, or were refused. */
export function coverageText({ total, waiting, denied, unread, needsToken }: HistoryCounts): string {
  return [
    waiting > 0 && `Noch nicht abgerufene Verläufe: ${figures(waiting)} von ${figures(total)}.`,
    denied > 0 &&
      counted(denied, {
        one: '# Verlauf konnte nicht gelesen werden.',
        other: '# Verläufe konnten nicht gelesen werden.',
      }),
    unread > 0 &&
      counted(unread, {
        one: '# Deployment der Verläufe konnte nicht gelesen werden.',
        other: '# Deployments der Verläufe konnten nicht gelesen werden.',
      }),
    needsToken && 'Fügen Sie in den Einstellungen ein Token hinzu, das sie lesen darf.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const entryLinkText = (time: string): string => `Deployment in Qovery öffnen: ${time}`;
