import { usePrintedAt } from '#browser/use-printed-at.ts';
import { columnBands } from '#domain/versions/column-bands.ts';
import { type MatrixProps, MatrixTable } from './matrix-table.tsx';

/** Maximum number of columns on an upright page: each takes `PAPER_COLUMN_PX` in letters of 7 points. */
const PAPER_COLUMNS = 3;

/** Renders the matrix of one project. On paper, which cannot scroll, columns without room continue in a further table. */
export function ProjectMatrix(props: MatrixProps) {
  const { matrix } = props;
  const isPrinting = usePrintedAt() !== undefined;
  const bands = isPrinting ? columnBands(matrix, PAPER_COLUMNS) : [matrix];
  return bands.map((band, at) => (
    // The first table keeps its key, so that printing does not mount it again, which would lose the focus.
    <MatrixTable key={at === 0 ? '' : band.columns[0]?.environment.id} {...props} matrix={band} />
  ));
}
