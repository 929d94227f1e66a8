import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Board, DEFAULT_BOARD, PAGES, VIEWS } from '#domain/board/board.ts';
import { decodeBoard, readLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { isThisMachine, linkTo, projectLink, sharedBoard } from '#domain/board/share-link.ts';
import { TONES } from '#domain/environment/tone.ts';

const PAGE = 'https://board.example/status/';
const pinsOf = (count: number): readonly Pin[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'environment',
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  }));
const FILTERED: Board = {
  ...DEFAULT_BOARD,
  name: 'Release train',
  pins: pinsOf(2),
  collapsed: ['PRODUCTION'],
  tones: ['failing'],
  outOfDate: true,
  query: 'shop',
  details: pinsOf(1)[0]?.id,
  rotateSeconds: 30,
};
const read = (href: string) => decodeBoard(readLocation(new URL(href)));

test('sharedBoard includes the filters when the user chose so', () => {
  const { tones, outOfDate, query, collapsed } = sharedBoard(FILTERED, {
    withFilters: true,
    asWall: false,
    language: undefined,
  });
  expect({ tones, outOfDate, query, collapsed }).toEqual({
    tones: ['failing'],
    outOfDate: true,
    query: 'shop',
    collapsed: ['PRODUCTION'],
  });
  expect(sharedBoard(FILTERED, { withFilters: false, asWall: false, language: undefined })).toMatchObject({
    tones: [],
    outOfDate: false,
    query: '',
    collapsed: ['PRODUCTION'],
  });
});

test('sharedBoard has the wall view when the user chose so, else the present view', () => {
  const board: Board = { ...FILTERED, view: 'table' };
  expect(sharedBoard(board, { withFilters: true, asWall: true, language: undefined }).view).toBe('wall');
  expect(sharedBoard(board, { withFilters: true, asWall: false, language: undefined }).view).toBe('table');
});

test('sharedBoard leaves out the filters of Activity with the others, and keeps time spans and the project', () => {
  const board: Board = { ...FILTERED, page: 'activity', only: 'failed.oGIT.p1x9k2a.d20261126.24h.7d.mall' };
  const shared = (withFilters: boolean) => sharedBoard(board, { withFilters, asWall: false, language: undefined }).only;
  expect(shared(true)).toBe(board.only);
  expect(shared(false)).toBe('24h.7d.mall');
});

test('the shared wall of a page without a wall is the wall of the board', () => {
  const pageOf = (page: Board['page']) =>
    sharedBoard({ ...FILTERED, page }, { withFilters: true, asWall: true, language: undefined }).page;
  expect(PAGES.map(pageOf)).toEqual(['board', 'versions', 'board', 'board']);
});

test('a link restores the shared board, without details and rotation', () => {
  const anyBoard = fc.record({
    name: fc.stringMatching(/^[ -~]{0,40}$/),
    count: fc.nat(400),
    page: fc.constantFrom(...PAGES),
    view: fc.constantFrom(...VIEWS),
    tones: fc.uniqueArray(fc.constantFrom(...TONES)),
    query: fc.stringMatching(/^[ -~]{0,40}$/),
  });
  fc.assert(
    fc.property(anyBoard, fc.boolean(), fc.boolean(), ({ count, ...part }, withFilters, asWall) => {
      const shared = sharedBoard(
        { ...FILTERED, ...part, pins: pinsOf(count) },
        { withFilters, asWall, language: undefined },
      );
      const link = linkTo(PAGE, shared);
      expect(link.href.startsWith(PAGE)).toBe(true);
      expect(read(link.href).board).toEqual(shared);
      expect(shared.details).toBeUndefined();
      expect(shared.rotateSeconds).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('linkTo reports a long link, and a board in the fragment', () => {
  const link = (count: number) => linkTo(PAGE, { ...DEFAULT_BOARD, pins: pinsOf(count) });
  expect(link(80)).toMatchObject({ isLong: false, isInFragment: false });
  expect(link(100)).toMatchObject({ isLong: true, isInFragment: false });
  expect(link(300)).toMatchObject({ isLong: true, isInFragment: true });
  expect(link(300).href).toContain(`${PAGE}#pins=`);
  expect(link(420)).toMatchObject({ isTooLong: false });
  expect(link(440)).toMatchObject({ isTooLong: true });
});

test('projectLink pins each known project once, in place of its environments', () => {
  const pins = pinsOf(9);
  const projects = pinsOf(12).slice(10);
  const projectOf = (id: string) => projects[pins.findIndex((pin) => pin.id === id) % 3]?.id;
  const link = projectLink(PAGE, { ...DEFAULT_BOARD, name: 'Release train', pins }, projectOf);
  expect(link).toMatchObject({ projects: 2, environments: 6 });
  const { board } = read(link?.href ?? '');
  expect(board.name).toBe('Release train');
  const unknown = pins.filter((_, n) => n % 3 === 2);
  expect(board.pins).toEqual([
    ...projects.map(({ id }) => ({ kind: 'project', id })),
    unknown[0],
    unknown[1],
    unknown[2],
  ]);
});

test('projectLink returns nothing when the link would not be shorter', () => {
  const board = { ...DEFAULT_BOARD, pins: pinsOf(3) };
  expect(projectLink(PAGE, board, () => undefined)).toBeUndefined();
  expect(projectLink(PAGE, board, (id) => id)).toBeUndefined();
});

test('a link is long from 2,049 characters on', () => {
  const board = { ...DEFAULT_BOARD, pins: pinsOf(3) };
  const page = (length: number) => `https://b.example/${'a'.repeat(length - 18 - linkTo('', board).href.length)}`;
  expect(linkTo(page(2_048), board).href).toHaveLength(2_048);
  expect(linkTo(page(2_048), board).isLong).toBe(false);
  expect(linkTo(page(2_049), board).isLong).toBe(true);
});

test.each(['localhost', 'x.localhost', '127.0.0.1', '127.1.2.3', '[::1]', '0.0.0.0'])(
  'isThisMachine is true for %s',
  (name) => {
    expect(isThisMachine(name)).toBe(true);
  },
);

test.each(['board.example', 'localhost.example', '10.0.0.1', '127.evil.example', ''])(
  'isThisMachine is false for %j',
  (name) => {
    expect(isThisMachine(name)).toBe(false);
  },
);

test('sharedBoard has the language that the user chose, and no other', () => {
  const choice = { withFilters: true, asWall: false };
  expect(sharedBoard(FILTERED, { ...choice, language: 'fr' }).language).toBe('fr');
  expect(sharedBoard({ ...FILTERED, language: 'fr' }, { ...choice, language: undefined }).language).toBeUndefined();
});
