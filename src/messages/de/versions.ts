import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import type { Comparison } from '#domain/versions/compare-versions.ts';
import type { ReleaseDistance } from '#domain/versions/release.ts';
import type { ExportWords } from '#domain/versions/version-export.ts';
import type { CompareWith, Row, RowOrder } from '#domain/versions/version-matrix.ts';
import type { VersionSummary } from '#domain/versions/version-summary.ts';
import { timeFormat } from '#languages/time-formats.ts';
import { counted, figures, plural } from './common.ts';
import { serviceKindText } from './deployments.ts';
import { LOCALE } from './locale.ts';
import { modeText, stateText } from './qovery-terms.ts';
import { shortAge } from './relative-time.ts';
import { shortAgeText } from './short-date-time.ts';

export const VERSIONS_WORDS = {
  filter: 'Dienste filtern',
  filterHint: 'Dienste filtern  /',
  tools: 'Filter und Reihenfolge der Dienste',
  compare: 'Vergleich',
  rows: 'Zeilen',
  previews: 'Previews',
  copy: 'Versionen kopieren',
  copyMarkdown: 'Als Markdown kopieren',
  copyCsv: 'Als CSV kopieren',
  markdownCopied: 'Die Versionen sind als Markdown kopiert.',
  csvCopied: 'Die Versionen sind als CSV kopiert.',
  notCopied: 'Dieser Browser hat die Zwischenablage verweigert. Markieren Sie die Tabelle und kopieren Sie sie.',
  service: 'Dienst',
  absent: 'nicht vorhanden',
  waiting: 'noch nicht abgerufen',
  noVersion: 'keine Version',
  unknown: 'unbekannt',
  loading: 'Versionen werden geladen…',
  waitingForBudget: 'Wartet auf freie Anfragen',
  notAsked: 'Wartet',
  missing: 'Fehlt oder kein Zugriff',
  tryAgain: 'Erneut versuchen',
  otherSource: 'andere Quelle',
  different: 'anders',
  edited: 'geändert, nicht deployt',
  sameMovingTag: 'gleiches Image-Tag',
  commit: 'Commit',
  comparison: 'Vergleichen',
  console: 'In Qovery öffnen',
  close: 'Schließen',
  noServices: 'Keine Dienste in den Umgebungen dieses Projekts.',
  nothingMatches: 'Kein Dienst passt zum Filter.',
  clear: 'Filter löschen',
  onlyPreviews: 'Hier sind nur Preview-Umgebungen angeheftet.',
  showPreviews: 'Previews anzeigen',
  noEnvironments: 'Keine Umgebung passt zu den Filtern.',
  inStep: 'Grau: wie die Spalte links davon',
  inStepLast: 'Grau: wie die letzte Spalte',
  whereKnown: 'wenn die Reihenfolge bekannt ist',
  elseDifferent: 'nicht gleich, Reihenfolge unbekannt',
  sameName: 'gleicher Name, anderes Repository oder Image',
  notDeployed: 'noch nicht deployt',
  mayDiffer: 'das Tag kann zwei Images bezeichnen',
  configured: 'konfiguriert',
  behind: 'zurück',
  ahead: 'voraus',
  unnamedProject: 'Projekt ohne Namen',
  noCommits: 'Der Commit ist nicht unter den letzten 100 seines Branches.',
  commitsFailed: 'Die Commits des Branches konnten nicht geladen werden.',
  loadingCommits: 'Commit wird geladen…',
  with: 'mit',
  left: 'Erste Umgebung',
  right: 'Zweite Umgebung',
} as const;

export const COMPARE_CHOICES = {
  left: 'mit der Spalte links',
  last: 'mit der letzten Spalte',
} as const satisfies Record<CompareWith, string>;

export const ROW_CHOICES = {
  differing: 'Unterschiede zuerst',
  name: 'nach Name',
} as const satisfies Record<RowOrder, string>;

