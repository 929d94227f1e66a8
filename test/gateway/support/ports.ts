import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

/** Below the ports that the system hands out by itself, and apart for each of Vitest's workers: no two tests take one. */
const next = { port: 20_000 + Number(process.env.VITEST_POOL_ID ?? 0) * 500 };

export async function freePort(): Promise<number> {
  for (;;) {
    next.port += 1;
    const server = createServer().listen(next.port, '127.0.0.1');
    const { port } = next;
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
