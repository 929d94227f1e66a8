import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Board, DEFAULT_BOARD, GROUPINGS, PAGES, SORTS, VIEWS } from '#domain/board/board.ts';
import { decodeBoard, encodeBoard } from '#domain/board/board-url.ts';
import { writeBoardsFile } from '#domain/board/boards-file.ts';
import { type TeamBoard, teamSlugIn } from '#domain/board/team-board.ts';
import { readTeamBoards } from '#domain/board/team-boards-file.ts';
import { readTeamSearch, teamSearch } from '#domain/board/team-search.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const boardNamed = (name: string, part: Partial<Board> = {}): Board => ({
  ...DEFAULT_BOARD,
  name,
  pins: [{ kind: 'environment', id: idOf(1) }],
  ...part,
});
const fileOf = (...boards: readonly Board[]) =>
  writeBoardsFile(boards.map((board, n) => ({ id: idOf(n), address: encodeBoard(board), savedAt: 1 })));
const teamOf = (board: Board): TeamBoard => {
  const [team] = readTeamBoards(fileOf(board)).boards;
  if (team === undefined) throw new Error('the file holds no board');
  return team;
};
const shownAt = (team: TeamBoard, search: string) => decodeBoard(readTeamSearch(team.address, search)).board;

const anyDisplay = fc.record({
  page: fc.constantFrom(...PAGES),
  view: fc.constantFrom(...VIEWS),
  group: fc.constantFrom(...GROUPINGS),
  sort: fc.constantFrom(...SORTS),
  isReversed: fc.boolean(),
  outOfDate: fc.boolean(),
  snoozed: fc.boolean(),
  query: fc.constantFrom('', 'web', 'a&b=c'),
});

test('every display of a team board survives the trip through its short address', () => {
  fc.assert(
    fc.property(anyDisplay, anyDisplay, (inFile, onScreen) => {
      const team = teamOf(boardNamed('Release train', inFile));
      const shown = boardNamed('Release train', onScreen);
      const search = teamSearch(team, encodeBoard(shown)) ?? '';
      expect(search).toMatch(/^\?board=release-train(?:&|$)/);
      expect(search).not.toContain('pins');
      expect(teamSlugIn({ search, hash: '' })).toBe('release-train');
      expect(shownAt(team, search)).toEqual(shown);
    }),
  );
});

describe('teamSearch', () => {
  const team = teamOf(boardNamed('Release train'));
  it('returns the slug alone when nothing differs from the file', () => {
    expect(teamSearch(team, team.address)).toBe('?board=release-train&v=1');
  });

  it('returns nothing when the name or the pins differ from the file', () => {
    expect(teamSearch(team, encodeBoard(boardNamed('Mine')))).toBeUndefined();
    const pins = [{ kind: 'environment', id: idOf(2) }] as const;
    expect(teamSearch(team, encodeBoard(boardNamed('Release train', { pins })))).toBeUndefined();
  });
});

describe('readTeamSearch', () => {
  it('takes name and pins from the file, for any name and pins in the address', () => {
    const team = teamOf(boardNamed('Release train'));
    const foreign = encodeBoard(boardNamed('Evil', { pins: [{ kind: 'environment', id: idOf(2) }], view: 'table' }));
    expect(shownAt(team, `?board=release-train&${foreign}`)).toEqual(boardNamed('Release train', { view: 'table' }));
  });
});

describe('teamSlugIn', () => {
  it.each([
    ['?board=release-train', '', 'release-train'],
    ['?view=table&board=qa', '', 'qa'],
    ['?board=Release train', '', 'release'],
    ['?BOARD=RELEASE-TRAIN&V=1', '', 'release-train'],
    ['?utm_source=mail&amp;board=qa&amp;v=1', '', 'qa'],
    ['?board%3Dqa%26v%3D1', '', 'qa'],
    ['', '#board=qa&v=1', 'qa'],
    ['?board=', '', undefined],
    ['?boards=x', '', undefined],
    ['?board=qa', '#pins=AAAA', undefined],
  ])('reads %j with the fragment %j as %j', (search, hash, slug) => {
    expect(teamSlugIn({ search, hash })).toBe(slug);
  });
});

test.each(['…', ')', '.', ':', '”', '*', '/', '\u200B', ' ', ' and more', '&utm_source=chat'])(
  'a team board opens as it was shared when %j stands behind its link',
  (tail) => {
    const team = teamOf(boardNamed('Release train'));
    const shown = boardNamed('Release train', { query: 'shop' });
    for (const link of ['?board=release-train', teamSearch(team, encodeBoard(shown)) ?? ''])
      expect(teamSlugIn({ search: `${link}${tail}`, hash: '' })).toBe('release-train');
    expect(shownAt(team, `${teamSearch(team, encodeBoard(shown))}${tail}`)).toEqual(shown);
  },
);

describe('readTeamBoards', () => {
  it('makes slugs of plain letters, with a number where an earlier board has the same', () => {
    const names = ['Release train', 'release  TRAIN!', 'Équipe Zürich', '发布', 'x'.repeat(119)];
    const { boards, problems } = readTeamBoards(fileOf(...names.map((name) => boardNamed(name))));
    expect(problems).toEqual([]);
    expect(boards.map(({ slug }) => slug)).toEqual([
      'release-train',
      'release-train-2',
      'equipe-zurich',
      'board',
      'x'.repeat(50),
    ]);
  });

  it('names the line and the field of a problem, and keeps the other boards', () => {
    const text = `{\n "envboard": 1,\n "boards": [\n  { "name": "A", "address": 5 },\n  { "name": "B", "address": "${encodeBoard(boardNamed('B'))}" }\n ]\n}`;
    const { boards, problems } = readTeamBoards(text);
    expect(boards.map(({ slug }) => slug)).toEqual(['b']);
    expect(problems).toEqual([{ kind: 'mistyped', line: 4, field: 'address' }]);
  });
});
