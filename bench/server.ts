import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createStandingAccount, type StandingAccount } from './standing-account.ts';
import type { Workload } from './workload.ts';

/** The orders of the bench to its server, which is a process of its own. */
export type Order =
  | { readonly kind: 'start'; readonly folders: Readonly<Record<string, string>>; readonly workload: Workload }
  | { readonly kind: 'change'; readonly share: number }
  /** The page requests past deployments every two seconds. Holding them back keeps them out of a measured poll. */
  | { readonly kind: 'hold'; readonly isHeld: boolean };
export type Reply = { readonly port: number; readonly unknown: number } | { readonly changed: number };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const CONFIG = JSON.stringify({ api: '/api', auth: 'gateway' });
/** Servers do not compress shorter files, in bytes. */
const COMPRESS_FROM = 860;

export type StoredFile = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> };

function storedFile(path: string): StoredFile {
  const content = readFileSync(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const isHashed = path.includes('/assets/');
  const isCompressed = content.length >= COMPRESS_FROM && !path.endsWith('.png');
  return {
    body: isCompressed ? gzipSync(content, { level: 9 }) : content,
    headers: {
      'content-type': type,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(isCompressed && { 'content-encoding': 'gzip' }),
    },
  };
}

/** Returns every file of a folder, compressed once, by its URL path. */
export function filesOf(name: string, folder: string): readonly (readonly [string, StoredFile])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => [`/${name}/${relative(folder, path).replace(/^index\.html$/, '')}`, storedFile(path)] as const);
}

function handlerOf(files: ReadonlyMap<string, StoredFile>, account: StandingAccount, held: Set<() => void>) {
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const body = await account.answer(path);
    const status = body === undefined ? 404 : 200;
    const send = () =>
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
    if (isHeld && path.endsWith('/deploymentHistoryV2')) held.add(send);
    else send();
  };
  return ({ url = '/' }: IncomingMessage, response: ServerResponse): void => {
    const [path = '/'] = url.split('?');
    const file = files.get(path);
    if (path.startsWith('/api/')) void answer(path.slice('/api'.length), response);
    else if (path.endsWith('/config.json'))
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(CONFIG);
    else if (file) response.writeHead(200, file.headers).end(file.body);
    else response.writeHead(404).end();
  };
}

let isHeld = false;

/** Serves the built pages and the account until the bench that started it ends. */
export function main(): void {
  const held = new Set<() => void>();
  let account: StandingAccount | undefined;
  const reply = (message: Reply): void => void process.send?.(message);
  process.on('disconnect', () => process.exit());
  process.on('message', async (order: Order) => {
    if (order.kind === 'start') {
      const mine = createStandingAccount(order.workload);
      account = mine;
      const files = new Map(Object.entries(order.folders).flatMap(([name, folder]) => filesOf(name, folder)));
      const server = createServer(handlerOf(files, mine, held));
      server.keepAliveTimeout = 60_000;
      server.listen(0, '127.0.0.1', async () => {
        const address = server.address();
        reply({ port: typeof address === 'object' ? (address?.port ?? 0) : 0, unknown: await mine.unknown() });
      });
    } else if (order.kind === 'change') {
      reply({ changed: (await account?.change(order.share)) ?? 0 });
    } else {
      isHeld = order.isHeld;
      if (!isHeld) for (const send of held) send();
      if (!isHeld) held.clear();
      reply({ changed: 0 });
    }
  });
}
