import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

const PLACES = [
  process.env.CHROMIUM_PATH ?? '',
  // The other browsers render a tool bar, in a process that takes two seconds of a core while the page starts.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Returns the path of the system's Chromium; undefined without one, and Playwright then tries its own. */
export const findChromium = (): string | undefined => PLACES.find((place) => place !== '' && existsSync(place));

/** Switches off background requests and updates. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Blocks every other host, which proves that the pages send requests to this machine only. */
const NOBODY_ELSE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1';

/** Starts a browser without the machine's own pages and hosts. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [...CHROMIUM_FLAGS, NOBODY_ELSE],
  });
}
