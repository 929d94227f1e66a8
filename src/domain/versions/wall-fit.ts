/** The room of a wall and the size of the matrix that it shows. */
type Room = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rows: number;
  readonly columns: number;
};

export type WallFit = {
  /** Size of the text in CSS pixels; never under 20. */
  readonly typePx: number;
  /** Number of rows that fit; the others are counted in one line. */
  readonly rows: number;
};

/** Small texts have 0.8 of this size, so that no text is under 16 px. */
const MIN_TYPE_PX = 20;
const MAX_TYPE_PX = 44;
/** Heights in em: the head, a row, and the line that counts the rows that do not fit. */
const HEAD_EM = 3.2;
const ROW_EM = 2.1;
const REST_EM = 1.6;
/** Widths in em of the services' names and of one environment. */
const NAME_EM = 12;
const COLUMN_EM = 15;

/** Returns the largest text at which a matrix fits the wall; the smallest text and fewer rows where it does not fit. */
export function fitMatrix({ widthPx, heightPx, rows, columns }: Room): WallFit {
  const byHeight = heightPx / (HEAD_EM + rows * ROW_EM);
  const byWidth = widthPx / (NAME_EM + columns * COLUMN_EM);
  const wanted = Math.min(byHeight, byWidth, MAX_TYPE_PX);
  const typePx = Math.max(MIN_TYPE_PX, Math.floor(wanted * 10) / 10);
  if (byHeight >= typePx) return { typePx, rows };
  const fitting = Math.floor((heightPx / typePx - HEAD_EM - REST_EM) / ROW_EM);
  return { typePx, rows: Math.max(1, Math.min(rows, fitting)) };
}
