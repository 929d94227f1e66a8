/**
 * How a tile arranges what it says. `tall` has room between name and state; `short` has the same four lines close
 * together; `dense` says all in two lines, and what is out of date or not reached by a sign.
 */
export type WallForm = 'tall' | 'short' | 'dense';

export type WallLayout = {
  readonly form: WallForm;
  readonly columns: number;
  readonly rows: number;
  /** Of the small print, in whole CSS pixels; everything else on a tile is a multiple of it. */
  readonly typePx: number;
  /** How many have a tile of their own, and how many share the last one. */
  readonly shown: number;
  readonly more: number;
  /** True on a screen so small that the reader scrolls: then `rows` do not have to fit. */
  readonly scrolls: boolean;
};

export type WallRoom = {
  /** The box for the tiles alone, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly names: readonly string[];
  /** Width of the page's own letters by those of `lettersEm`, which are the widest in use. 1 when not known. */
  readonly letterScale: number;
};

export const MIN_TYPE_PX = 16;
/** More than this many share a tile for the rest. */
export const MAX_TILES = 60;
/** A box with a side below this is a phone's, in CSS pixels. */
const PHONE_PX = 460;
const BORDERS_PX = 2;
/** The longest state in words. What the tiles say may change at any poll, and must not change their size. */
const STATE_EM = 11.5;
const PILL_EM = 8.8;
const NOTE_EM = 12;
const SHORT_NOTE_EM = 4.2;
/** A name longer than this is cut: one long name shall not make all type small. */
const LONGEST_NAME_EM = 16;
const CUT_NAME_EM = 5;
/** Grids whose type is this near to the largest are told apart by how many places they leave empty. */
const NEARLY = 0.95;

type Form = {
  /** In ems of the small print: type of name and state, the tile's height, and the gap between tiles. */
  readonly nameEm: number;
  readonly stateEm: number;
  readonly heightEm: number;
  readonly gapEm: number;
  readonly widthEm: (nameEm: number, scale: number) => number;
};

/** The figures follow the classes in `features/wall/wall-tile.tsx`; a test in the browser keeps them together. */
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
const IN_WORDS = ['tall', 'short'] as const satisfies readonly WallForm[];
const IN_SIGNS = ['dense'] as const satisfies readonly WallForm[];
/** Words are given up for signs only where their small print would be smaller than this share of the shorter side. */
const MIN_SHARE = 0.0165;

/**
 * The columns, rows and form that give the largest type at which every tile fits. Names are cut only where nothing else
 * fits at 16 px. What still does not fit, or is past 60, shares the last tile, unless it is one alone, which needs no
 * more room than that; on a phone it is scrolled to instead.
 */
export function layOutWall({ widthPx, heightPx, names, letterScale }: WallRoom): WallLayout {
  const count = names.length;
  const box: Box = { widthPx: sizeOf(widthPx), heightPx: sizeOf(heightPx), scale: letterScale > 0 ? letterScale : 1 };
  const wanted = Math.max(1, Math.min(count, MAX_TILES + 1));
  const longestEm = names.reduce((longest, name) => Math.max(longest, lettersEm(name)), CUT_NAME_EM);
  const wholeEm = Math.min(longestEm, LONGEST_NAME_EM) * box.scale;
  const cutEm = CUT_NAME_EM * box.scale;

  const grid = largestGrid(box, wanted, wholeEm) ?? largestGrid(box, wanted, cutEm);
  if (grid) return shared(grid, wanted, count);
  const isPhone = Math.min(box.widthPx, box.heightPx) < PHONE_PX;
  for (let places = wanted - 1; places > 1 && !isPhone; places -= 1) {
    const fitting = largestGrid(box, places, cutEm);
    if (fitting) return shared(fitting, places, count);
  }
  return scrolling(box, count);
}

const shared = (grid: Grid, places: number, count: number): WallLayout =>
  places >= count
    ? { ...grid, shown: count, more: 0, scrolls: false }
    : { ...grid, shown: places - 1, more: count - places + 1, scrolls: false };

type Box = { readonly widthPx: number; readonly heightPx: number; readonly scale: number };
type Grid = Pick<WallLayout, 'form' | 'columns' | 'rows' | 'typePx'>;

/** The largest whole type at which so many tiles of a form fit in so many columns; may be far too small. */
function typeOf(box: Box, form: WallForm, columns: number, rows: number, nameEm: number): number {
  const { heightEm, gapEm, widthEm } = FORMS[form];
  const across = (box.widthPx - columns * BORDERS_PX) / (columns * widthEm(nameEm, box.scale) + (columns - 1) * gapEm);
  const down = (box.heightPx - rows * BORDERS_PX) / (rows * heightEm + (rows - 1) * gapEm);
  return Math.floor(Math.min(across, down));
}

/** In words where they can be read; else by signs, which leave room for larger type. */
function largestGrid(box: Box, cells: number, nameEm: number): Grid | undefined {
  const legiblePx = Math.max(MIN_TYPE_PX, MIN_SHARE * Math.min(box.widthPx, box.heightPx));
  return largestOf(IN_WORDS, legiblePx, box, cells, nameEm) ?? largestOf(IN_SIGNS, MIN_TYPE_PX, box, cells, nameEm);
}

function largestOf(
  forms: readonly WallForm[],
  leastPx: number,
  box: Box,
  cells: number,
  nameEm: number,
): Grid | undefined {
  const grids = forms
    .flatMap((form) =>
      Array.from({ length: cells }, (_, index) => {
        const columns = index + 1;
        const rows = Math.ceil(cells / columns);
        const typePx = typeOf(box, form, columns, rows, nameEm);
        return { form, columns, rows, typePx, statePx: typePx * FORMS[form].stateEm, empty: columns * rows - cells };
      }),
    )
    .filter(({ typePx }) => typePx >= leastPx);
  const best = grids.reduce((most, { statePx }) => Math.max(most, statePx), 0);
  const [chosen] = grids
    .filter(({ statePx }) => statePx >= NEARLY * best)
    .toSorted((a, b) => a.empty - b.empty || b.statePx - a.statePx || a.columns - b.columns);
  return chosen && { form: chosen.form, columns: chosen.columns, rows: chosen.rows, typePx: chosen.typePx };
}

function scrolling({ widthPx, scale }: Box, count: number): WallLayout {
  const { widthEm, gapEm } = FORMS.short;
  const tilePx = widthEm(CUT_NAME_EM, scale) * MIN_TYPE_PX + BORDERS_PX;
  const gapPx = gapEm * MIN_TYPE_PX;
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (tilePx + gapPx)));
  const rows = Math.ceil(count / columns);
  return { form: 'short', columns, rows, typePx: MIN_TYPE_PX, shown: count, more: 0, scrolls: true };
}

const sizeOf = (px: number): number => (px > 0 && Number.isFinite(px) ? px : 0);

const NARROW = /[ijlI.,:;'|! ]/;
const SLIM = /[ftr()[\]{}/\\"-]/;
const WIDE = /[mwMW@%&]/;
const LATIN = /[\u0020-\u024F]/;

/** About how wide a text is in semibold, in ems, by the widest interface font in use (DejaVu Sans). */
export function lettersEm(text: string): number {
  let em = 0;
  for (const letter of text) {
    if (!LATIN.test(letter)) em += 1.1;
    else if (NARROW.test(letter)) em += 0.36;
    else if (SLIM.test(letter)) em += 0.46;
    else em += WIDE.test(letter) ? 1.05 : 0.71;
  }
  return em;
}
