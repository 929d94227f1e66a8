import { compareVersions, isApart } from './compare-versions.ts';
import type { Cell, CommitsOf, Matrix, Row } from './version-matrix.ts';

/** Counts of rows, for the sentence above the matrices. */
export type VersionSummary = {
  readonly services: number;
  readonly differing: number;
  readonly pending: number;
  readonly inOneOnly: number;
  /** True when each counted row was compared between a staging and a production environment. */
  readonly isStagingToProduction: boolean;
};

type Pair = readonly [staging: number, production: number];

/** The last staging column and the first production column, which stand side by side; undefined without one of them. */
function pairOf({ columns }: Matrix): Pair | undefined {
  const modes = columns.map(({ environment }) => environment.info?.mode);
  const staging = modes.lastIndexOf('STAGING');
  const production = modes.indexOf('PRODUCTION');
  return staging < 0 || production < 0 ? undefined : [staging, production];
}

const comparedOf = (cell: Cell | undefined) =>
  cell?.kind === 'service' ? { version: cell.running.deployed, source: cell.running.service.source } : undefined;

function differs(row: Row, pair: Pair | undefined, commitsOf: CommitsOf): boolean {
  if (!pair) return row.isApart;
  const [staging, production] = pair.map((index) => comparedOf(row.cells[index]));
  if (!staging || !production) return false;
  const ids = row.cells.flatMap((cell) => (cell.kind === 'service' ? [cell.running.service.id] : []));
  return isApart(compareVersions(production, staging, commitsOf(ids)));
}

/**
 * Counts the rows of all matrices. Where each matrix with two columns or more has a staging and a production environment,
 * only these two are compared, so that the sentence can name them.
 */
export function summarizeVersions(matrices: readonly Matrix[], commitsOf: CommitsOf): VersionSummary {
  const several = matrices.filter(({ columns }) => columns.length > 1);
  const pairs = new Map(several.map((matrix) => [matrix, pairOf(matrix)]));
  const isStagingToProduction = several.length > 0 && several.every((matrix) => pairs.get(matrix) !== undefined);
  const rows = matrices.flatMap((matrix) =>
    matrix.rows.map((row) => ({ row, pair: isStagingToProduction ? pairs.get(matrix) : undefined })),
  );
  const count = (accepts: (row: Row) => boolean) => rows.filter(({ row }) => accepts(row)).length;
  return {
    services: rows.length,
    differing: rows.filter(({ row, pair }) => differs(row, pair, commitsOf)).length,
    pending: count(({ isPending }) => isPending),
    inOneOnly: count(({ isInOneOnly }) => isInOneOnly),
    isStagingToProduction,
  };
}
