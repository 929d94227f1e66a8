import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersEm } from '#domain/view/letters-em.ts';
import { BORDERS_PX, MIN_TYPE_PX, stateLineEmOf } from '#domain/view/wall-forms.ts';
import { layOutWall, MAX_TILES, type WallRoom } from '#domain/view/wall-layout.ts';

/** The area of each screen below the top line. */
const ROOMS = {
  '1280×720': { widthPx: 1_261, heightPx: 630 },
  '1920×1080': { widthPx: 1_897, heightPx: 973 },
  '2560×1440': { widthPx: 2_530, heightPx: 1_298 },
  '3840×2160': { widthPx: 3_795, heightPx: 1_947 },
  '1080×1920': { widthPx: 1_057, heightPx: 1_790 },
} as const;
const HD = ROOMS['1920×1080'];
const STATE_EM = { tall: 1.65, short: 1.5, narrow: 1.25, dense: 1 } as const;
const FRENCH = 'Redémarrage en attente';

const named = (count: number, name = 'production'): readonly string[] => Array.from({ length: count }, () => name);
const layOut = (room: Partial<WallRoom>) =>
  layOutWall({ ...HD, letterScale: 1, longestState: 'Deployment queued', names: [], ...room });

const anySide = fc.integer({ min: 0, max: 5_000 });
const anyNames = fc.array(fc.string({ maxLength: 60 }), { maxLength: 200 });

test.each(Object.entries(ROOMS))(
  '1 to 60 environments fit on %s without scrolling, in type of at least 16 px',
  (_, room) => {
    for (const name of ['qa', 'production', 'feature-a-rather-long-name-of-a-branch']) {
      for (let count = 1; count <= MAX_TILES; count += 1) {
        const layout = layOut({ ...room, names: named(count, name) });
        expect(layout).toMatchObject({ shown: count, more: 0, scrolls: false });
        expect(layout.typePx).toBeGreaterThanOrEqual(MIN_TYPE_PX);
        expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(count);
      }
    }
  },
);

test.each([
  ['1920×1080', FRENCH, 1],
  ['3840×2160', FRENCH, 1],
  ['1920×1080', 'Fehler beim Stoppen', 0.85],
  ['1920×1080', 'Error de compilación', 1],
] as const)('60 environments fit on %s where the longest state is %s', (room, longestState, letterScale) => {
  const { shown, scrolls, typePx, form, columns } = layOut({
    ...ROOMS[room],
    names: named(60),
    longestState,
    letterScale,
  });
  expect({ shown, scrolls }).toEqual({ shown: 60, scrolls: false });
  expect(typePx).toBeGreaterThanOrEqual(MIN_TYPE_PX);
  const tilePx = stateLineEmOf(form, lettersEm(longestState) * letterScale) * typePx + BORDERS_PX;
  expect(columns * tilePx).toBeLessThanOrEqual(ROOMS[room].widthPx);
});

test('layOutWall gives every environment a tile or counts it in the last one, with text of at least 16 px', () => {
  fc.assert(
    fc.property(anySide, anySide, anyNames, fc.double(), (widthPx, heightPx, names, letterScale) => {
      const { shown, more, typePx, columns, rows, scrolls } = layOut({ widthPx, heightPx, names, letterScale });
      expect(shown + more).toBe(names.length);
      expect(typePx).toBeGreaterThanOrEqual(MIN_TYPE_PX);
      expect(columns).toBeGreaterThanOrEqual(1);
      expect(columns * rows).toBeGreaterThanOrEqual(shown + Math.min(more, 1));
      if (!scrolls) expect(shown).toBeLessThanOrEqual(MAX_TILES + 1);
      if (scrolls) expect(more).toBe(0);
      expect(more).not.toBe(1);
    }),
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0])('layOutWall accepts an area of %s px', (px) => {
  expect(layOut({ widthPx: px, heightPx: px, names: named(5) })).toMatchObject({ shown: 5, more: 0 });
});

test('layOutWall never makes states noticeably smaller when there is more room', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_280, max: 3_000 }),
      fc.integer({ min: 630, max: 1_600 }),
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: 0, max: 300 }),
      (widthPx, heightPx, count, extra) => {
        const names = named(count);
        const before = layOut({ widthPx, heightPx, names });
        const after = layOut({ widthPx: widthPx + extra, heightPx: heightPx + extra, names });
        fc.pre(before.form !== 'dense' && after.form !== 'dense');
        const size = ({ typePx, form }: typeof before) => typePx * STATE_EM[form];
        expect(size(after)).toBeGreaterThanOrEqual(0.94 * size(before) - 1);
      },
    ),
  );
});

