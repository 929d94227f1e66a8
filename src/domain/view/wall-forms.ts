/**
 * The arrangement of a tile. `tall`: four lines with space between name and state. `short`: the same four lines without
 * the space. `narrow`: as `short`, with a smaller state. `dense`: two lines, with signs instead of words for out of date
 * and unreachable.
 */
export type WallForm = 'tall' | 'short' | 'narrow' | 'dense';

/** An area for tiles, in CSS pixels. */
export type Box = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width of the page's font divided by that of `lettersEm`. */
  readonly scale: number;
  /**
   * Width of the longest state in the page's language and font, in multiples of its text. Layout reserves it, because
   * states change at any poll and must not resize the tiles.
   */
  readonly stateEm: number;
  /** How much higher a tile is than usual. */
  readonly rise: number;
  /** Size in CSS pixels below which words are not legible from afar; signs then replace them. */
  readonly minWordsPx: number;
};

export type Grid = {
  readonly form: WallForm;
  readonly columns: number;
  readonly rows: number;
  /** Size of the smallest text, in whole CSS pixels; all other sizes of a tile are multiples of it. */
  readonly typePx: number;
};

export const MIN_TYPE_PX = 16;
export const BORDERS_PX = 2;
const PILL_EM = 8.8;
const NOTE_EM = 12;
const SHORT_NOTE_EM = 4.2;
const SPACE_EM = 0.5;
/** Growth of a tile for each unit of line height above 1: at 1.5, a tile is 1.22 times as high. */
export const RISE_OF_LINES = 0.45;
const MIN_TEXT_SHARE = 0.95;

type Form = {
  /** In multiples of the smallest text: text size of name and state, height of a tile, gap between tiles. */
  readonly nameEm: number;
  readonly stateEm: number;
  readonly heightEm: number;
  readonly gapEm: number;
  /**
   * In the same unit: the padding of both sides, and the room for signs in the line of the state, with some to spare,
   * because the longest state is chosen by an estimate.
   */
  readonly padEm: number;
  readonly signsEm: number;
};

/** The sizes must match the classes in `features/wall/wall-tile.tsx`; a browser test compares them. */
export const FORMS: Readonly<Record<WallForm, Form>> = {
  tall: { nameEm: 1.9, stateEm: 1.65, heightEm: 10.4, gapEm: 0.8, padEm: 2.2, signsEm: 2.7 },
  short: { nameEm: 1.5, stateEm: 1.5, heightEm: 8.2, gapEm: 0.5, padEm: 1.6, signsEm: 2.4 },
  narrow: { nameEm: 1.5, stateEm: 1.25, heightEm: 8.2, gapEm: 0.5, padEm: 1.6, signsEm: 2.1 },
  dense: { nameEm: 1, stateEm: 1, heightEm: 2.9, gapEm: 0.25, padEm: 0.8, signsEm: 3.1 },
};
const FORMS_WITH_WORDS = ['tall', 'short', 'narrow'] as const satisfies readonly WallForm[];
const FORMS_WITH_SIGNS = ['dense'] as const satisfies readonly WallForm[];

/** Returns the width of a tile whose state is whole, in multiples of the smallest text. */
export function stateLineEmOf(form: WallForm, stateEm: number): number {
  const sizes = FORMS[form];
  return sizes.padEm + sizes.signsEm + sizes.stateEm * stateEm;
}

/** Returns the width of a tile whose lines are whole, in multiples of the smallest text. */
export function widthEmOf(form: WallForm, nameEm: number, { scale, stateEm }: Pick<Box, 'scale' | 'stateEm'>): number {
  const nameWidthEm = FORMS[form].nameEm * nameEm;
  const linesEm =
    form === 'dense'
      ? nameWidthEm + SPACE_EM + SHORT_NOTE_EM * scale
      : Math.max(nameWidthEm, SPACE_EM + (PILL_EM + NOTE_EM) * scale);
  return Math.max(FORMS[form].padEm + linesEm, stateLineEmOf(form, stateEm));
}

/** Returns the largest whole text size at which a grid of this form fits. The result may be below `MIN_TYPE_PX`. */
function typePxOf(box: Box, form: WallForm, columns: number, rows: number, nameEm: number): number {
  const { heightEm, gapEm } = FORMS[form];
  const widthEm = widthEmOf(form, nameEm, box);
  const across = (box.widthPx - columns * BORDERS_PX) / (columns * widthEm + (columns - 1) * gapEm);
  const down = (box.heightPx - rows * BORDERS_PX) / (rows * heightEm * box.rise + (rows - 1) * gapEm);
  return Math.floor(Math.min(across, down));
}

/** Returns the size of the text of states, in CSS pixels. */
export const statePxOf = ({ form, typePx }: Pick<Grid, 'form' | 'typePx'>): number => typePx * FORMS[form].stateEm;

type Wanted = {
  readonly cells: number;
  readonly nameEm: number;
  /** The grid has at least so many columns, even if some of them stay empty. */
  readonly minColumns?: number;
  /** Among grids with at least this share of the largest text, the one with the fewest empty cells is used. */
  readonly minTextShare?: number;
};

/** Returns the grid with the largest text: with words when they are legible, else with signs, which need less room. */
export const largestGrid = (box: Box, wanted: Wanted): Grid | undefined =>
  largestOf(FORMS_WITH_WORDS, box.minWordsPx, box, wanted) ?? largestOf(FORMS_WITH_SIGNS, MIN_TYPE_PX, box, wanted);

function largestOf(
  forms: readonly WallForm[],
  minPx: number,
  box: Box,
  { cells, nameEm, minColumns = 1, minTextShare = MIN_TEXT_SHARE }: Wanted,
): Grid | undefined {
  const grids = forms
    .flatMap((form) =>
      Array.from({ length: Math.max(1, cells - minColumns + 1) }, (_, index) => {
        const columns = minColumns + index;
        const rows = Math.ceil(cells / columns);
        const typePx = typePxOf(box, form, columns, rows, nameEm);
        return { form, columns, rows, typePx, statePx: statePxOf({ form, typePx }), empty: columns * rows - cells };
      }),
    )
    .filter(({ typePx }) => typePx >= minPx);
  const largestPx = grids.reduce((max, { statePx }) => Math.max(max, statePx), 0);
  const [chosen] = grids
    .filter(({ statePx }) => statePx >= minTextShare * largestPx)
    .toSorted((a, b) => a.empty - b.empty || b.statePx - a.statePx || a.columns - b.columns);
  return chosen;
}
