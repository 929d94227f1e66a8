// npm run gateway: the real nginx with the real configuration on this machine. With QOVERY_API_TOKEN it asks Qovery,
// without one a simulated Qovery. Settings are those of deploy/README.md; here it listens on 127.0.0.1 unless told otherwise.
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
const isSimulated = !given.QOVERY_API_TOKEN && !given.QOVERY_API_TOKEN_FILE;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The preview server's /api, for the gateway to ask, and the address of a board to open. */
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
// A copy: nginx's workers run as another user when this one is root, and may not reach the project's folder.
cpSync(join(root, 'dist'), join(run, 'page'), { recursive: true });
precompress(join(run, 'page'));
const simulated = isSimulated ? await simulate() : undefined;
// Vite's own listener would end this process before nginx has gone and the folder is cleaned up.
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
// Ctrl+C reaches nginx by itself; this process stays until it has gone, to clean up.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => nginx.kill('SIGTERM'));
process.stdout.write(`http://localhost:${PORT}${simulated?.board ?? '/'}\n`);
const [code] = await once(nginx, 'exit');
await simulated?.close();
rmSync(run, { recursive: true, force: true });
process.exit(code ?? 0);
