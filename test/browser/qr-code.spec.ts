import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { expect, test } from '#test/support/browser.ts';
import { anId } from '#test/support/ids.ts';

const ZBAR = '/usr/bin/zbarimg';

const boardOf = (count: number): string => {
  const pins = Array.from({ length: count }, (_, n) => ({ kind: 'environment' as const, id: anId(n * 7_919_777) }));
  const { search, hash } = boardLocation({ ...DEFAULT_BOARD, name: 'Release train', pins });
  return `/${search}${hash}`;
};

const code = (page: Page) => page.getByRole('img', { name: 'QR code of the link' });

/** Opens the view of the QR code, and returns the link of the share dialog. */
async function openCode(page: Page, count: number): Promise<string> {
  await page.goto('about:blank');
  await page.goto(boardOf(count));
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Share this board' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'QR code' }).click();
  await page.getByRole('dialog', { name: 'QR code' }).waitFor();
  return link;
}

/** The pixels of a PNG, red, green, blue and alpha. The page decodes it. */
async function pixelsOf(page: Page, png: Buffer) {
  const { width, height, grey } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    let letters = '';
    for (let at = 0; at < data.length; at += 4) letters += String.fromCharCode(data[at] ?? 0);
    return { width: image.width, height: image.height, grey: btoa(letters) };
  }, png.toString('base64'));
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [at, value] of Buffer.from(grey, 'base64').entries()) data.fill(value, at * 4, at * 4 + 3);
  return { width, height, data };
}

/** What each reader finds in a screenshot of the page. */
async function readingsOf(page: Page): Promise<readonly string[]> {
  const png = await code(page).screenshot();
  const { data, width, height } = await pixelsOf(page, png);
  const byJsQr = jsQR(data, width, height)?.data ?? 'jsQR found no code';
  if (!existsSync(ZBAR)) return [byJsQr];
  return [
    byJsQr,
    execFileSync(ZBAR, ['--raw', '--quiet', '-'], {
      input: png,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    }).trim(),
  ];
}

test('readers find the code of 60 and 80 pins in a low window, where it takes the whole height', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  for (const count of [60, 80]) {
    const link = await openCode(page, count);
    const box = await code(page).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(650);
    expect(box?.height).toBeGreaterThan(480);
    for (const reading of await readingsOf(page)) expect(reading).toBe(link);
  }
});

test('the view offers the link in place of a code that readers would miss', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  const link = await openCode(page, 110);
  const view = page.getByRole('dialog', { name: 'QR code' });
  await expect(view.getByText(/^The link is too long for a QR code that cameras can read/)).toBeVisible();
  await expect(code(page)).toHaveCount(0);
  await view.getByRole('button', { name: 'Copy link' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.setViewportSize({ width: 1366, height: 900 });
  await expect(code(page)).toBeVisible();
  for (const reading of await readingsOf(page)) expect(reading).toBe(link);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 });
  test('readers find the code of 40 pins', async ({ page }) => {
    const link = await openCode(page, 40);
    for (const reading of await readingsOf(page)) expect(reading).toBe(link);
  });
});
