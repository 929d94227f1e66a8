import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { type CompareWith, isCompared, type Row, type RowOrder } from '#domain/versions/version-matrix.ts';
import { hasNoServices, type VersionSummary } from '#domain/versions/version-summary.ts';
import { counted, figures, plural } from './common.ts';
import { modeText } from './qovery-terms.ts';
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
  unread: 'nicht lesbar',
  nothingCompared: 'nichts verglichen',
  noneRead: 'Keine Version konnte gelesen werden.',
  noVersion: 'keine Version',
  unknown: 'unbekannt',
  loading: 'Versionen werden geladen…',
  waitingForBudget: 'Wartet auf freie Anfragen',
  notAsked: 'Wartet',
  stateUnread: 'Status nicht lesbar',
  noState: 'Qovery nennt keinen Status dafür',
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
  noServicesStep: 'Fügen Sie in Qovery einen Dienst hinzu, oder heften Sie andere Umgebungen an.',
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
  maybeDeployed: 'unbekannt, ob deployt',
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

const MINUTE_MS = 60_000;

/** The age of a cell: `gerade eben`, `vor 4 min`, or a date. */
export const cellAgeText = (at: number, now: number, format: TimeFormat): string => {
  if (isShownAsDate(at, now, format)) return shortAgeText(at, now, format);
  return now - at < MINUTE_MS ? 'gerade eben' : `vor ${shortAge(now - at)}`;
};

/** `Versionen vor 20 s`. */
export const answerAgeText = (at: number, now: number): string => `Versionen vor ${shortAge(now - at)}`;

export const renamedText = (name: string): string => `gleiche Quelle wie ${name}`;

/** `4 von 7 anders, 1 nur in einer`; `keine Unterschiede`. */
export function projectNote(rows: readonly Row[], inOneOnly: number): string {
  const [differing, services] = [rows.filter(({ isApart }) => isApart).length, rows.length];
  const differ = !rows.some(isCompared)
    ? VERSIONS_WORDS.nothingCompared
    : differing === 0
      ? 'keine Unterschiede'
      : `${figures(differing)} von ${figures(services)} anders`;
  return inOneOnly > 0 ? `${differ}, ${figures(inOneOnly)} nur in einer` : differ;
}

/** After "von" and "bei". */
const ofServices = (count: number): string => plural(count, 'Dienst', 'Diensten');

/** `6 von 12 Diensten unterscheiden sich zwischen Staging und Produktion.` */
export function versionsSentence(summary: VersionSummary): string {
  const { services, compared, differing, between, unread, environments, answered } = summary;
  const [left, right] = (between ?? []).map(modeText);
  const where = left && right ? `zwischen ${left} und ${right}` : 'zwischen den Umgebungen';
  if (environments === 0) return '';
  if (hasNoServices(summary)) return `Keine Dienste in ${plural(answered, 'Umgebung', 'Umgebungen')}.`;
  if (services === 0) return unread > 0 && unread === environments ? VERSIONS_WORDS.noneRead : 'Noch keine Versionen.';
  if (compared === 0) return `${plural(services, 'Dienst', 'Dienste')}, ${VERSIONS_WORDS.nothingCompared}.`;
  if (differing === 0) return `Bei ${ofServices(compared)} ist kein Unterschied ${where} bekannt.`;
  return counted(differing, {
    one: `# von ${ofServices(compared)} unterscheidet sich ${where}.`,
    other: `# von ${ofServices(compared)} unterscheiden sich ${where}.`,
  });
}

/** `2 sind konfiguriert, aber nicht deployt, 1 gibt es nur in einer Umgebung.`; empty for none. */
export function versionsNote(summary: VersionSummary): string {
  if (hasNoServices(summary)) return VERSIONS_WORDS.noServicesStep;
  const { unknown, pending, inOneOnly } = summary;
  const parts = [
    unknown > 0 &&
      counted(unknown, { one: '# konnte nicht verglichen werden', other: '# konnten nicht verglichen werden' }),
    pending > 0 && `${figures(pending)} ${pending === 1 ? 'ist' : 'sind'} konfiguriert, aber nicht deployt`,
    inOneOnly > 0 && `${figures(inOneOnly)} gibt es nur in einer Umgebung`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `${parts.join('; ')}.`;
}

/** Counts the environments whose services are missing, all or some, and names the step that would allow them; empty for none. */
export const unreadNote = ({ unread, partlyRead, environments, isDenied }: VersionSummary): string =>
  [
    unread > 0 &&
      `Die Dienste von ${figures(unread)} von ${plural(environments, 'Umgebung', 'Umgebungen')} konnten nicht gelesen werden.`,
    partlyRead > 0 &&
      `Einige Dienste von ${plural(partlyRead, 'Umgebung', 'Umgebungen')} konnten nicht gelesen werden.`,
    isDenied && 'Fügen Sie in den Einstellungen ein Token hinzu, das sie lesen darf.',
  ]
    .filter((part) => part !== false)
    .join(' ');

export const loadingNote = (loaded: number, all: number): string =>
  `${figures(loaded)} von ${plural(all, 'Umgebung', 'Umgebungen')} geladen.`;

export const matrixLabel = (project: string): string => `Versionen des Projekts ${project}`;

export const moreInStepText = (names: readonly string[]): string =>
  `${counted(names.length, { one: '# weiterer gleich', other: '# weitere gleich' })}: ${names.join(', ')}`;

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
