/**
 * `npm run engines` runs the same twelve journeys in Firefox ESR, WebKitGTK and Chromium 108 on the built page. Build first.
 * An argument chooses engines: `npm run engines -- webkit`. As root it installs missing browsers with apt.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { ENGINES } from './drivers.mjs';
import { runJourneys } from './journeys.mjs';

const PORT = Number(process.env.ENGINES_PORT ?? 4318);
const DRIVER_PORT = PORT + 1;
const DISPLAY = `:${PORT}`;
const PACKAGES = {
  'firefox-esr': '/usr/bin/firefox-esr',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb',
};

const missing = Object.entries(PACKAGES).flatMap(([name, path]) => (existsSync(path) ? [] : [name]));
if (missing.length > 0 && process.getuid?.() === 0) {
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: 'inherit' });
}

const running = [];
const start = (command, args, env = {}) => {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  child.on('error', () => {});
  running.push(child);
};
/** Resolves once a server answers. */
async function answers(url) {
  for (let attempts = 0; attempts < 100; attempts += 1) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error(`${url} does not answer`);
}

const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = Object.entries(ENGINES).filter(
  ([name]) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word)),
);
const print = (line) => process.stdout.write(`${line}\n`);
let failures = 0;
try {
  start(process.execPath, ['node_modules/vite/bin/vite.js', 'preview', '--logLevel', 'warn'], {
    PORT: String(PORT),
    DEMO_REQUESTS_PER_HOUR: '1000000',
  });
  start('Xvfb', [DISPLAY, '-screen', '0', '1440x900x24']);
  start('WebKitWebDriver', [`--port=${DRIVER_PORT}`], { DISPLAY });
  process.env.WEBKIT_DRIVER = `http://127.0.0.1:${DRIVER_PORT}`;
  const origin = `http://localhost:${PORT}`;
  await answers(origin);
  for (const [name, open] of chosen) {
    const begun = Date.now();
    print(name);
    await runJourneys(open, origin, (journey, failure) => {
      if (failure !== undefined) failures += 1;
      print(failure === undefined ? `  ✓ ${journey}` : `  ✗ ${journey}: ${failure}`);
    });
    print(`  in ${Math.round((Date.now() - begun) / 1_000)} s`);
  }
} finally {
  for (const child of running) if (child.exitCode === null && child.kill()) await once(child, 'exit');
}
process.exit(failures === 0 ? 0 : 1);
