import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { expect, test } from '#test/support/browser.ts';

test('a board loads at most eleven files, and requests none of them twice', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  const times = (path: string) => requested.filter((one) => one === path).length;
  expect(times('/config.json'), 'the page names it, and the script takes what came').toBe(1);
  expect(times('/api/organization'), 'the names are requested once, before the first render').toBe(1);
  const files = requested.filter((path) => path.startsWith('/assets/'));
  expect(files).toHaveLength(new Set(files).size);
  // Three chunks of the first screen, the styles, the preloaded components, and the notices of a shared board and of a
  // token.
  expect(files.length, files.join(' ')).toBeLessThanOrEqual(11);
});

const withoutHash = (url: string) => new URL(url).pathname.replace(/-[\w-]{8}\.js$/, '.js');

test('the page requests all files of the first screen before its first script has loaded', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(withoutHash(request.url())));
  await page.route('**/theme.js', () => {});
  await page.goto('/', { waitUntil: 'commit' });
  for (const path of ['/theme.js', '/config.json', '/assets/index.js', '/assets/core.js']) {
    await expect.poll(() => requested, path).toContain(path);
  }
});

test('the page requests the files of its language before its first module has loaded, and of no other', async ({
  page,
}) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(withoutHash(request.url())));
  await page.route(/\/assets\/index-.*\.js$/, () => {});
  await page.goto('/', { waitUntil: 'commit' });
  for (const path of ['/assets/page-en.js', '/assets/preloaded-en.js']) {
    await expect.poll(() => requested, path).toContain(path);
  }
  expect(requested.filter((path) => /\/assets\/(?:page|preloaded)-(?!en\b)/.test(path))).toEqual([]);
});

test('the page requests names before its second script has loaded', async ({ page }) => {
  await page.route(/\/assets\/page-.*\.js$/, () => {});
  const question = page.waitForRequest('**/api/organization');
  const { search } = boardLocation({ ...DEFAULT_BOARD, pins: [{ kind: 'environment', id: crypto.randomUUID() }] });
  await page.goto(`/${search}`, { waitUntil: 'domcontentloaded' });
  await question;
});

test('the header is visible before the page’s script has loaded, except on the wall', async ({ page }) => {
  await page.route(/\/assets\/page-.*\.js$/, () => {});
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  const frame = page.getByRole('banner');
  await expect(frame.getByText('Envboard')).toBeVisible();
  const drawn = await frame.locator('use').evaluate((logo: SVGUseElement) => logo.getBBox().width);
  expect(drawn, 'the logo').toBeGreaterThan(0);
  await page.goto('/?view=wall', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('header')).toHaveCount(1);
  await expect(page.locator('header')).toBeHidden();
});

test('a card has the same height before and after its first reading', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/(project|environment)\/[^/]+\/(environment\/)?status$/, async (route) => {
    await released;
    await route.fallback();
  });
  await page.goto('/');
  const cards = page.locator('article');
  await expect(page.locator('article[data-state=""]')).toHaveCount(12);
  const lowest = () =>
    cards.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().bottom + scrollY)));
  const before = await lowest();
  release();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  // The height of text is not a whole number of pixels.
  await expect.poll(async () => Math.abs((await lowest()) - before)).toBeLessThan(2);
});

test('the board opens without names when their request gets no response', async ({ page }) => {
  await page.route('**/api/organization', () => {});
  const { search } = boardLocation({ ...DEFAULT_BOARD, pins: [{ kind: 'environment', id: crypto.randomUUID() }] });
  await page.goto(`/${search}`);
  await expect(page.locator('article')).toBeVisible();
});
