import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './asking.ts';
import { freePort } from './ports.ts';

export const TOKEN = 'qov_2fKq7vTzXw9LrPsN4mHdB6yJcE8aGu3';
export type Settings = Readonly<Record<string, string>>;
type Owner = { readonly uid: number; readonly gid: number };

const ENTRYPOINT = join(import.meta.dirname, '../../../deploy/nginx/entrypoint.sh');
const PATH = `${process.env.PATH}:/usr/sbin`;

/** A test that timed out does not clean up: nothing may outlive its worker. */
const running = new Set<ChildProcess>();
const stopAll = (): void => {
  for (const child of running) child.kill('SIGTERM');
};
process.once('exit', stopAll);
// Vitest ends its workers by this signal. A process that a signal ends never emits `exit`.
process.once('SIGTERM', () => {
  stopAll();
  process.kill(process.pid, 'SIGTERM');
});

/** The process that watches beside nginx may write once more: then another process removes the folder, later. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    spawn('sh', ['-c', `sleep 6; rm -rf '${path}'`], { detached: true, stdio: 'ignore' }).unref();
  }
}

/** A folder that any user may enter. It is removed after the test. */
export function temporaryFolder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'envboard-test-'));
  chmodSync(path, 0o755);
  return { path, [Symbol.dispose]: () => remove(path) };
}

/** A page as small as one can be, laid out as Vite lays out the real one. */
export function writePage(folder: string): string {
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Envboard</title>');
  writeFileSync(join(page, 'config.json'), '{"api":"https://api.qovery.com","auth":"token"}');
  writeFileSync(join(page, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(page, 'assets/index-a1b2c3d4.js'), `export const name = 'envboard';\n`.repeat(40));
  return page;
}

/** Runs the entrypoint with a program in nginx's place that only ends. Returns its output and files. */
export async function configure(settings: Settings) {
  const folder = temporaryFolder();
  const state = join(folder.path, 'run/state');
  writeFileSync(join(folder.path, 'nginx'), '#!/bin/sh\nenv >"$4/environment"\n', { mode: 0o755 });
  const child = spawn('sh', [ENTRYPOINT], {
    env: {
      PATH: `${folder.path}:${process.env.PATH}`,
      QOVERY_API_TOKEN: TOKEN,
      ENVBOARD_RUN_DIR: join(folder.path, 'run'),
      ENVBOARD_PAGE_DIR: writePage(folder.path),
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  return {
    code,
    said,
    state,
    read: (file: string): string => readFileSync(join(state, file), 'utf8'),
    [Symbol.dispose]: folder[Symbol.dispose],
  };
}

async function isUp(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) return;
    const answer = await ask(port, '/healthz').catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(25);
  }
}

/** The processes of one gateway: its master, and what the master started. */
function processesOf(pid: number): number[] {
  const parentOf = (of: string): number => {
    try {
      return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${of}/status`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  };
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return [pid, ...children.map(Number)];
}

/**
 * The entrypoint finds this program in place of nginx: it edits the filled configuration with sed, then starts nginx.
 */
function writeAltering(folder: string, alter: string): void {
  const script = `#!/bin/sh\nPATH=/usr/sbin:/usr/bin:/bin\nsed -i '${alter}' "$4/nginx.conf" "$4/inner.conf" && exec nginx "$@"\n`;
  writeFileSync(join(folder, 'nginx'), script, { mode: 0o755 });
}

/**
 * `alter` shortens waits in the configuration, for tests that do not measure these waits. `into` names open files for the
 * gateway's output and errors; by default this process reads both.
 */
type How = {
  readonly entrypoint?: string;
  readonly owner?: Owner;
  readonly alter?: string;
  readonly into?: readonly [output: number | 'pipe', errors: number | 'pipe'];
};

/** The real nginx, started as the image starts it. */
export async function startGateway(
  settings: Settings,
  { entrypoint = ENTRYPOINT, owner, alter, into = ['pipe', 'pipe'] }: How = {},
) {
  const folder = temporaryFolder();
  if (alter) writeAltering(folder.path, alter);
  const run = join(folder.path, 'run');
  const port = Number(settings.PORT ?? (await freePort()));
  if (owner) {
    mkdirSync(run);
    chownSync(run, owner.uid, owner.gid);
  }
  const page = settings.ENVBOARD_PAGE_DIR ?? writePage(folder.path);
  const began = performance.now();
  const child = spawn('sh', [entrypoint], {
    env: {
      PATH: alter ? `${folder.path}:${PATH}` : PATH,
      QOVERY_API_TOKEN: TOKEN,
      ENVBOARD_RUN_DIR: run,
      ENVBOARD_PAGE_DIR: page,
      LISTEN_ADDRESS: '127.0.0.1',
      PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', ...into],
    ...owner,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let logs = '';
  child.stdout?.on('data', (chunk) => (logs += chunk));
  child.stderr?.on('data', (chunk) => (logs += chunk));
  await isUp(port, child);
  const startMs = performance.now() - began;
  if (child.exitCode !== null || child.pid === undefined) {
    folder[Symbol.dispose]();
    throw new Error(`the gateway did not start: ${logs}`);
  }
  const { pid } = child;

  const stop = async (signal: 'SIGTERM' | 'SIGQUIT' | 'SIGINT' = 'SIGTERM'): Promise<number> => {
    const received = performance.now();
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'close');
    }
    return performance.now() - received;
  };
  return {
    port,
    page,
    state: join(settings.ENVBOARD_RUN_DIR ?? run, 'state'),
    startMs,
    logs: () => logs,
    processes: () => processesOf(pid),
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      folder[Symbol.dispose]();
    },
  };
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>;
