import { type Box, FORMS, type Grid, largestGrid, statePxOf } from './wall-forms.ts';

/** Two grids of one width, one above the other: the failing tiles, and all others. */
export type WallBands = {
  readonly failing: Grid & { readonly count: number };
  readonly others: Grid;
  /** Height of a row of failing tiles divided by that of another row; at least 1. */
  readonly rowRatio: number;
  /** Space between two tiles, in CSS pixels. */
  readonly gapPx: number;
};

type Wanted = {
  /** The grid in which all tiles have one size. */
  readonly grid: Grid;
  readonly failing: number;
  readonly others: number;
  /** Width of the names in multiples of their text: whole, then cut. */
  readonly nameEms: readonly number[];
};

/** Size of a failing state divided by that of another state: the wanted ratio, and the smallest that is worth two sizes. */
const TEXT_RATIO = 1.6;
const MIN_TEXT_RATIO = 1.15;
/** Among grids of failing tiles with at least this share of the largest text, the one with the fewest empty cells is used. */
const MIN_FULL_SHARE = 0.75;
/** The failing tiles keep at least this share of the text that they have when all tiles have one size. */
const MIN_KEPT_SHARE = 0.95;
/** Shares of the height that the failing tiles may get. */
const SHARES = Array.from({ length: 46 }, (_, step) => 0.05 + 0.02 * step);
const MAX_GAP_PX = 24;
/** The gaps take at most this share of the width. */
const MAX_GAPS_SHARE = 0.25;

/**
 * Returns larger tiles for the failing environments, above the others. Their share of the height makes their states up to
 * 1.6 times as large as the others; a smaller share is used when the difference would cost more height than it is worth.
 *
 * The other tiles keep their words when that leaves a difference; otherwise signs replace the words. A failing tile keeps
 * the words that it has in a grid of equal tiles, and no other tile is wider or higher. Returns undefined when the failing
 * tiles would be hardly larger than the others, or smaller than in a grid of equal tiles.
 */
export function splitIntoBands(box: Box, wanted: Wanted): WallBands | undefined {
  return bestSplit(box, wanted, true) ?? bestSplit(box, wanted, false);
}

function bestSplit(box: Box, wanted: Wanted, hasWords: boolean): WallBands | undefined {
  let best: WallBands | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  const mayLoseWords = wanted.grid.form === 'dense';
  for (const share of SHARES) {
    const bands = splitAt(box, wanted, share);
    if (!bands || (hasWords && bands.others.form === 'dense')) continue;
    if (bands.failing.form === 'dense' && !mayLoseWords) continue;
    const ratio = statePxOf(bands.failing) / statePxOf(bands.others);
    const score = Math.min(ratio, TEXT_RATIO) - share;
    if (ratio >= MIN_TEXT_RATIO && score > bestScore) [best, bestScore] = [bands, score];
  }
  return best;
}

type Cells = Omit<Parameters<typeof largestGrid>[1], 'nameEm'>;

function splitAt(box: Box, { grid, nameEms, ...counts }: Wanted, share: number): WallBands | undefined {
  const largest = (heightPx: number, cells: Cells): Grid | undefined => {
    for (const nameEm of nameEms) {
      const found = largestGrid({ ...box, heightPx }, { ...cells, nameEm });
      if (found) return found;
    }
    return undefined;
  };
  const failingPx = Math.floor(share * box.heightPx);
  const failing = largest(failingPx, { cells: counts.failing, minTextShare: MIN_FULL_SHARE });
  if (!failing || statePxOf(failing) < MIN_KEPT_SHARE * statePxOf(grid)) return undefined;
  const othersPx = box.heightPx - failingPx - MAX_GAP_PX;
  const others = largest(othersPx, { cells: counts.others, minColumns: failing.columns });
  if (!others) return undefined;
  const gapPx = gapOf(failing, others, box.widthPx);
  const rowPx = (heightPx: number, rows: number): number => (heightPx - (rows - 1) * gapPx) / rows;
  const rowRatio = rowPx(failingPx, failing.rows) / rowPx(othersPx, others.rows);
  return rowRatio < 1 ? undefined : { failing: { ...failing, count: counts.failing }, others, rowRatio, gapPx };
}

function gapOf(failing: Grid, others: Grid, widthPx: number): number {
  const gapsPx = [failing, others].map(({ form, typePx }) => FORMS[form].gapEm * typePx);
  return Math.min(...gapsPx, MAX_GAP_PX, (MAX_GAPS_SHARE * widthPx) / tracksOf({ failing, others }));
}

/** Returns the number of columns of the grid that both bands share: tiles of either band span a whole number of them. */
export function tracksOf({ failing, others }: { readonly failing: Grid; readonly others: Grid }): number {
  let [a, b] = [failing.columns, others.columns];
  while (b > 0) [a, b] = [b, a % b];
  return (failing.columns * others.columns) / a;
}

/** A tile's first row and column in the shared grid, counted from 1, and the number of columns that it spans. */
export type TileArea = { readonly row: number; readonly column: number; readonly span: number };

/** Returns the place of the tile with this index. The failing tiles come first. */
export function areaOf(bands: WallBands, index: number): TileArea {
  const { failing, others } = bands;
  const isFailing = index < failing.count;
  const { columns } = isFailing ? failing : others;
  const at = isFailing ? index : index - failing.count;
  const span = tracksOf(bands) / columns;
  const row = Math.floor(at / columns) + (isFailing ? 0 : failing.rows);
  return { row: row + 1, column: (at % columns) * span + 1, span };
}
