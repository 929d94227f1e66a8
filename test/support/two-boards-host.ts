import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

type Item = Readonly<Record<string, unknown>>;

/** Answers an API request like the simulated Qovery, with every environment in `state`. */
async function answer(response: ServerResponse, path: string, authorization: string, state: string): Promise<void> {
  const simulated = await createSimulatedQovery()(path, { headers: { Authorization: authorization } });
  const body: Item & { readonly results?: readonly Item[] } = await simulated.json();
  const held = (item: Item) => ('state' in item ? { ...item, state, last_deployment_state: state } : item);
  const json = body.results ? { ...body, results: body.results.map(held) } : held(body);
  response.writeHead(simulated.status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

async function file(response: ServerResponse, inside: string): Promise<void> {
  const path = join('dist', normalize(`/${inside || 'index.html'}`));
  try {
    const body = await readFile(path);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/**
 * Starts a host with the built page under `/a/` and `/b/`, each with an API of its own; `search` is a board's query.
 */
export async function hostBoards(states: Readonly<Record<'a' | 'b', string>>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    const [, kind = '', board = '', rest = ''] = /^\/(api-)?([ab])\/(.*)$/.exec(pathname) ?? [];
    if (board !== 'a' && board !== 'b') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>elsewhere');
    else if (kind !== '') void answer(response, `/${rest}`, request.headers.authorization ?? '', states[board]);
    else if (rest === 'config.json') response.end(JSON.stringify({ api: `/api-${board}`, auth: 'token' }));
    else void file(response, rest);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const ids = demoPins({ environments: 4, projects: 2 });
  const pins = ids.map((id) => ({ kind: 'environment' as const, id }));
  return {
    address: `http://localhost:${port}`,
    search: boardLocation({ ...DEFAULT_BOARD, pins }).search,
    count: ids.length,
    close: () => server.close(),
  };
}
