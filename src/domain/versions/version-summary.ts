import { isDenial } from '#domain/environment/failure.ts';
import { compareVersions, isApart } from './compare-versions.ts';
import { type Cell, type Column, isUnread, type Matrix, type Row } from './version-matrix.ts';

/** Counts of rows, for the sentence above the matrices. */
export type VersionSummary = {
  readonly services: number;
  readonly differing: number;
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

function differs(row: Row, pair: Pair | undefined): boolean {
  if (!pair) return row.isApart;
  const [left, right] = pair.map((index) => comparedOf(row.cells[index]));
  // No lists of commits: they tell which commit is ahead, and both orders count as different.
  return left !== undefined && right !== undefined && isApart(compareVersions(right, left));
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
  const rows = matrices.flatMap((matrix) =>
    matrix.rows.map((row) => ({ row, pair: hasPairs ? pairs.get(matrix) : undefined })),
  );
  const columns = matrices.flatMap((matrix) => matrix.columns);
  const unread = columns.filter(isUnread);
  const count = (accepts: (row: Row) => boolean) => rows.filter(({ row }) => accepts(row)).length;
  return {
    services: rows.length,
    differing: rows.filter(({ row, pair }) => differs(row, pair)).length,
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
