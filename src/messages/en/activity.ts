import type { ActivitySource } from '#domain/activity/activity-entry.ts';
import type { Counts } from '#domain/activity/filter-entries.ts';
import { totalOf } from '#domain/activity/filter-entries.ts';
import type { HistoryCounts } from '#domain/activity/history-counts.ts';
import type { Result } from '#domain/environment/deployment-result.ts';
import { timeFormat } from '#languages/time-formats.ts';
import { counted, figures, plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const ACTIVITY_WORDS = {
  results: 'Results',
  all: 'All',
  environment: 'Environment',
  origin: 'Origin',
  person: 'Person',
  any: 'any',
  days: '14 days',
  hours: '24 hours',
  span: 'Time span',
  chart: 'Deployments by result',
  stream: 'Activity',
  clearMoment: 'Show all days',
  clearFilters: 'Clear filters',
  columns: {
    time: 'Time',
    result: 'Result',
    environment: 'Environment',
    version: 'Version',
    startedBy: 'Started by',
    duration: 'Duration',
    source: 'Known from',
  },
  allServices: 'all services',
  sameVersion: 'same version',
  sameMovingTag: 'same moving tag',
  today: 'Today',
  loading: 'Reading what this browser kept, and the first histories…',
  nothing: 'No deployment yet.',
  nothingHint: 'Deployments of the pinned environments appear here as Qovery tells of them.',
  noMatch: 'No entry matches these filters.',
  notKept: 'This browser does not let Envboard keep the activity. It is complete again after each request.',
  notKnown: 'Deployments not known',
  unknownBar: 'not known',
  atLeast: 'At least',
  exportCsv: 'Export as CSV',
  exportJson: 'Export as JSON',
  exportFailed: 'This browser refused the file.',
  peopleHidden: 'People are hidden: change this in Settings.',
} as const;

export const RESULT_WORDS = {
  failed: 'Failed',
  well: 'Went well',
  cancelled: 'Canceled',
  running: 'In progress',
  other: 'Other',
} as const satisfies Record<Result, string>;

export const SOURCE_WORDS = {
  feed: 'feed',
  history: 'history',
  seen: 'seen here',
} as const satisfies Record<ActivitySource, string>;

const SOURCE_NAMES = {
  feed: 'the change feed',
  history: 'the deployment history',
  seen: 'what this browser observed',
} as const satisfies Record<ActivitySource, string>;

/** `Known from the change feed and the deployment history`. */
export function knownFromText(sources: readonly ActivitySource[]): string {
  const names = sources.map((source) => SOURCE_NAMES[source]);
  const last = names.at(-1) ?? '';
  return `Known from ${names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last}`;
}

const UTC = 'UTC';
const longDay = timeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const weekday = timeFormat(LOCALE, { weekday: 'short' });
const dayOfMonth = timeFormat(LOCALE, { day: 'numeric' });
const dayAndMonth = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const chipDay = timeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });
const clock = timeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** `Thursday 26 November`; today's begins with `Today`. `noon` is the noon of the day in UTC. */
export const dayText = (noon: number, isToday: boolean): string =>
  isToday ? `Today, ${longDay(noon, UTC)}` : longDay(noon, UTC);

export const shortDayText = (noon: number): string => `${weekday(noon, UTC)} ${dayOfMonth(noon, UTC)}`;
/** `Thu, 26 Nov`; today's is `Today`. */
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
  `New since you were last here, ${visit(at, timeZone)}`;

/** `At least 12`, where deployments may be missing. */
const atLeast = (text: string, isComplete: boolean): string =>
  isComplete ? text : `${ACTIVITY_WORDS.atLeast} ${text}`;

/** `At least 12`, or that nothing is known, where a history is missing: no data is not zero. */
const knownText = (text: string, counts: Counts, isComplete: boolean): string => {
  if (isComplete) return text;
  return totalOf(counts) === 0 ? ACTIVITY_WORDS.notKnown : atLeast(text, false);
};

/** `214 deployments in 14 days`. */
export const totalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${plural(totalOf(counts), 'deployment')} ${spanText(showsHours)}`, counts, isComplete);

/** `214 in 14 days`, where there is little room. */
export const shortTotalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${figures(totalOf(counts))} ${spanText(showsHours)}`, counts, isComplete);

const spanText = (showsHours: boolean): string => `in ${showsHours ? ACTIVITY_WORDS.hours : ACTIVITY_WORDS.days}`;

/** `9 failed, 5 canceled`; empty when all went well. */
export const exceptionsText = ({ failed, cancelled }: Counts): string =>
  [failed > 0 && `${figures(failed)} failed`, cancelled > 0 && `${figures(cancelled)} canceled`]
    .filter((part) => part !== false)
    .join(', ');

/** `23 entries, 3 failed`. */
export const entriesText = (counts: Counts, isComplete: boolean): string =>
  [
    atLeast(plural(totalOf(counts), 'entry', 'entries'), isComplete),
    counts.failed > 0 ? `${figures(counts.failed)} failed` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

export const outsideText = (counts: Counts, isHour: boolean): string =>
  `${plural(totalOf(counts), 'entry', 'entries')}, outside the chosen ${isHour ? 'hour' : 'day'}`;

/** The range that the filters count, where it is longer than that of the bars. */
export const filtersText = (count: number, from: number, timeZone: string): string =>
  `The filters count ${plural(count, 'entry', 'entries')} since ${dayAndMonth(from, timeZone)}`;

/** Explains the dashed part of a bar. */
export const DASHED_LEGEND = 'Dashed: not all deployments are known';

/** The accessible name of a bar. */
export const barText = (name: string, counts: Counts, isComplete: boolean): string =>
  !isComplete && totalOf(counts) === 0
    ? `${name}: ${ACTIVITY_WORDS.unknownBar}`
    : `${name}: ${[atLeast(plural(totalOf(counts), 'deployment'), isComplete), exceptionsText(counts)].filter((part) => part !== '').join(', ')}`;

export const moreText = (count: number): string => `+${figures(count)}`;

/** The last line of a printed list that has more entries. */
export const notPrintedText = (count: number): string =>
  counted(count, { one: '# older entry is not printed.', other: '# older entries are not printed.' });

/** Which histories were not requested yet, or were refused. */
export function coverageText({ total, waiting, denied, unread, needsToken }: HistoryCounts): string {
  return [
    waiting > 0 && `Histories not requested yet: ${figures(waiting)} of ${figures(total)}.`,
    denied > 0 && `${plural(denied, 'history', 'histories')} could not be read.`,
    unread > 0 && `${plural(unread, 'deployment')} in the histories could not be read.`,
    needsToken && 'Add a token that may read them in Settings.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const entryLinkText = (time: string): string => `Open the deployment of ${time} in Qovery`;
