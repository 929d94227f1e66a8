import { test as bare, type Page } from '@playwright/test';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { choose, expect, test } from '#test/support/browser.ts';
import { PACE } from '#test/support/pace.ts';
import { demoBoard } from '#test/support/page-gateway.ts';
import { startStaticHost } from '#test/support/static-host.ts';

/** A host name whose pages are no secure context, unlike localhost. playwright.config.ts maps it to this machine. */
const HOST = 'envboard.test';
const CONFIG = JSON.stringify({ api: '/api', auth: 'gateway' });
const FRESH = '[data-environment-id][data-freshness="fresh"]';
const COUNT = 12;

// With a user and a password in the address, a preloaded file has another address than the file that is used.
test.use({ hasToken: false, ownDoing: /preloaded using link preload/ });

async function expectFreshInEveryView(page: Page): Promise<void> {
  await expect(page.locator(FRESH)).toHaveCount(COUNT);
  for (const view of ['Compact', 'Table', 'Wall']) {
    // A click, because the wall hides the switch, so its checked state cannot be read.
    await page.getByText(view, { exact: true }).first().click();
    await expect(page.locator(`${FRESH}:visible`)).toHaveCount(COUNT);
  }
  await page.keyboard.press('Escape');
}

test('each of two tabs polls by itself on plain http, and reports that tabs cannot share', async ({
  page,
  baseURL,
  context,
}) => {
  const host = await startStaticHost({ api: baseURL ?? '', config: CONFIG });
  const address = `http://${HOST}:${host.port}${await demoBoard(page)}`;
  await page.goto(address);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expectFreshInEveryView(page);

  const second = await context.newPage();
  await second.goto(address);
  await expect(second.locator(FRESH)).toHaveCount(COUNT);
  await second.getByRole('button', { name: PACE }).click();
  await expect(second.getByRole('menu')).toContainText('each tab sends its own requests');
  await expect(second.getByRole('menu')).not.toContainText('keep nothing');
  await second.keyboard.press('Escape');
  await second.getByRole('button', { name: 'Share' }).click();
  await second.getByRole('button', { name: 'Copy link' }).click();
  await expect(second.getByText('The text is selected: press Ctrl+C')).toBeVisible();
  host.close();
});

/** Runs in the page before its own scripts: makes the use of each facility throw. */
function takeAway(): void {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const take = (target: object, ...names: readonly string[]) => {
    for (const name of names) Object.defineProperty(target, name, { configurable: true, get: refuse });
  };
  take(window, 'localStorage', 'sessionStorage', 'indexedDB', 'BroadcastChannel', 'Notification', 'AudioContext');
  take(window, 'matchMedia', 'ResizeObserver', 'IntersectionObserver', 'crypto', 'requestIdleCallback');
  take(navigator, 'locks', 'clipboard', 'permissions', 'wakeLock', 'userActivation');
  take(document, 'fullscreenEnabled', 'fullscreenElement');
  take(Intl, 'supportedValuesOf');
}

/** A test without the leak fixture, which needs the removed facilities. An error of the page fails the test. */
const deprived = bare.extend({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => void errors.push(message));
    await page.addInitScript(takeAway);
    await use(page);
    expect(errors).toEqual([]);
  },
});

deprived('the built page shows fresh cards in every view when the browser refuses each facility', async ({ page }) => {
  await page.goto(await demoBoard(page));
  await expectFreshInEveryView(page);
  await choose(page, 'More', 'Settings');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('stores nothing for this page');
});

deprived('a large board shows its cards when the browser reports no sizes of elements', async ({ page }) => {
  const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const pins = Array.from({ length: 300 }, (_, n) => ({ kind: 'environment' as const, id: id(n) }));
  const { search, hash } = boardLocation({ ...DEFAULT_BOARD, pins });
  await page.goto(`/${search}${hash}`);
  await expect.poll(() => page.locator('article[data-environment-id]').count()).toBeGreaterThan(10);
  expect(await page.locator('article[data-environment-id]').count()).toBeLessThan(100);
});

test.describe('a user and a password in the address', () => {
  for (const name of [HOST, 'localhost']) {
    test(`open the board at ${name}, and no page text, link or storage contains them`, async ({ page, baseURL }) => {
      const host = await startStaticHost({ api: baseURL ?? '', config: CONFIG, credentials: 'viewer:s3cr3tWord' });
      const board = await demoBoard(page);
      const requested: string[] = [];
      page.on('request', (request) => void requested.push(request.url()));
      await page.goto(`http://viewer:s3cr3tWord@${name}:${host.port}${board}`);
      // The page inherits user and password, as in the browsers that showed the fault.
      expect(await page.evaluate(() => document.baseURI)).toContain('s3cr3tWord');
      await expectFreshInEveryView(page);
      // Chromium runs the page's script twice. Only one run may start the page.
      expect(requested.filter((url) => new URL(url).pathname === '/api/organization')).toHaveLength(1);
      await page.reload();
      await expect(page.locator(FRESH)).toHaveCount(COUNT);

      await page.getByRole('button', { name: 'Share' }).click();
      const share = page.getByRole('dialog', { name: 'Share this board' });
      await expect(share.getByLabel('Link')).toHaveValue(new RegExp(`^http://${name}:${host.port}/\\?`));
      await share.getByRole('button', { name: 'Markdown' }).click();
      await expect(share.getByRole('textbox', { name: 'Markdown' })).toHaveValue(new RegExp(`http://${name}:`));
      await share.getByRole('button', { name: 'QR code' }).click();
      await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
      await page.getByRole('dialog', { name: 'QR code' }).getByRole('button', { name: 'Done' }).click();

      const fields = await page
        .locator('input, textarea')
        .evaluateAll((all) =>
          all.map((one) => (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : '')),
        );
      const links = await page.locator('a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      const shown = [
        await page.title(),
        await page.content(),
        page.url().replace(/\/\/.*@/, '//'),
        ...fields,
        ...links,
      ];
      expect(shown.filter((text) => text.includes('s3cr3tWord'))).toEqual([]);
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      expect(kept).not.toContain('s3cr3tWord');
      // The browser sends them in a header, and no address of a request may contain them.
      expect(requested.filter((url) => url.includes('/api/') && url.includes('s3cr3tWord'))).toEqual([]);
      host.close();
    });
  }
});