test('layOutWall ignores the order of the names, so that a moved tile changes no size', () => {
  fc.assert(
    fc.property(anyNames, (names) => {
      expect(layOut({ names: names.toReversed() })).toEqual(layOut({ names }));
    }),
  );
});

test('layOutWall reduces the text before it cuts long names', () => {
  const short = layOut({ names: named(12, 'production') });
  const long = layOut({ names: named(12, 'production-of-the-shop-1') });
  expect(long.typePx * STATE_EM[long.form]).toBeLessThan(short.typePx * STATE_EM[short.form]);
  expect(long.typePx).toBeGreaterThanOrEqual(MIN_TYPE_PX);
});

test('layOutWall returns larger text when the font is narrower', () => {
  const sizes = [1, 0.85, 0.7].map((letterScale) => {
    const { typePx, form } = layOut({ names: named(12), letterScale });
    return typePx * STATE_EM[form];
  });
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
});

test('layOutWall uses signs only when words would be too small', () => {
  expect(layOut({ names: named(3) }).form).not.toBe('dense');
  expect(layOut({ names: named(24) }).form).not.toBe('dense');
  expect(layOut({ names: named(60) }).form).toBe('dense');
});

test('layOutWall puts environments beyond 60 into one tile', () => {
  expect(layOut({ names: named(60) })).toMatchObject({ shown: 60, more: 0 });
  // A single environment takes no more room than the tile that would count it.
  expect(layOut({ names: named(61) })).toMatchObject({ shown: 61, more: 0 });
  expect(layOut({ names: named(62) })).toMatchObject({ shown: 60, more: 2 });
  expect(layOut({ names: named(72) })).toMatchObject({ shown: 60, more: 12 });
  expect(layOut({ ...ROOMS['3840×2160'], names: named(1_000) })).toMatchObject({ shown: 60, more: 940 });
});

test('layOutWall puts environments that do not fit into the last tile', () => {
  const { shown, more, scrolls } = layOut({ widthPx: 800, heightPx: 500, names: named(60) });
  expect(scrolls).toBe(false);
  expect(more).toBeGreaterThan(1);
  expect(shown + more).toBe(60);
});

test.each([
  ['upright', { widthPx: 341, heightPx: 590 }, 1],
  ['on its side', { widthPx: 720, heightPx: 250 }, 2],
])('a phone %s scrolls through all environments', (_, room, columns) => {
  expect(layOut({ ...room, letterScale: 0.85, names: named(60) })).toMatchObject({
    columns,
    scrolls: true,
    shown: 60,
    more: 0,
    typePx: MIN_TYPE_PX,
  });
});

