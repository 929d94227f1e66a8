import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { type CompareWith, isCompared, type Row, type RowOrder } from '#domain/versions/version-matrix.ts';
import { hasNoServices, type VersionSummary } from '#domain/versions/version-summary.ts';
import { figures, plural } from './common.ts';
import { modeText } from './qovery-terms.ts';
import { shortAge } from './relative-time.ts';
import { shortAgeText } from './short-date-time.ts';

export const VERSIONS_WORDS = {
  filter: 'Filter services',
  filterHint: 'Filter services  /',
  tools: 'Filter and order of the services',
  compare: 'Compare',
  rows: 'Rows',
  previews: 'Previews',
  copy: 'Copy the versions',
  copyMarkdown: 'Copy as Markdown',
  copyCsv: 'Copy as CSV',
  markdownCopied: 'The versions are copied as Markdown.',
  csvCopied: 'The versions are copied as CSV.',
  notCopied: 'This browser refused the clipboard. Select the table and copy it.',
  service: 'Service',
  absent: 'not in this environment',
  waiting: 'not requested yet',
  unread: 'could not be read',
  nothingCompared: 'nothing compared',
  noneRead: 'No versions could be read.',
  noVersion: 'no version',
  unknown: 'not known',
  loading: 'Loading the versions…',
  waitingForBudget: 'Waiting for free requests',
  notAsked: 'No answer yet',
  stateUnread: 'State could not be read',
  noState: 'Qovery tells no state of it',
  missing: 'Not found, or no access',
  tryAgain: 'Try again',
  otherSource: 'other source',
  different: 'different',
  edited: 'edited, not deployed',
  sameMovingTag: 'same moving tag',
  commit: 'Commit',
  comparison: 'Compare',
  console: 'Open in Qovery',
  close: 'Close',
  noServices: 'No services in this project’s environments.',
  noServicesStep: 'Add a service in Qovery, or pin other environments.',
  nothingMatches: 'No service matches the filter.',
  clear: 'Clear filters',
  onlyPreviews: 'Only preview environments are pinned here.',
  showPreviews: 'Show previews',
  noEnvironments: 'No environment matches the filters.',
  inStep: 'Grey: in step with the column to its left',
  inStepLast: 'Grey: in step with the last column',
  whereKnown: 'where both are known',
  elseDifferent: 'not equal, order not known',
  sameName: 'same name, other repository or image',
  notDeployed: 'not deployed yet',
  maybeDeployed: 'not known whether it is deployed',
  mayDiffer: 'equal tags that may name two images',
  configured: 'configured',
  behind: 'behind',
  ahead: 'ahead',
  unnamedProject: 'Unnamed project',
  noCommits: 'The commit is not in the last 100 of its branch.',
  commitsFailed: 'The commits of the branch could not be loaded.',
  loadingCommits: 'Loading the commit…',
  with: 'with',
  left: 'First environment',
  right: 'Second environment',
} as const;

export const COMPARE_CHOICES = {
  left: 'each with the column to its left',
  last: 'each with the last column',
} as const satisfies Record<CompareWith, string>;

export const ROW_CHOICES = {
  differing: 'those that differ first',
  name: 'by name',
} as const satisfies Record<RowOrder, string>;

export const PREVIEW_CHOICES = { hidden: 'left out', shown: 'shown' } as const;

const MINUTE_MS = 60_000;

/** The age of a cell: `just now`, `4 m ago`, or a date. */
export const cellAgeText = (at: number, now: number, format: TimeFormat): string => {
  if (isShownAsDate(at, now, format)) return shortAgeText(at, now, format);
  return now - at < MINUTE_MS ? 'just now' : `${shortAge(now - at)} ago`;
};

/** `versions 20 s old`. */
export const answerAgeText = (at: number, now: number): string => `versions ${shortAge(now - at)} old`;

export const renamedText = (name: string): string => `same source as ${name}`;