export const PREVIEW_CHOICES = { hidden: 'ausgeblendet', shown: 'sichtbar' } as const;

/** The parts of a release, in a mark and in a sentence. */
const STEPS = {
  major: { one: '# Major', other: '# Major' },
  minor: { one: '# Minor', other: '# Minor' },
  patch: { one: '# Patch', other: '# Patches' },
  build: { one: '# Build', other: '# Builds' },
} as const;
const LONG_STEPS = {
  ...STEPS,
  major: { one: '# Major-Version', other: '# Major-Versionen' },
  minor: { one: '# Minor-Version', other: '# Minor-Versionen' },
} as const;

const stepsText = ({ part = 'build', steps = 0 }: ReleaseDistance, words: typeof STEPS | typeof LONG_STEPS): string =>
  counted(steps, words[part]);

/** `2 zurück`, `1 Minor zurück`, `anders`; undefined for a cell in step, and where nothing is known. */
export function comparisonText({ relation, commits, release }: Comparison): string | undefined {
  if (relation === 'otherSource' || relation === 'different' || relation === 'sameMovingTag')
    return VERSIONS_WORDS[relation];
  if (relation !== 'ahead' && relation !== 'behind') return undefined;
  const word = VERSIONS_WORDS[relation];
  if (commits !== undefined) return `${figures(commits)} ${word}`;
  return release?.part ? `${stepsText(release, STEPS)} ${word}` : word;
}

/** `4 Commits hinter staging`. */
export function distanceText({ relation, commits, release }: Comparison, other: string): string | undefined {
  if (relation === 'ahead' || relation === 'behind') {
    const where = `${relation === 'ahead' ? 'vor' : 'hinter'} ${other}`;
    if (commits !== undefined) return `${plural(commits, 'Commit', 'Commits')} ${where}`;
    return release?.part ? `${stepsText(release, LONG_STEPS)} ${where}` : `Liegt ${where}`;
  }
  const WORDS: Readonly<Record<string, string>> = {
    equal: `Gleich wie in ${other}`,
    sameMovingTag: `Gleiches Tag wie in ${other}, vielleicht aber ein anderes Image`,
    otherSource: `Aus einer anderen Quelle als in ${other}`,
    different: `Anders als in ${other}. Die Reihenfolge ist unbekannt`,
  };
  return WORDS[relation];
}

export const configuredText = (version: string): string => `${version} konfiguriert`;

/** The age of a cell: `gerade eben`, `vor 4 min`, or a date. */
export const cellAgeText = (at: number, now: number, format: TimeFormat): string => {
  if (isShownAsDate(at, now, format)) return shortAgeText(at, now, format);
  return now - at < MINUTE_MS ? 'gerade eben' : `vor ${shortAge(now - at)}`;
};

/** `Antwort vor 20 s`. */
export const answerAgeText = (at: number, now: number): string => `Antwort vor ${shortAge(now - at)}`;

