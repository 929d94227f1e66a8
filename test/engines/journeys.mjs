import assert from 'node:assert/strict';

const WAIT_MS = 20_000;
const STEP_MS = 100;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats a function in the page until it returns something true, and returns that. */
async function until(engine, what, code, ...values) {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const found = await engine.run(code, ...values);
    if (found) return found;
    if (Date.now() > end) assert.fail(`${what} did not come`);
    await pause(STEP_MS);
  }
}

const count = (engine, selector) => engine.run((css) => document.querySelectorAll(css).length, selector);
const appears = (engine, selector) => until(engine, selector, (css) => document.querySelector(css) !== null, selector);
const leaves = (engine, selector) =>
  until(engine, `the end of ${selector}`, (css) => document.querySelector(css) === null, selector);
const says = (engine, text) => until(engine, text, (words) => document.body.innerText.includes(words), text);

/** Clicks the visible control with this text. */
const click = (engine, text) =>
  until(
    engine,
    `the control “${text}”`,
    (words) => {
      const controls = [...document.querySelectorAll('button, label, a, [role="menuitem"]')];
      const named = controls.filter((one) => one.getClientRects().length > 0 && one.innerText.trim() === words);
      named.at(-1)?.click();
      return named.length > 0;
    },
    text,
  );

async function openBoard(engine, origin, search = '') {
  await engine.goto(`${origin}/robots.txt`);
  await engine.run((key) => {
    localStorage.clear();
    const credentials = [{ scheme: 'Token', value: 'qov_engines' }];
    sessionStorage.setItem(key, JSON.stringify({ kind: 'token', credentials, seen: 0 }));
  }, `envboard.connection@${origin}/api`);
  await engine.goto(`${origin}/${search}`);
  await until(
    engine,
    'twelve fresh environments',
    () => document.querySelectorAll('[data-environment-id][data-freshness="fresh"]').length === 12,
  );
}

const dialog = 'dialog[open]';

/** The actions of a user, and what the page must show then. Each journey begins on a board of twelve environments. */
const JOURNEYS = {
  'a board shows each state, and its summary the counts': async (engine) => {
    assert.equal(await count(engine, 'article[data-state]:not([data-state=""])'), 12);
    await appears(engine, '[data-board-tone] button');
  },
  'the filter narrows the board, and Back undoes it': async (engine) => {
    await engine.press('/');
    await engine.type('production');
    await until(engine, 'fewer cards', () => {
      const { length } = document.querySelectorAll('article');
      return length > 0 && length < 12;
    });
    await engine.run(() => history.back());
    await until(engine, 'all cards', () => document.querySelectorAll('article').length === 12);
  },
  'the table has a row for each environment, and sorts': async (engine) => {
    await click(engine, 'Table');
    await until(engine, 'twelve rows', () => document.querySelectorAll('tr[data-environment-id]').length === 12);
    await click(engine, 'Environment');
    await appears(engine, 'th[aria-sort="ascending"], th[aria-sort="descending"]');
  },
  'the compact view has a tile for each environment': async (engine) => {
    await click(engine, 'Compact');
    await until(engine, 'twelve tiles', () => document.querySelectorAll('li[data-environment-id]').length === 12);
  },
  'a name opens the details, and Escape closes them': async (engine) => {
    await engine.run(() => document.querySelector('article h3 button').click());
    await appears(engine, `${dialog} h3`);
    await engine.press('Escape');
    await leaves(engine, dialog);
  },
  'Ctrl and K open the palette, which opens the settings': async (engine) => {
    await engine.press('Control+k');
    await appears(engine, `${dialog} input[role="combobox"]`);
    await engine.type('settings');
    await until(engine, 'one command', () => document.querySelectorAll('dialog [role="option"]').length === 1);
    await engine.press('Enter');
    await appears(engine, `${dialog}[aria-label="Settings"]`);
    await engine.press('Escape');
    await leaves(engine, dialog);
  },
  'the picker pins an environment by keyboard alone': async (engine) => {
    await engine.press('p');
    await appears(engine, `${dialog} [role="option"]`);
    await engine.type('globex production');
    await until(
      engine,
      'a match',
      () => document.querySelector('dialog [role="option"]:not([aria-disabled="true"])') !== null,
    );
    await engine.press('Enter');
    await until(engine, 'a choice', () => document.querySelector('dialog [aria-selected="true"]') !== null);
    await engine.press('Enter');
    await leaves(engine, dialog);
    await until(engine, 'more cards', () => document.querySelectorAll('article').length > 12);
  },
  'the share dialog has the whole link': async (engine) => {
    await engine.press('s');
    await until(engine, 'the link', () =>
      [...document.querySelectorAll('dialog input')].some(({ value }) => value.endsWith('v=1')),
    );
    await engine.press('Escape');
    await leaves(engine, dialog);
  },
  'the menu of a card opens, and gives the focus back': async (engine) => {
    await engine.run(() => document.querySelector('article button[aria-haspopup="menu"]').click());
    await appears(engine, '[role="menu"] [role="menuitem"]');
    await engine.press('Escape');
    await leaves(engine, '[role="menu"]');
  },
  'the wall shows all tiles without scrolling, and Escape leaves it': async (engine) => {
    await click(engine, 'Wall');
    await until(engine, 'twelve tiles', () => document.querySelectorAll('main article').length === 12);
    await appears(engine, 'article[data-freshness="fresh"]');
    assert.ok(await engine.run(() => document.documentElement.scrollHeight <= innerHeight));
    await engine.press('Escape');
    await appears(engine, 'input[type="search"]');
  },
  'the pages of versions, activity and delivery show their answers': async (engine) => {
    await click(engine, 'Versions');
    await appears(engine, '[data-version]');
    await click(engine, 'Activity');
    await says(engine, 'deployments');
    await click(engine, 'Delivery');
    await says(engine, 'Lead time');
  },
  'a link restores the board in another language': async (engine, origin) => {
    await click(engine, 'Table');
    const search = await until(engine, 'the address', () => /view=table/.test(location.search) && location.search);
    await openBoard(engine, origin, `${search.replace(/&v=1$/, '')}&lang=fr&v=1`);
    assert.equal(await count(engine, 'tr[data-environment-id]'), 12);
    assert.equal(await engine.run(() => document.documentElement.lang), 'fr');
  },
};

/**
 * Runs all journeys in one engine, and starts a new engine after a failure. Calls `tell` with the name of each journey, and
 * with the reason when it failed.
 */
export async function runJourneys(open, origin, tell) {
  let engine;
  for (const [name, journey] of Object.entries(JOURNEYS)) {
    try {
      engine ??= await open();
      await openBoard(engine, origin);
      await journey(engine, origin);
      tell(name);
    } catch (error) {
      tell(name, error instanceof Error ? error.message : String(error));
      await engine?.quit().catch(() => {});
      engine = undefined;
    }
  }
  await engine?.quit().catch(() => {});
}
