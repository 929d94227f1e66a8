import type { Matrix } from './version-matrix.ts';

/** Returns the matrix in parts of at most `max` columns side by side, which have equal numbers of columns or one fewer. */
export function columnBands(matrix: Matrix, max: number): readonly Matrix[] {
  const { columns, rows } = matrix;
  const bands = Math.ceil(columns.length / max);
  if (bands < 2) return [matrix];
  const startOf = (band: number) => Math.ceil((band * columns.length) / bands);
  return Array.from({ length: bands }, (_, band) => {
    const [from, to] = [startOf(band), startOf(band + 1)];
    return {
      ...matrix,
      columns: columns.slice(from, to),
      rows: rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
    };
  });
}
