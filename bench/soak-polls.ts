import type { Browser } from '@playwright/test';
import { answered, openPage, untilFresh } from './soak-page.ts';
import type { SoakServer } from './soak-server.ts';
import type { Size } from './soak-table.ts';

const POLL_MS = 30_000;
const POLLS_OF_DAY = 2_880;
/** After so many polls all histories are fetched, and the stored transitions of each environment are complete. */
const WARM_POLLS = 240;
const LOOK_EVERY = 20;
const SAY_EVERY = 240;
/** Shorter than the time-out of a request: the page's clock advances in steps while requests take real time. */
const STEP_MS = 5_000;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Simulates days of polls in which the environments of the board are deployed, fail and recover. */
export async function soakPolls(
  browser: Browser,
  server: SoakServer,
  clock: { now: number },
  days: number,
): Promise<readonly Size[]> {
  const { page, size } = await openPage(browser, server.address, clock.now);
  await untilFresh(page);
  clock.now += 60_000;
  await page.clock.pauseAt(clock.now);
  const sizes: Size[] = [];
  const seen = new Set<string>();
  const received = server.received();
  const polls = days * POLLS_OF_DAY;
  for (let poll = 1; poll <= polls; poll += 1) {
    for (let passed = 0; passed < POLL_MS; passed += STEP_MS) {
      clock.now += STEP_MS;
      await page.clock.runFor(STEP_MS);
      await answered(page);
    }
    if (poll < WARM_POLLS || poll % (days * LOOK_EVERY) !== 0) continue;
    const cards = await page.locator('article').evaluateAll((all) => all.map(({ dataset }) => ({ ...dataset })));
    const late = cards.filter(({ freshness }) => freshness !== 'fresh').length;
    if (late > 0) throw new Error(`${late} of ${cards.length} cards are not fresh after ${poll} polls`);
    seen.add(cards.map(({ state }) => state).join());
    const now = await size();
    sizes.push(now);
    if (poll % (days * SAY_EVERY) === 0)
      say(`${poll} of ${polls} polls, ${server.received() - received} requests: ${JSON.stringify(now)}`);
  }
  say(`${seen.size} different sets of states in ${sizes.length} looks`);
  await page.context().close();
  return sizes;
}
