import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

// Two checkouts on one machine can run tests at the same time, each on a port of its own.
const PORT = Number(process.env.BROWSER_TEST_PORT ?? 4317);
const PLACES = [
  process.env.CHROMIUM_PATH ?? '',
  // The headless shell renders no window.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const chromium = PLACES.find((place) => place !== '' && existsSync(place));

export default defineConfig({
  testDir: 'test/browser',
  // A page waits for its clock and its server most of the time, so there is room for one more than the machine has cores.
  // All pages use one server, which more than eight would slow down.
  workers: Math.min(availableParallelism() + 1, 8),
  fullyParallel: true,
  timeout: 60_000,
  // On a busy machine a test may run out of time. A test that fails twice has found a fault.
  retries: process.env.CI === undefined ? 0 : 1,
  // A busy machine is slow: that is no failure.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    contextOptions: { reducedMotion: 'reduce' },
    baseURL: `http://localhost:${PORT}`,
    browserName: 'chromium',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Blocks all other hosts. `envboard.test` is this machine under a name without a secure context, as on a LAN.
        '--host-resolver-rules=MAP envboard.test 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: 'npx vite preview --logLevel warn',
    port: PORT,
    // Every test has a browser of its own, and all of them send requests to one simulated account.
    env: { PORT: String(PORT), DEMO_REQUESTS_PER_HOUR: '1000000' },
    reuseExistingServer: false,
  },
});