/** `4 of 7 differ, 1 in one only`; `all in step`. */
export function projectNote(rows: readonly Row[], inOneOnly: number): string {
  const [differing, services] = [rows.filter(({ isApart }) => isApart).length, rows.length];
  const differ = !rows.some(isCompared)
    ? VERSIONS_WORDS.nothingCompared
    : differing === 0
      ? 'none differs'
      : `${figures(differing)} of ${figures(services)} differ`;
  return inOneOnly > 0 ? `${differ}, ${figures(inOneOnly)} in one only` : differ;
}

/** `6 of 12 services differ between staging and production.` */
export function versionsSentence(summary: VersionSummary): string {
  const { services, compared, differing, between, unread, environments, answered } = summary;
  const [left, right] = (between ?? []).map((mode) => modeText(mode).toLowerCase());
  const where = left && right ? `between ${left} and ${right}` : 'between environments';
  if (environments === 0) return '';
  if (hasNoServices(summary)) return `No services in ${plural(answered, 'environment')}.`;
  if (services === 0) return unread > 0 && unread === environments ? VERSIONS_WORDS.noneRead : 'No versions yet.';
  if (compared === 0) return `${plural(services, 'service')}, ${VERSIONS_WORDS.nothingCompared}.`;
  if (differing === 0) return `None of ${plural(compared, 'service')} is known to differ ${where}.`;
  return `${figures(differing)} of ${plural(compared, 'service')} ${differing === 1 ? 'differs' : 'differ'} ${where}.`;
}

/** `2 are configured but not deployed, 1 exists in one environment only.`; empty for none. */
export function versionsNote(summary: VersionSummary): string {
  if (hasNoServices(summary)) return VERSIONS_WORDS.noServicesStep;
  const { unknown, pending, inOneOnly } = summary;
  const parts = [
    unknown > 0 && `${figures(unknown)} could not be compared`,
    pending > 0 && `${figures(pending)} ${pending === 1 ? 'is' : 'are'} configured but not deployed`,
    inOneOnly > 0 && `${figures(inOneOnly)} ${inOneOnly === 1 ? 'exists' : 'exist'} in one environment only`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

/** Counts the environments whose services are missing, all or some, and names the step that would allow them; empty for none. */
export const unreadNote = ({ unread, partlyRead, environments, isDenied }: VersionSummary): string =>
  [
    unread > 0 && `The services of ${figures(unread)} of ${plural(environments, 'environment')} could not be read.`,
    partlyRead > 0 && `Some services of ${plural(partlyRead, 'environment')} could not be read.`,
    isDenied && 'Add a token that may read them in Settings.',
  ]
    .filter((part) => part !== false)
    .join(' ');

export const loadingNote = (loaded: number, all: number): string =>
  `${figures(loaded)} of ${plural(all, 'environment')} loaded.`;

export const matrixLabel = (project: string): string => `Versions of ${project}`;

export const moreInStepText = (names: readonly string[]): string =>
  `${figures(names.length)} more in step: ${names.join(', ')}`;

export const SEPARATOR = '·';

export const NO_VALUE = '—';

/** `staging: 2.5.0 configured`. */
export const pendingThereText = (environment: string, configured: string): string => `${environment}: ${configured}`;

/** The note of a project that has one of the two compared environments. */
export const onlyModeText = (columns: number): string => (columns === 1 ? 'nothing to compare with' : '');

/** `analytics is project 1 of 3`; empty for one project. */
export const projectPositionText = (position: number, count: number): string =>
  count > 1 ? `project ${figures(position)} of ${figures(count)}` : '';

/** `5 more services, 2 of them differ`. */
export function moreRowsText(rows: readonly Pick<Row, 'isApart'>[]): string {
  const differing = rows.filter(({ isApart }) => isApart).length;
  const more = `${figures(rows.length)} more ${rows.length === 1 ? 'service' : 'services'}`;
  return differing === 0 ? more : `${more}, ${figures(differing)} of them ${differing === 1 ? 'differs' : 'differ'}`;
}

/** The age of a column's answer on the wall. */
export const wallAgeText = (at: number | undefined, now: number, format: TimeFormat): string =>
  at === undefined ? VERSIONS_WORDS.notAsked : cellAgeText(at, now, format);
