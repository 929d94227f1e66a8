import { withoutFormula } from '#domain/csv-field.ts';
import { resultOf } from '#domain/environment/deployment-result.ts';
import type { ActivityEntry } from './activity-entry.ts';
import type { History } from './history-counts.ts';

/** An entry for a file, or a gap in the file. The keys are the columns of the CSV file. */
export type ExportedEntry = {
  readonly started: string;
  readonly environment: string;
  readonly project: string;
  readonly state: string;
  readonly result: string;
  readonly action: string;
  readonly origin: string;
  readonly startedBy: string;
  readonly durationSeconds: number | '';
  readonly services: string;
  readonly knownFrom: string;
  readonly environmentId: string;
  readonly deploymentId: string;
  /** The parts of this deployment that the file lacks; in a line without a start, those of the environment. */
  readonly missing: string;
};

type NamesOf = (environmentId: string) => { readonly environment: string; readonly project: string };

type Options = {
  readonly namesOf: NamesOf;
  /** True while the user hides people: the file then names none. */
  readonly hidesPeople: boolean;
};

/** Returns the entries for a file, in the same order. Times are ISO 8601 in UTC. */
export const exportedEntries = (
  entries: readonly ActivityEntry[],
  { namesOf, hidesPeople }: Options,
): readonly ExportedEntry[] =>
  entries.map((entry) => ({
    started: new Date(entry.at).toISOString(),
    ...namesOf(entry.environmentId),
    state: entry.state,
    result: resultOf(entry.state),
    action: entry.action ?? '',
    origin: entry.origin ?? '',
    startedBy: hidesPeople ? '' : (entry.triggeredBy ?? ''),
    durationSeconds: entry.durationSeconds ?? '',
    services: (entry.services ?? [])
      .flatMap(({ name, version }) => (version === undefined ? [] : [`${name} ${version}`]))
      .join('; '),
    knownFrom: entry.sources.join('; '),
    environmentId: entry.environmentId,
    deploymentId: entry.deploymentId ?? '',
    missing: entry.services === undefined ? 'services' : entry.hasUnreadServices ? 'some services' : '',
  }));

const NO_ENTRY = {
  started: '',
  state: '',
  result: '',
  action: '',
  origin: '',
  startedBy: '',
  durationSeconds: '',
  services: '',
  knownFrom: '',
  deploymentId: '',
} as const;

/**
 * Returns a line for each gap in the histories of environments, so that a file does not look complete. `from` is the time of
 * the oldest entry in the file: deployments before it are no gap.
 */
export const exportedGaps = (
  histories: ReadonlyMap<string, History | undefined>,
  { namesOf, from }: { readonly namesOf: NamesOf; readonly from: number },
): readonly ExportedEntry[] =>
  [...histories].flatMap(([environmentId, history]) =>
    gapsOf(history, from).map((missing) => ({ ...NO_ENTRY, ...namesOf(environmentId), environmentId, missing })),
  );

function gapsOf(history: History | undefined, from: number): readonly string[] {
  if (!history?.coverage) {
    if (history?.failure) return ['history: could not be read'];
    return history && !history.isRequested ? [] : ['history: not read yet'];
  }
  const { knownFrom, unread = 0 } = history.coverage;
  return [
    knownFrom > from && `deployments before ${new Date(knownFrom).toISOString()}`,
    unread > 0 && `deployments that could not be read: ${unread}`,
  ].filter((gap) => gap !== false);
}

function cell(value: string | number): string {
  const safe = typeof value === 'string' ? withoutFormula(value) : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS = [
  'started',
  'environment',
  'project',
  'state',
  'result',
  'action',
  'origin',
  'startedBy',
  'durationSeconds',
  'services',
  'knownFrom',
  'environmentId',
  'deploymentId',
  'missing',
] as const satisfies readonly (keyof ExportedEntry)[];

/** Returns the entries as CSV (RFC 4180) with a head line. No cell is a formula of a spreadsheet. */
export const csvOf = (entries: readonly ExportedEntry[]): string =>
  [COLUMNS.join(','), ...entries.map((entry) => COLUMNS.map((column) => cell(entry[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
