import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Two checkouts on one machine can test at once, each on a port of its own.
const PORT = Number(process.env.BROWSER_TEST_PORT ?? 4317);
const PLACES = [
  process.env.CHROMIUM_PATH ?? '',
  // Draws no window that nobody looks at.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const chromium = PLACES.find((place) => place !== '' && existsSync(place));

export default defineConfig({
  testDir: 'test/browser',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // On a machine that others use a journey may be overtaken by time; what fails twice is wrong.
  retries: process.env.CI === undefined ? 0 : 1,
  // A busy machine is slow, and not wrong.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
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
        // Proves that the page talks to nobody else. One name leads here: its pages are on plain http, as on a LAN.
        '--host-resolver-rules=MAP envboard.test 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: 'npx vite preview --logLevel warn',
    port: PORT,
    // Every test is a browser of its own, and all of them ask one simulated account.
    env: { PORT: String(PORT), DEMO_REQUESTS_PER_HOUR: '1000000' },
    reuseExistingServer: false,
  },
});
