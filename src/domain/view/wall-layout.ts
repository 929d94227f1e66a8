import { lettersEm } from './letters-em.ts';
import { splitIntoBands, type WallBands } from './wall-bands.ts';
import {
  BORDERS_PX,
  type Box,
  FORMS,
  type Grid,
  largestGrid,
  MIN_TYPE_PX,
  RISE_OF_LINES,
  stateLineEmOf,
  type WallForm,
  widthEmOf,
} from './wall-forms.ts';

/** The grid of all tiles or, with `bands`, of those that are not failing. */
export type WallLayout = Grid & {
  /** Space between two tiles, in CSS pixels. */
  readonly gapPx: number;
  /** Number of environments with a tile of their own. */
  readonly shown: number;
  /** Number of environments that share the last tile. */
  readonly more: number;
  /** True when the user scrolls, on a phone: `rows` then need not fit on the screen. */
  readonly scrolls: boolean;
  /** Larger tiles for the failing environments; undefined when all tiles have one size. */
  readonly bands?: WallBands | undefined;
};

export type WallRoom = {
  /** Size of the area for the tiles, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly names: readonly string[];
  /** Number of failing environments among the names. */
  readonly failing?: number;
  /** Width of the page's font divided by that of `lettersEm`, the widest font in use. 1 when unknown. */
  readonly letterScale: number;
  /** The longest state in the page's language. */
  readonly longestState: string;
  /** Height of a line divided by the size of its text; 1 unless the user's own styles set it. */
  readonly lineHeight?: number;
  /** True on paper, where the tiles continue on further pages. */
  readonly isPaged?: boolean;
};

/** Maximum number of tiles. Further environments share the last tile. */
export const MAX_TILES = 60;
/** Size of the smallest text on paper, which is read from near: 9 points. */
const PAPER_TYPE_PX = 12;
/** An area with a side below this, in CSS pixels, is a phone's. */
const PHONE_PX = 460;
/** A longer name is cut, because a single long name would make the text of all tiles small. */
const MAX_NAME_EM = 16;
const CUT_NAME_EM = 5;
/** The forms of scrolling tiles, in order of preference; `dense` when neither shows states whole. */
const SCROLLED_FORMS = ['short', 'narrow'] as const satisfies readonly WallForm[];
/** Signs replace words only when the smallest text would be below this share of the shorter side. */
const MIN_SHARE = 0.0165;

/**
 * Returns the columns, rows and form with the largest text at which every tile fits. Failing environments get larger tiles
 * above the others where there is room.
 *
 * Names are cut only when no grid fits at 16 px. Environments that still do not fit, or that exceed `MAX_TILES`, share
 * the last tile; on a phone the user scrolls instead. If only a single environment is left over, it gets the last tile
 * for itself. Paper has a tile for each environment.
 */
export function layOutWall(room: WallRoom): WallLayout {
  const { names, failing = 0 } = room;
  const count = names.length;
  const box = boxOf(room);
  if (room.isPaged === true) return scrollLayout(box, count, PAPER_TYPE_PX);
  const cells = Math.max(1, Math.min(count, MAX_TILES + 1));
  const longestEm = names.reduce((longest, name) => Math.max(longest, lettersEm(name)), CUT_NAME_EM);
  const nameEms = [Math.min(longestEm, MAX_NAME_EM) * box.scale, CUT_NAME_EM * box.scale];

  for (const nameEm of nameEms) {
    const grid = largestGrid(box, { cells, nameEm });
    if (grid) return gridLayout(grid, { box, cells, count, failing, nameEms });
  }
  const isPhone = Math.min(box.widthPx, box.heightPx) < PHONE_PX;
  for (let fewer = cells - 1; fewer > 1 && !isPhone; fewer -= 1) {
    const smaller = largestGrid(box, { cells: fewer, nameEm: CUT_NAME_EM * box.scale });
    if (smaller) return gridLayout(smaller, { box, cells: fewer, count, failing, nameEms });
  }
  return scrollLayout(box, count);
}

function boxOf({ widthPx, heightPx, letterScale, longestState, lineHeight = 1 }: WallRoom): Box {
  const [width, height] = [sizeOf(widthPx), sizeOf(heightPx)];
  const scale = letterScale > 0 ? letterScale : 1;
  return {
    widthPx: width,
    heightPx: height,
    scale,
    stateEm: lettersEm(longestState) * scale,
    rise: 1 + RISE_OF_LINES * Math.max(0, lineHeight - 1),
    minWordsPx: Math.max(MIN_TYPE_PX, MIN_SHARE * Math.min(width, height)),
  };
}

type Filled = {
  readonly box: Box;
  readonly cells: number;
  readonly count: number;
  readonly failing: number;
  readonly nameEms: readonly number[];
};

function gridLayout(grid: Grid, { box, cells, count, failing, nameEms }: Filled): WallLayout {
  const isWhole = cells >= count;
  const shown = isWhole ? count : cells - 1;
  const bands =
    failing > 0 && failing < shown
      ? splitIntoBands(box, { grid, failing, others: cells - failing, nameEms })
      : undefined;
  const gapPx = bands?.gapPx ?? FORMS[grid.form].gapEm * grid.typePx;
  return { ...(bands?.others ?? grid), gapPx, shown, more: count - shown, scrolls: false, bands };
}

function scrollLayout(box: Box, count: number, typePx = MIN_TYPE_PX): WallLayout {
  const { widthPx, stateEm } = box;
  // A column narrower than a whole tile cuts the name and the note first, so only the state must fit.
  const fits = (one: WallForm) => stateLineEmOf(one, stateEm) * typePx + BORDERS_PX <= widthPx;
  const form = SCROLLED_FORMS.find(fits) ?? 'dense';
  const tilePx = widthEmOf(form, CUT_NAME_EM, box) * typePx + BORDERS_PX;
  const gapPx = FORMS[form].gapEm * typePx;
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (tilePx + gapPx)));
  const rows = Math.ceil(count / columns);
  return { form, columns, rows, typePx, gapPx, shown: count, more: 0, scrolls: true };
}

const sizeOf = (px: number): number => (px > 0 && Number.isFinite(px) ? px : 0);
