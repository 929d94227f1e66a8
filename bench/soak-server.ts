import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
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

export type SoakServer = {
  /** The address of a board of twelve. */
  readonly address: string;
  /** The number of requests in flight. */
  readonly underWay: () => number;
  readonly received: () => number;
  readonly stop: () => void;
};

/** Serves the built page and a simulated Qovery on the page's clock, so that it changes as much as in real hours. */
export async function startSoakServer(folder: string, now: () => number): Promise<SoakServer> {
  const qovery = createSimulatedQovery({ now });
  let underWay = 0;
  let received = 0;
  const server = createServer(async (request, response) => {
    const url = request.url ?? '/';
    response.setHeader('cache-control', 'no-store');
    if (url.startsWith('/api/')) {
      received += 1;
      underWay += 1;
      // Without a `Date` header, which would hold the time of this machine instead of the page's clock.
      response.sendDate = false;
      const answer = await qovery(url);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      underWay -= 1;
      return;
    }
    const { pathname } = new URL(url, 'http://soak.invalid');
    if (pathname === '/config.json') return response.end(JSON.stringify({ api: '/api', auth: 'demo' }));
    const path = join(folder, pathname === '/' ? 'index.html' : normalize(pathname));
    readFile(path).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('the soak server has no port');
  const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));
  const { search } = boardLocation({ ...DEFAULT_BOARD, name: 'Soak', pins });
  return {
    address: `http://127.0.0.1:${place.port}/${search}`,
    underWay: () => underWay,
    received: () => received,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
