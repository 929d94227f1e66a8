import { compareNames } from '#domain/compare-names.ts';
import { type BoardEnvironment, isUnknown } from '#domain/environment/board-environment.ts';
import { groupBy } from '#domain/group-by.ts';
import { type Comparison, compareVersions, isApart } from './compare-versions.ts';
import type { Commit } from './service-version.ts';
import { sourceKey } from './source.ts';
import { type RunningService, runningServices, type VersionAnswer } from './version-answer.ts';
import { versionRequestOf } from './version-request.ts';

/** The environment that each cell is compared with: its left neighbour, or the last column. */
export type CompareWith = 'left' | 'last';
export type RowOrder = 'differing' | 'name';

export type Column = { readonly environment: BoardEnvironment; readonly answer: VersionAnswer };

export type Cell =
  /** The environment has no answer yet. */
  | { readonly kind: 'waiting' }
  /** The environment has no answer, and its last request failed or none can be sent. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'service';
      readonly running: RunningService;
      /** Undefined for a cell that has nothing to be compared with. */
      readonly comparison: Comparison | undefined;
      /** Index of the column that `comparison` refers to. */
      readonly comparedWith: number | undefined;
    };

export type Row = {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly cells: readonly Cell[];
  /** True when a cell is not in step with the cell that it is compared with. */
  readonly isApart: boolean;
  /** True when two cells or more were compared, and all of them have the same version. */
  readonly isInStep: boolean;
  /** True when a configuration is edited and not deployed. */
  readonly isPending: boolean;
  /** True when one environment of several has the service. */
  readonly isInOneOnly: boolean;
  /** The name of another row with the same source in other environments: the service may have been renamed. */
  readonly maybeRenamed: string | undefined;
};

export type Matrix = {
  readonly projectId: string;
  readonly projectName: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

/** Returns the commits of a service's branch, newest first, when a list is known that holds its commits. */
export type CommitsOf = (serviceIds: readonly string[]) => readonly Commit[];

type Options = {
  readonly compareWith: CompareWith;
  readonly order: RowOrder;
  readonly commitsOf: CommitsOf;
};

/** True for a column whose services could not be read, as opposed to one that waits for its first answer. */
export const isUnread = ({ environment, answer }: Column): boolean =>
  answer.services === undefined && (answer.failure !== undefined || isUnknown(environment));

/** True when a version of the row was compared with a known one. */
export const isCompared = ({ cells }: Row): boolean =>
  cells.some((cell) => cell.kind === 'service' && cell.comparison && cell.comparison.relation !== 'unknown');

/** Builds the matrix of one project: a row for each service, a cell for each environment. */
export function versionMatrix(columns: readonly Column[], options: Options): Matrix {
  const services = columns.map(({ environment, answer }) => ({
    isAnswered: answer.services !== undefined && answer.unreadServices === 0,
    isUnread: isUnread({ environment, answer }) || answer.unreadServices > 0,
    byKey: runningServices(answer, versionRequestOf(environment.id, environment.status)),
  }));
  const keys = [...new Set(services.flatMap(({ byKey }) => [...byKey.keys()]))];
  const rows = keys.map((key): Row => {
    const running = services.map(({ byKey }) => byKey.get(key));
    const present = running.filter((one) => one !== undefined);
    const commits = options.commitsOf(present.map(({ service }) => service.id));
    const cells = running.map((one, index): Cell => {
      if (!one) return { kind: missingKindOf(services[index]) };
      const comparedWith = otherColumn(running, index, options.compareWith);
      const other = comparedWith === undefined ? undefined : running[comparedWith];
      const comparison = other && compareVersions(comparedOf(one), comparedOf(other), commits);
      return { kind: 'service', running: one, comparison, comparedWith };
    });
    const [first] = present;
    const comparisons = cells.flatMap((cell) => (cell.kind === 'service' ? (cell.comparison ?? []) : []));
    return {
      key,
      name: first?.service.name ?? first?.service.id ?? key,
      kind: first?.service.kind ?? '',
      cells,
      isApart: comparisons.some(isApart),
      isInStep: comparisons.length > 0 && comparisons.every(({ relation }) => relation === 'equal'),
      isPending: present.some(({ pending, isOutOfDate }) => isOutOfDate || pending !== undefined),
      isInOneOnly: present.length === 1 && services.filter(({ isAnswered }) => isAnswered).length > 1,
      maybeRenamed: undefined,
    };
  });
  const info = columns.find(({ environment }) => environment.info)?.environment.info;
  return {
    projectId: info?.projectId ?? '',
    projectName: info?.projectName ?? '',
    columns,
    rows: sortRows(withRenames(rows), options.order),
  };
}

const missingKindOf = (column: { readonly isAnswered: boolean; readonly isUnread: boolean } | undefined) =>
  column?.isAnswered ? 'absent' : column?.isUnread ? 'unread' : 'waiting';

const comparedOf = ({ deployed, service }: RunningService) => ({ version: deployed, source: service.source });

function otherColumn(
  running: readonly (RunningService | undefined)[],
  index: number,
  compareWith: CompareWith,
): number | undefined {
  const found =
    compareWith === 'left'
      ? running.findLastIndex((one, at) => at < index && one !== undefined)
      : running.findLastIndex((one) => one !== undefined);
  return found < 0 || found === index ? undefined : found;
}

const sourceOfRow = ({ cells }: Row): string | undefined => {
  const cell = cells.find((one) => one.kind === 'service' && one.running.service.source !== undefined);
  const source = cell?.kind === 'service' ? cell.running.service.source : undefined;
  return source && source.kind !== 'database' ? sourceKey(source) : undefined;
};

/** Notes rows of one kind and source that no environment has both of. */
function withRenames(rows: readonly Row[]): readonly Row[] {
  const bySource = groupBy(rows, (row) => `${row.kind} ${sourceOfRow(row) ?? row.key}`);
  return rows.map((row) => {
    const peers = bySource.get(`${row.kind} ${sourceOfRow(row) ?? row.key}`) ?? [];
    const other = peers.find(
      (peer) =>
        peer !== row &&
        row.cells.every((cell, index) => cell.kind !== 'service' || peer.cells[index]?.kind === 'absent'),
    );
    return other ? { ...row, maybeRenamed: other.name } : row;
  });
}

const weightOf = ({ isApart: apart, isPending, isInOneOnly }: Row): number =>
  apart ? 0 : isPending ? 1 : isInOneOnly ? 2 : 3;

const sortRows = (rows: readonly Row[], order: RowOrder): readonly Row[] =>
  rows.toSorted(
    (a, b) =>
      (order === 'differing' ? weightOf(a) - weightOf(b) : 0) ||
      compareNames(a.name, b.name) ||
      compareNames(a.kind, b.kind) ||
      (a.key < b.key ? -1 : 1),
  );
