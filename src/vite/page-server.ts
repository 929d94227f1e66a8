import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import type { ApiHandler } from './dev-api.ts';
import { serveBoardsFile } from './served-boards.ts';
import { isServedName } from './served-names.ts';

type Options = {
  /** The folder of the built page. */
  readonly folder: string;
  readonly handleApi: ApiHandler;
  /** The address that the server listens on, in lower case. */
  readonly host: string;
  /** True where only this machine can reach the server: then its name must be one of this machine. */
  readonly isLocal: boolean;
  /** The file that is served as `boards.json`; undefined for the one in the folder, if it has one. */
  readonly boardsFile?: string | undefined;
};

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** Refuses a request for another name: a page of that name could read the answers. */
function refuseName(response: ServerResponse, isLocal: boolean): void {
  response.writeHead(421, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end(
    isLocal
      ? 'This server answers to localhost only. Open it as http://localhost, or start it with --host.\n'
      : 'This server does not serve this name. Open it by its IP address, or start it with this name as --host.\n',
  );
}

/** Creates a server of the built page, its `config.json` and its API. The caller lets it listen. */
export function createPageServer({ folder, handleApi, host, isLocal, boardsFile }: Options): Server {
  const serveFile = sirv(folder, {
    etag: true,
    setHeaders(response, path) {
      const isImmutable = path.startsWith('/assets/');
      response.setHeader('Cache-Control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    if (!isServedName(request.headers.host ?? '', host, isLocal)) return refuseName(response, isLocal);
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    return handleApi(request, response, () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { Allow: 'GET, HEAD' }).end();
        return;
      }
      if (boardsFile !== undefined && request.url?.split('?')[0] === '/boards.json') {
        void serveBoardsFile(boardsFile, response);
        return;
      }
      serveFile(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
        response.end('There is nothing at this address.\n');
      });
    });
  });
}
