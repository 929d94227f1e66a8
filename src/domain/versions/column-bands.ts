import type { Matrix } from './version-matrix.ts';

/** Splits a matrix into parts of at most `max` neighbouring columns, whose sizes differ by at most one. */
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
