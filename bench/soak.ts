import { resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { OVERLAYS, soakOverlay, TIMES } from './soak-overlays.ts';
import { soakPolls } from './soak-polls.ts';
import { startSoakServer } from './soak-server.ts';
import { grown, type Size, SOAK_HEAD, soakRow } from './soak-table.ts';

const BUILT = resolve('bench/results/soak');
const START = Date.UTC(2026, 9, 5, 8);

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      ...CHROMIUM_FLAGS,
      // Without the optimizing compilers: their machine code counts as heap, and grows for hours.
      '--js-flags=--no-opt --no-maglev --no-sparkplug',
      // The clock makes hundreds of frames a second. Without a thread for them, a poll takes half the time.
      '--disable-threaded-compositing',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}

/**
 * `npm run bench:soak`, or some parts by name: `npm run bench:soak -- polls share`, and `-- week` for seven days of polls.
 * Exits with 1 when a value grew.
 */
export async function main(words: readonly string[]): Promise<void> {
  await build({ logLevel: 'warn', build: { outDir: BUILT, emptyOutDir: true } });
  const isWanted = (name: string) => words.length === 0 || words.includes(name);
  const browser = await launch();
  const report = (what: string, sizes: readonly Size[]) => {
    print(soakRow(what, sizes));
    if (grown(sizes).length > 0) process.exitCode = 1;
  };
  print(SOAK_HEAD);
  try {
    const clock = { now: START };
    const isWeek = words.includes('week');
    if (isWanted('polls') || isWeek) {
      const server = await startSoakServer(BUILT, () => clock.now);
      const days = isWeek ? 7 : 1;
      report(isWeek ? 'a week of polls' : 'a day of polls', await soakPolls(browser, server, clock, days));
      server.stop();
    }
    const server = await startSoakServer(BUILT, () => START);
    for (const overlay of OVERLAYS.filter(({ name }) => isWanted(name))) {
      report(`${overlay.name}, ${TIMES} times`, await soakOverlay(browser, server, START, overlay));
    }
    server.stop();
  } finally {
    await browser.close();
  }
}
