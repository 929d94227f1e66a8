import { nameOf } from '#domain/environment/board-environment.ts';
import type { Matrix, Row } from './version-matrix.ts';

const containsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.toLowerCase().includes(word));

const textOfRow = (row: Row, project: string): string => {
  const versions = row.cells.flatMap((cell) =>
    cell.kind === 'service' ? [cell.running.deployed?.text, cell.running.pending?.text] : [],
  );
  return [project, row.name, row.kind, ...versions].join(' ');
};

/**
 * Returns the matrices with the rows whose service, kind, versions or project contain every word of the query. A matrix
 * without such a row keeps all rows and the columns whose environment matches, or is left out when none does.
 */
export function filterMatrices(matrices: readonly Matrix[], query: string): readonly Matrix[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return matrices;
  return matrices.flatMap((matrix) => {
    const rows = matrix.rows.filter((row) => containsAll(textOfRow(row, matrix.projectName), words));
    if (rows.length > 0) return [{ ...matrix, rows }];
    const kept = matrix.columns.map(({ environment }) =>
      containsAll(`${matrix.projectName} ${nameOf(environment)} ${environment.info?.mode ?? ''}`, words),
    );
    if (!kept.includes(true)) return [];
    return [
      {
        ...matrix,
        columns: matrix.columns.filter((_, index) => kept[index]),
        rows: matrix.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
      },
    ];
  });
}
