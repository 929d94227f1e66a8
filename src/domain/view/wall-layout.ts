import { lettersEm } from './letters-em.ts';

/**
 * The arrangement of a tile. `tall`: four lines with space between name and state. `short`: the same four lines without
 * the space. `dense`: two lines, with signs instead of words for out of date and unreachable.
 */
export type WallForm = 'tall' | 'short' | 'dense';

export type WallLayout = {
  readonly form: WallForm;
  readonly columns: number;
  readonly rows: number;
  /** Size of the smallest text, in whole CSS pixels; all other sizes of a tile are multiples of it. */
  readonly typePx: number;
  /** Number of environments with a tile of their own. */
  readonly shown: number;
  /** Number of environments that share the last tile. */
  readonly more: number;
  /** True when the user scrolls, on a phone: `rows` then need not fit on the screen. */
  readonly scrolls: boolean;
};

export type WallRoom = {
  /** Size of the area for the tiles, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly names: readonly string[];
  /** Width of the page's font divided by that of `lettersEm`, the widest font in use. 1 when unknown. */
  readonly letterScale: number;
  /** Height of a line divided by the size of its text; 1 unless the user's own styles set it. */
  readonly lineHeight?: number;
};

export const MIN_TYPE_PX = 16;
/** Maximum number of tiles. Further environments share the last tile. */
export const MAX_TILES = 60;
/** An area with a side below this, in CSS pixels, is a phone's. */
const PHONE_PX = 460;
const BORDERS_PX = 2;
/** Width of the longest state. Layout reserves it, because states change at any poll and must not resize the tiles. */
const STATE_EM = 11.5;
const PILL_EM = 8.8;
const NOTE_EM = 12;
const SHORT_NOTE_EM = 4.2;
/** A longer name is cut, because a single long name would make the text of all tiles small. */
const MAX_NAME_EM = 16;
const CUT_NAME_EM = 5;
/** Growth of a tile for each unit of line height above 1: at 1.5, a tile is 1.22 times as high. */
const RISE_OF_LINES = 0.45;
/** Among grids with at least this share of the largest text, the one with the fewest empty cells is used. */
const MIN_TEXT_SHARE = 0.95;

type Form = {
  /** In multiples of the smallest text: text size of name and state, height of a tile, gap between tiles. */
  readonly nameEm: number;
  readonly stateEm: number;
  readonly heightEm: number;
  readonly gapEm: number;
  readonly widthEm: (nameEm: number, scale: number) => number;
};

/** The sizes must match the classes in `features/wall/wall-tile.tsx`; a browser test compares them. */
const FORMS: Readonly<Record<WallForm, Form>> = {
  tall: {
    nameEm: 1.9,
    stateEm: 1.65,
    heightEm: 10.4,
    gapEm: 0.8,
    widthEm: (name, scale) =>
      2.2 + Math.max(1.9 * name, 2.7 + 1.65 * STATE_EM * scale, (PILL_EM + NOTE_EM) * scale + 0.5),
  },
  short: {
    nameEm: 1.5,
    stateEm: 1.5,
    heightEm: 8.2,
    gapEm: 0.5,
    widthEm: (name, scale) =>
      1.6 + Math.max(1.5 * name, 2.4 + 1.5 * STATE_EM * scale, (PILL_EM + NOTE_EM) * scale + 0.5),
  },
  dense: {
    nameEm: 1,
    stateEm: 1,
    heightEm: 2.9,
    gapEm: 0.25,
    widthEm: (name, scale) => 0.8 + Math.max(name + 0.5 + SHORT_NOTE_EM * scale, 3.1 + STATE_EM * scale),
  },
};
const FORMS_WITH_WORDS = ['tall', 'short'] as const satisfies readonly WallForm[];
const FORMS_WITH_SIGNS = ['dense'] as const satisfies readonly WallForm[];
/** Signs replace words only when the smallest text would be below this share of the shorter side. */
const MIN_SHARE = 0.0165;

/**
 * Returns the columns, rows and form with the largest text at which every tile fits.
 *
 * Names are cut only when no grid fits at 16 px. Environments that still do not fit, or that exceed `MAX_TILES`, share
 * the last tile; on a phone the user scrolls instead. If only a single environment is left over, it gets the last tile
 * for itself.
 */
