import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

type Options = {
  /** The URL folder of the files; every other path gets 404. */
  readonly folder?: string;
  /** The server that answers requests to `/api`; without it, the host serves only files. */
  readonly api?: string;
  /** The text of `config.json`, instead of the built one. */
  readonly config?: string;
  /** `user:password` of HTTP Basic authentication for all paths. */
  readonly credentials?: string;
};

/** Serves the built files and an API on a free port. */
export async function startStaticHost({ folder = '/', api, config, credentials }: Options) {
  const expected = credentials === undefined ? undefined : `Basic ${btoa(credentials)}`;

  async function answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (expected !== undefined && headers.authorization !== expected) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="board"' }).end();
      return;
    }
    const { pathname } = new URL(url, 'http://host.invalid');
    if (pathname.startsWith('/api/') && api !== undefined) {
      const answered = await fetch(`${api}${url}`);
      response.writeHead(answered.status, { 'content-type': 'application/json' }).end(await answered.text());
      return;
    }
    if (!pathname.startsWith(folder)) throw new Error('outside of the folder');
    const file = pathname.slice(folder.length) || 'index.html';
    const body = file === 'config.json' && config ? config : await readFile(join('dist', normalize(`/${file}`)));
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return { port, close: () => server.close() };
}
