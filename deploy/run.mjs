// npm run gateway: the real nginx with the real configuration on this machine. With QOVERY_API_TOKEN it uses Qovery,
// otherwise a simulated Qovery. deploy/README.md lists the settings; it listens on 127.0.0.1 by default.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { precompress } from './precompress.mjs';

const root = join(import.meta.dirname, '..');
const { PORT = '8080', LISTEN_ADDRESS = '127.0.0.1', ...given } = process.env;
// An edge requests from its origin, and refuses a token.
const isSimulated = given.GATEWAY_ROLE !== 'edge' && !given.QOVERY_API_TOKEN && !given.QOVERY_API_TOKEN_FILE;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The preview server's /api, which the gateway requests, and the address of a board to open. */
async function simulate() {
  const port = await freePort();
  const server = await preview({ root, logLevel: 'warn', preview: { port, host: '127.0.0.1', strictPort: true } });
  const api = `http://127.0.0.1:${port}`;
  const { headers } = await fetch(api, { redirect: 'manual' });
  return {
    board: headers.get('location') ?? '/',
    settings: { QOVERY_API_URL: `${api}/api`, QOVERY_API_TOKEN: 'qov_simulated' },
    close: () => server.close(),
  };
}

if (!existsSync(join(root, 'dist/index.html'))) await build({ root, logLevel: 'warn' });
const run = mkdtempSync(join(tmpdir(), 'envboard-'));
// nginx gets a copy: when this process is root, its workers run as another user, without access to the project's
// folder.
cpSync(join(root, 'dist'), join(run, 'page'), { recursive: true });
precompress(join(run, 'page'));
const simulated = isSimulated ? await simulate() : undefined;
// Vite's own listener would end this process before nginx has ended and the folder is removed.
process.removeAllListeners('SIGTERM');

const nginx = spawn('sh', [join(import.meta.dirname, 'nginx/entrypoint.sh')], {
  stdio: 'inherit',
  env: {
    ENVBOARD_RUN_DIR: run,
    ENVBOARD_PAGE_DIR: join(run, 'page'),
    ...given,
    ...simulated?.settings,
    PORT,
    LISTEN_ADDRESS,
  },
});
// Ctrl+C reaches nginx by itself; this process waits for its end, and then removes the folder.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => nginx.kill('SIGTERM'));
process.stdout.write(`http://localhost:${PORT}${simulated?.board ?? '/'}\n`);
const [code] = await once(nginx, 'exit');
await simulated?.close();
rmSync(run, { recursive: true, force: true });
process.exit(code ?? 0);
