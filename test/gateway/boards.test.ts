import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, vi } from 'vitest';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { encodeBoard } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { ask } from './support/asking.ts';
import { configure, startGateway, temporaryFolder } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { startUpstream } from './support/upstream.ts';

const project = (number: number, label = ''): Pin => ({ kind: 'project', id: idOf(number), label });
const environment = (number: number, label = ''): Pin => ({ kind: 'environment', id: idOf(number), label });
const textOf = (boards: readonly (readonly Pin[])[], isPlain = true) =>
  JSON.stringify(
    {
      envboard: 1,
      boards: boards.map((pins, at) => {
        const board: Board = { ...DEFAULT_BOARD, name: `Board ${at}`, pins, view: 'table' };
        return { name: board.name, address: encodeBoard(board) };
      }),
    },
    null,
    isPlain ? 2 : 0,
  );

/** Returns a folder with a file of boards. */
function boardsIn(text: string) {
  const folder = temporaryFolder();
  const file = join(folder.path, 'boards.json');
  writeFileSync(file, text);
  return { file, [Symbol.dispose]: folder[Symbol.dispose] };
}

const FROM_BOARDS = { QOVERY_PROJECTS: 'from-boards', QOVERY_ENVIRONMENTS: 'from-boards' };

describe.concurrent('the file of team boards', () => {
  it.for([true, false])(
    'gives the allow-list the ids that its boards pin, also when indented is %s',
    async (isPlain, { expect }) => {
      const boards = [
        [project(1, 'a.b~c'), environment(2)],
        [environment(2, 'label'), environment(0xffffff)],
      ];
      using at = boardsIn(textOf(boards, isPlain));
      using configured = await configure({ BOARDS_FILE: at.file, ...FROM_BOARDS });
      expect([configured.said, configured.code]).toEqual([expect.any(String), 0]);
      expect(configured.read('listed.conf').trim().split('\n').toSorted()).toEqual(
        [
          'default 0;',
          `environment/${idOf(2)} 1;`,
          `environment/${idOf(0xffffff)} 1;`,
          `project/${idOf(1)} 1;`,
        ].toSorted(),
      );
      using mixed = await configure({
        BOARDS_FILE: at.file,
        QOVERY_PROJECTS: idOf(9),
        QOVERY_ENVIRONMENTS: 'from-boards',
      });
      expect(mixed.read('listed.conf')).toContain(`project/${idOf(9)} 1;`);
      expect(mixed.read('listed.conf')).not.toContain(idOf(1));
    },
  );

  it.for([
    [{ BOARDS_FILE: '/nowhere/boards.json' }, '', 'BOARDS_FILE names no file that can be read.'],
    [{ QOVERY_PROJECTS: 'from-boards' }, undefined, 'can be from-boards only where BOARDS_FILE is set.'],
    [FROM_BOARDS, '{ "envboard": 1, "boards": [] }', 'BOARDS_FILE: no board in it pins anything.'],
    [
      FROM_BOARDS,
      '{\n"boards": [\n{ "address": "pins=AAAAAAAAAAAAAAAAAAAAAA.short" }]}',
      'BOARDS_FILE: line 3: “address” holds a pin that cannot be read.\n',
    ],
    [
      FROM_BOARDS,
      '{ "envboard": 1, "boards": [\n{ "name": "A" }] }',
      'BOARDS_FILE: line 2: this board has no “address”.',
    ],
    [{}, '', 'BOARDS_FILE: the file is empty.'],
    [{}, 'hello', 'BOARDS_FILE: line 1: this is no JSON.'],
    [{}, '{ "envboard": 1,\n"boards": [] } []', 'BOARDS_FILE: line 2: this is no JSON.'],
    [{}, '{ "envboard": 1,\n"boards": [', 'BOARDS_FILE: line 2: the file ends before its last bracket: it is cut.'],
    [{}, '{ "envboard": 2, "boards": [] }', 'BOARDS_FILE: line 1: “envboard” is not 1'],
    [{}, '{ "boards": [] }', 'BOARDS_FILE: it has no “envboard”'],
    [{}, '[{ "address": "pins=AAAAAAAAAAAAAAAAAAAAAA" }]', 'BOARDS_FILE: line 1: this is no file of boards'],
    [{ QOVERY_PROJECTS: 'from-boards' }, textOf([[environment(1)]]), 'BOARDS_FILE: its boards pin no project.'],
  ] as const)('stops the start with a sentence for %j and %j', async ([settings, text, sentence], { expect }) => {
    using at = boardsIn(text ?? '');
    using configured = await configure({ ...(text !== undefined && { BOARDS_FILE: at.file }), ...settings });
    expect([configured.code, configured.said]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it('gives the same allow-list when the file is written with escapes and more lines', async ({ expect }) => {
    const plain = textOf([[environment(1)], [project(2)]], false);
    const text = plain.replaceAll('&', String.raw`\u0026`).replaceAll('"address":', '"addr\\u0065ss"\n:\n');
    expect(JSON.parse(text)).toEqual(JSON.parse(plain));
    using at = boardsIn(`\uFEFF${text}`);
    using configured = await configure({ BOARDS_FILE: at.file, ...FROM_BOARDS });
    expect(configured.read('listed.conf')).toContain(`environment/${idOf(1)} 1;`);
    expect(configured.read('listed.conf')).toContain(`project/${idOf(2)} 1;`);
  });

  it('is served, and a change of it reaches pages and the allow-list without a restart', async ({ expect }) => {
    await using upstream = await startUpstream();
    using at = boardsIn(textOf([[project(1)]]));
    await using gateway = await startGateway({
      QOVERY_API_URL: upstream.url,
      BOARDS_FILE: at.file,
      ENVBOARD_WATCH_SECONDS: '1',
      ...FROM_BOARDS,
    });
    const statusOf = async (number: number) =>
      (await ask(gateway.port, `/api/project/${idOf(number)}/environment/status`)).status;
    const first = await ask(gateway.port, '/boards.json');
    expect([first.status, first.body, first.headers['cache-control']]).toEqual([
      200,
      textOf([[project(1)]]),
      'no-cache',
    ]);
    expect([await statusOf(1), await statusOf(2)]).toEqual([200, 404]);

    writeFileSync(at.file, textOf([[project(2)]]));
    await vi.waitFor(async () => expect([await statusOf(1), await statusOf(2)]).toEqual([404, 200]), 15_000);
    expect((await ask(gateway.port, '/boards.json')).body).toBe(textOf([[project(2)]]));

    // An unreadable pin changes the page's messages and adds a line to the log. It does not change the allowed environments.
    writeFileSync(at.file, '{ "boards": [{ "address": "pins=broken" }] }');
    await vi.waitFor(async () => expect((await ask(gateway.port, '/boards.json')).body).toContain('broken'), 15_000);
    await vi.waitFor(() => expect(gateway.logs()).toContain('a pin that cannot be read. The allow-list stays'), 15_000);
    expect([await statusOf(1), await statusOf(2)]).toEqual([404, 200]);
  });

  it('is absent where none is set', async ({ expect }) => {
    await using gateway = await startGateway({ QOVERY_API_URL: 'http://127.0.0.1:9' });
    expect((await ask(gateway.port, '/boards.json')).status).toBe(404);
  });
});