export function layOutWall({ widthPx, heightPx, names, letterScale, lineHeight = 1 }: WallRoom): WallLayout {
  const count = names.length;
  const box: Box = {
    widthPx: sizeOf(widthPx),
    heightPx: sizeOf(heightPx),
    scale: letterScale > 0 ? letterScale : 1,
    rise: 1 + RISE_OF_LINES * Math.max(0, lineHeight - 1),
  };
  const cells = Math.max(1, Math.min(count, MAX_TILES + 1));
  const longestEm = names.reduce((longest, name) => Math.max(longest, lettersEm(name)), CUT_NAME_EM);
  const nameEm = Math.min(longestEm, MAX_NAME_EM) * box.scale;
  const cutEm = CUT_NAME_EM * box.scale;

  const grid = largestGrid(box, cells, nameEm) ?? largestGrid(box, cells, cutEm);
  if (grid) return gridLayout(grid, cells, count);
  const isPhone = Math.min(box.widthPx, box.heightPx) < PHONE_PX;
  for (let fewer = cells - 1; fewer > 1 && !isPhone; fewer -= 1) {
    const smaller = largestGrid(box, fewer, cutEm);
    if (smaller) return gridLayout(smaller, fewer, count);
  }
  return scrollLayout(box, count);
}

const gridLayout = (grid: Grid, cells: number, count: number): WallLayout =>
  cells >= count
    ? { ...grid, shown: count, more: 0, scrolls: false }
    : { ...grid, shown: cells - 1, more: count - cells + 1, scrolls: false };

type Box = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scale: number;
  /** How much higher a tile is than usual. */
  readonly rise: number;
};
type Grid = Pick<WallLayout, 'form' | 'columns' | 'rows' | 'typePx'>;

/** Returns the largest whole text size at which a grid of this form fits. The result may be below `MIN_TYPE_PX`. */
function typePxOf(box: Box, form: WallForm, columns: number, rows: number, nameEm: number): number {
  const { heightEm, gapEm, widthEm } = FORMS[form];
  const across = (box.widthPx - columns * BORDERS_PX) / (columns * widthEm(nameEm, box.scale) + (columns - 1) * gapEm);
  const down = (box.heightPx - rows * BORDERS_PX) / (rows * heightEm * box.rise + (rows - 1) * gapEm);
  return Math.floor(Math.min(across, down));
}

/** Returns the grid with the largest text: with words when they are legible, else with signs, which need less room. */
function largestGrid(box: Box, cells: number, nameEm: number): Grid | undefined {
  const legiblePx = Math.max(MIN_TYPE_PX, MIN_SHARE * Math.min(box.widthPx, box.heightPx));
  return (
    largestOf(FORMS_WITH_WORDS, legiblePx, box, cells, nameEm) ??
    largestOf(FORMS_WITH_SIGNS, MIN_TYPE_PX, box, cells, nameEm)
  );
}

function largestOf(
  forms: readonly WallForm[],
  minPx: number,
  box: Box,
  cells: number,
  nameEm: number,
): Grid | undefined {
  const grids = forms
    .flatMap((form) =>
      Array.from({ length: cells }, (_, index) => {
        const columns = index + 1;
        const rows = Math.ceil(cells / columns);
        const typePx = typePxOf(box, form, columns, rows, nameEm);
        return { form, columns, rows, typePx, statePx: typePx * FORMS[form].stateEm, empty: columns * rows - cells };
      }),
    )
    .filter(({ typePx }) => typePx >= minPx);
  const largestPx = grids.reduce((max, { statePx }) => Math.max(max, statePx), 0);
  const [chosen] = grids
    .filter(({ statePx }) => statePx >= MIN_TEXT_SHARE * largestPx)
    .toSorted((a, b) => a.empty - b.empty || b.statePx - a.statePx || a.columns - b.columns);
  return chosen && { form: chosen.form, columns: chosen.columns, rows: chosen.rows, typePx: chosen.typePx };
}

function scrollLayout({ widthPx, scale }: Box, count: number): WallLayout {
  const { widthEm, gapEm } = FORMS.short;
  const tilePx = widthEm(CUT_NAME_EM, scale) * MIN_TYPE_PX + BORDERS_PX;
  const gapPx = gapEm * MIN_TYPE_PX;
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (tilePx + gapPx)));
  const rows = Math.ceil(count / columns);
  return { form: 'short', columns, rows, typePx: MIN_TYPE_PX, shown: count, more: 0, scrolls: true };
}

const sizeOf = (px: number): number => (px > 0 && Number.isFinite(px) ? px : 0);