export const momentText = timeFormat(LOCALE, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

export const inEnvironmentText = (service: string, environment: string): string => `${service} in ${environment}`;
export const renamedText = (name: string): string => `gleiche Quelle wie ${name}`;
export const byAuthorText = (author: string): string => ` von ${author}`;
/** `Deployt am 25. Nov., 09:12 von ci-bot`; for any other state `Build-Fehler · letztes Deployment am 25. Nov., 09:12`. */
export function deployedText(state: string | undefined, when: string | undefined, by: string | undefined): string {
  if (when === undefined) return stateText(state);
  const whole = by === undefined ? `am ${when}` : `am ${when} von ${by}`;
  return state === 'DEPLOYED' ? `${stateText(state)} ${whole}` : `${stateText(state)} · letztes Deployment ${whole}`;
}
export const deployedThereText = (when: string): string => `, dort deployt am ${when}`;
export const committedAtText = (when: string): string => `, ${when}`;

/** `4 von 7 anders, 1 nur in einer`; `keine Unterschiede`. */
export function projectNote(differing: number, services: number, inOneOnly: number): string {
  const differ = differing === 0 ? 'keine Unterschiede' : `${figures(differing)} von ${figures(services)} anders`;
  return inOneOnly > 0 ? `${differ}, ${figures(inOneOnly)} nur in einer` : differ;
}

/** After "von" and "bei". */
const ofServices = (count: number): string => plural(count, 'Dienst', 'Diensten');

/** `6 von 12 Diensten unterscheiden sich zwischen Staging und Produktion.` */
export function versionsSentence({ services, differing, between }: VersionSummary): string {
  const [left, right] = (between ?? []).map(modeText);
  const where = left && right ? `zwischen ${left} und ${right}` : 'zwischen den Umgebungen';
  if (services === 0) return 'Noch keine Versionen.';
  if (differing === 0) return `Bei ${ofServices(services)} ist kein Unterschied ${where} bekannt.`;
  return counted(differing, {
    one: `# von ${ofServices(services)} unterscheidet sich ${where}.`,
    other: `# von ${ofServices(services)} unterscheiden sich ${where}.`,
  });
}

/** `2 sind konfiguriert, aber nicht deployt, 1 gibt es nur in einer Umgebung.`; empty for none. */
export function versionsNote({ pending, inOneOnly }: VersionSummary): string {
  const parts = [
    pending > 0 && `${figures(pending)} ${pending === 1 ? 'ist' : 'sind'} konfiguriert, aber nicht deployt`,
    inOneOnly > 0 && `${figures(inOneOnly)} gibt es nur in einer Umgebung`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `${parts.join('; ')}.`;
}

export const loadingNote = (waiting: number, all: number): string =>
  `${figures(all - waiting)} von ${plural(all, 'Umgebung', 'Umgebungen')} geladen.`;

export const matrixLabel = (project: string): string => `Versionen des Projekts ${project}`;
export const moreInStepText = (names: readonly string[]): string =>
  `${counted(names.length, { one: '# weiterer gleich', other: '# weitere gleich' })}: ${names.join(', ')}`;
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

/** The texts of the copied tables. */
export const EXPORT_WORDS: ExportWords = {
  kind: serviceKindText,
  comparison: comparisonText,
  configured: configuredText,
  service: VERSIONS_WORDS.service,
  absent: '–',
  unknown: VERSIONS_WORDS.unknown,
  // English in every language, as the values below them: a program that reads the CSV file finds the same names.
  columns: [
    'Project',
    'Service',
    'Kind',
    'Environment',
    'Mode',
    'Deployed',
    'Configured',
    'Deployed at',
    'State',
    'Comparison',
  ],
};

export const SEPARATOR = '·';
export const NO_VALUE = '—';

/** `staging: 2.5.0 konfiguriert`. */
export const pendingThereText = (environment: string, configured: string): string => `${environment}: ${configured}`;
/** The note of a project that has one of the two compared environments. */
export const onlyModeText = (columns: number): string => (columns === 1 ? 'nichts zu vergleichen' : '');

/** `Projekt 1 von 3`; empty for one project. */
export const projectPositionText = (position: number, count: number): string =>
  count > 1 ? `Projekt ${figures(position)} von ${figures(count)}` : '';

/** `5 weitere Dienste, davon 2 anders`. */
export function moreRowsText(rows: readonly Pick<Row, 'isApart'>[]): string {
  const differing = rows.filter(({ isApart }) => isApart).length;
  const more = counted(rows.length, { one: '# weiterer Dienst', other: '# weitere Dienste' });
  return differing === 0 ? more : `${more}, davon ${figures(differing)} anders`;
}

/** The age of a column's answer on the wall. */
export const wallAgeText = (at: number | undefined, now: number, format: TimeFormat): string =>
  at === undefined ? VERSIONS_WORDS.notAsked : cellAgeText(at, now, format);
