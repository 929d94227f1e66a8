// Makes docs/board.png from the running app: `npm run preview` in one shell, `node docs/screenshot.mjs` in another.
import { chromium } from '@playwright/test';

const address = process.argv[2] ?? 'http://localhost:5173/';
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(address);
await page.locator('article[data-freshness="fresh"]').nth(11).waitFor();
await page.screenshot({ path: new URL('board.png', import.meta.url).pathname });
await browser.close();
