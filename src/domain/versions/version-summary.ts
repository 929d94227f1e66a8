import { isDenial } from '#domain/environment/failure.ts';
import { type Comparison, compareVersions, isApart } from './compare-versions.ts';
import { type Cell, type Column, isUnread, type Matrix, type Row } from './version-matrix.ts';

/** Counts of rows, for the sentence above the matrices. */
export type VersionSummary = {
  readonly services: number;
  /** Number of services in projects with environments to compare. */
  readonly compared: number;
  readonly differing: number;
  /** Number of services that do not differ as far as is known, and with an environment whose version is not known. */
  readonly unknown: number;
  readonly pending: number;
  readonly inOneOnly: number;
  /** Number of environments, of those whose services are known, and of those whose services could not be read. */
  readonly environments: number;
  readonly answered: number;
  readonly unread: number;
  /** Number of environments with a service that could not be read. */
  readonly partlyRead: number;
  /** True when Qovery denies the services of one of these, so that another token may read them. */
  readonly isDenied: boolean;
  /** The two modes between which each row was compared; undefined when rows were compared between all environments. */
  readonly between: readonly [string, string] | undefined;
};

const isAnswered = ({ answer }: Column): boolean => answer.services !== undefined && answer.unreadServices === 0;

/** True when every environment of a project has answered, and none has a service. */
export const isWithoutServices = ({ columns, rows }: Matrix): boolean => rows.length === 0 && columns.every(isAnswered);

/** True when every environment whose services could be read has none. */
export const hasNoServices = ({ services, environments, answered, unread }: VersionSummary): boolean =>
  services === 0 && answered > 0 && answered + unread === environments;

type Pair = readonly [left: number, right: number];

/**
 * The last column of one mode and the first of the other, which are next to each other; undefined without one of them.
 */
function pairOf({ columns }: Matrix, [left, right]: readonly [string, string]): Pair | undefined {
  const modes = columns.map(({ environment }) => environment.info?.mode);
  const pair: Pair = [modes.lastIndexOf(left), modes.indexOf(right)];
  // An index is −1 without such a column.
  return pair[0] < 0 || pair[0] >= pair[1] ? undefined : pair;
}

const comparedOf = (cell: Cell | undefined) =>
  cell?.kind === 'service' ? { version: cell.running.deployed, source: cell.running.service.source } : undefined;

const relationsOf = ({ cells }: Row): readonly Comparison[] =>
  cells.flatMap((cell) => (cell.kind === 'service' ? (cell.comparison ?? []) : []));

/** Returns whether the row differs, or may differ. Undefined for a row in step, and without anything to compare. */
function resultOf(row: Row, pair: Pair | undefined): 'differs' | 'unknown' | undefined {
  const [left, right] = pair?.map((index) => comparedOf(row.cells[index])) ?? [];
  // No lists of commits: they tell which commit is ahead, and both orders count as different.
  const ofPair = left && right ? [compareVersions(right, left)] : [];
  const comparisons = pair ? ofPair : relationsOf(row);
  if (comparisons.some(isApart)) return 'differs';
  return comparisons.some(({ relation }) => relation === 'unknown') ? 'unknown' : undefined;
}

/**
 * Counts the rows of all matrices. If each matrix with two columns or more has an environment of both `modes`, only
 * these two are compared, so that the sentence can name them.
 */
export function summarizeVersions(
  matrices: readonly Matrix[],
  modes: readonly [string, string] = ['STAGING', 'PRODUCTION'],
): VersionSummary {
  const several = matrices.filter(({ columns }) => columns.length > 1);
  const pairs = new Map(several.map((matrix) => [matrix, pairOf(matrix, modes)]));
  const hasPairs = several.length > 0 && several.every((matrix) => pairs.get(matrix) !== undefined);
  const rows = matrices.flatMap((matrix) => matrix.rows);
  const results = several.flatMap((matrix) =>
    matrix.rows.map((row) => resultOf(row, hasPairs ? pairs.get(matrix) : undefined)),
  );
  const columns = matrices.flatMap((matrix) => matrix.columns);
  const unread = columns.filter(isUnread);
  const count = (accepts: (row: Row) => boolean) => rows.filter(accepts).length;
  return {
    services: rows.length,
    compared: results.length,
    differing: results.filter((result) => result === 'differs').length,
    unknown: results.filter((result) => result === 'unknown').length,
    pending: count(({ isPending }) => isPending),
    inOneOnly: count(({ isInOneOnly }) => isInOneOnly),
    environments: columns.length,
    answered: columns.filter(isAnswered).length,
    unread: unread.length,
    partlyRead: columns.filter(({ answer }) => answer.unreadServices > 0).length,
    isDenied: unread.some(({ environment, answer: { failure = environment.failure } }) => failure && isDenial(failure)),
    between: hasPairs ? modes : undefined,
  };
}