const LONG = 'feature-a-rather-long-name-of-a-branch';
/** Returns columns, rows and the size of the smallest text, as a viewer of the screen would measure them. */
test.each<[string, Partial<WallRoom>, string]>([
  ['one on a television', { names: named(1) }, 'tall 1 × 1, 79 px'],
  ['five', { names: named(5) }, 'short 2 × 3, 37 px'],
  ['twelve', { names: named(12) }, 'short 3 × 4, 27 px'],
  ['twelve with long names', { names: named(12, LONG) }, 'short 3 × 4, 24 px'],
  ['two dozen in narrow letters', { names: named(24), letterScale: 0.85 }, 'short 4 × 6, 18 px'],
  ['a prime number', { names: named(37) }, 'dense 4 × 10, 30 px'],
  ['sixty', { names: named(60) }, 'dense 5 × 12, 24 px'],
  ['sixty with long names', { names: named(60, LONG) }, 'dense 4 × 15, 20 px'],
  ['twelve on twice as many pixels', { ...ROOMS['3840×2160'], names: named(12) }, 'short 3 × 4, 54 px'],
  ['sixty with long names there', { ...ROOMS['3840×2160'], names: named(60, LONG) }, 'dense 4 × 15, 40 px'],
  ['twelve on a screen on its side', { ...ROOMS['1080×1920'], names: named(12, 'qa') }, 'tall 2 × 6, 21 px'],
  ['sixty there', { ...ROOMS['1080×1920'], names: named(60) }, 'dense 3 × 20, 22 px'],
  ['too many for a small window', { widthPx: 700, heightPx: 560, names: named(40) }, 'dense 2 × 10, 17 px, 21 more'],
  [
    'a low window that is no phone',
    { widthPx: 900, heightPx: 460, names: named(30, LONG) },
    'dense 3 × 8, 17 px, 7 more',
  ],
  [
    'a window as narrow as a phone',
    { widthPx: 459, heightPx: 2_000, names: named(60) },
    'short 1 × 60, 16 px, scrolls',
  ],
  [
    'three in a tall box',
    { widthPx: 600, heightPx: 2_000, letterScale: 0.8, names: named(3, 'qa') },
    'tall 1 × 3, 29 px',
  ],
  ['in wider letters', { widthPx: 600, heightPx: 2_000, letterScale: 1.2, names: named(3, 'qa') }, 'tall 1 × 3, 21 px'],
  ['with long names', { widthPx: 600, heightPx: 2_000, letterScale: 0.8, names: named(3, LONG) }, 'short 1 × 3, 28 px'],
  [
    'nine in one column',
    { widthPx: 640, heightPx: 1_500, letterScale: 0.85, names: named(9, LONG) },
    'short 1 × 9, 19 px',
  ],
  ['in signs', { widthPx: 640, heightPx: 1_100, letterScale: 0.85, names: named(14, 'qa') }, 'dense 1 × 14, 24 px'],
  ['with cut names', { widthPx: 500, heightPx: 900, letterScale: 0.85, names: named(22, LONG) }, 'dense 2 × 11, 18 px'],
  ['with one row too few', { widthPx: 490, heightPx: 1_100, names: named(22, 'qa') }, 'dense 1 × 21, 16 px, 2 more'],
  [
    'a wide phone',
    { widthPx: 1_000, heightPx: 300, letterScale: 0.85, names: named(60) },
    'short 3 × 20, 16 px, scrolls',
  ],
  [
    'in wide letters',
    { widthPx: 720, heightPx: 250, letterScale: 1.3, names: named(60) },
    'short 1 × 60, 16 px, scrolls',
  ],
  [
    'French states on a phone',
    { widthPx: 371, heightPx: 700, longestState: FRENCH, names: named(60) },
    'narrow 1 × 60, 16 px, scrolls',
  ],
  [
    'French states on a narrower phone',
    { widthPx: 341, heightPx: 640, longestState: FRENCH, letterScale: 1.1, names: named(60) },
    'dense 1 × 60, 16 px, scrolls',
  ],
  [
    'a few French states',
    { widthPx: 371, heightPx: 700, longestState: FRENCH, names: named(3) },
    'narrow 1 × 3, 16 px',
  ],
  ['twelve French states', { longestState: FRENCH, names: named(12) }, 'short 3 × 4, 24 px'],
  ['letters of no width', { letterScale: 0, names: named(12) }, 'short 3 × 4, 27 px'],
  ['a few on a phone', { widthPx: 390, heightPx: 760, names: named(12) }, 'dense 1 × 12, 19 px'],
])('%s', (_, room, expected) => {
  const { form, columns, rows, typePx, more, scrolls } = layOut(room);
  const rest = `${more > 0 ? `, ${more} more` : ''}${scrolls ? ', scrolls' : ''}`;
  expect(`${form} ${columns} × ${rows}, ${typePx} px${rest}`).toBe(expected);
});

test('lettersEm distinguishes letters by width', () => {
  expect(lettersEm('')).toBe(0);
  expect(lettersEm('iii')).toBeLessThan(lettersEm('aaa'));
  expect(lettersEm('aaa')).toBeLessThan(lettersEm('WWW'));
  expect(lettersEm('本番')).toBeGreaterThan(lettersEm('aa'));
});

test.each([4, 12, 24, 60])('%i tiles of the lines of a user take no more than the screen', (count) => {
  const names = named(count);
  const spaced = layOut({ names, letterScale: 1.2, lineHeight: 1.5 });
  expect(spaced.scrolls).toBe(false);
  // The heights of a tile with lines of 1.5, added up by hand.
  const tileEm = { tall: 11.03, short: 9.2, narrow: 9.2, dense: 3.5 }[spaced.form];
  expect(spaced.rows * tileEm * spaced.typePx).toBeLessThanOrEqual(HD.heightPx);
});

test('paper has a tile for each environment, in as many columns as keep name, state and note whole', () => {
  const names = named(75);
  expect(layOut({ widthPx: 700, names })).toMatchObject({ scrolls: false, shown: 35, more: 40 });
  expect(layOut({ widthPx: 700, names, failing: 5, isPaged: true })).toMatchObject({
    columns: 2,
    rows: 38,
    shown: 75,
    more: 0,
    scrolls: true,
    typePx: 12,
  });
});
