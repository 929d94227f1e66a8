import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { expect, expectAccessible, test } from '#test/support/browser.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** The built files under a folder, as any static host serves them: nothing else is answered. */
async function hostUnder(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    const inside = pathname.startsWith(folder) ? pathname.slice(folder.length) || 'index.html' : undefined;
    const path = inside === undefined ? '' : join('dist', normalize(`/${inside}`));
    readFile(path).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return { address: `http://localhost:${port}${folder}`, close: () => server.close() };
}

test.use({ hasToken: false });

test('the built files work under any folder without a rebuild, views and overlays included', async ({ page }) => {
  const host = await hostUnder('/a/b/');
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url());
  });
  await page.goto(host.address);
  await expect(page.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  await page.getByRole('button', { name: 'Look around with demo data' }).click();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  expect(new URL(page.url()).pathname).toBe('/a/b/');
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.getByRole('table')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Pin environments' })).toBeVisible();
  expect(missing).toEqual([]);
  host.close();
});
