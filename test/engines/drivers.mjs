import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import oldPuppeteer from 'puppeteer-core-19';
import { Builder, Capabilities, Key } from 'selenium-webdriver';

/**
 * One interface for the drivers of all engines: `goto`, `run` (a function in the page), `press` (a key, `Control+k` too),
 * `type` and `quit`. Each engine is one that Playwright does not drive, or too old a version for it.
 */
function ofPuppeteer(browser, page) {
  return {
    goto: (url) => page.goto(url, { waitUntil: 'domcontentloaded' }),
    run: (code, ...values) => page.evaluate(code, ...values),
    press: async (key) => {
      const [modifier, letter] = key.split('+');
      if (letter === undefined) return page.keyboard.press(key);
      await page.keyboard.down(modifier);
      await page.keyboard.press(letter);
      await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    quit: () => browser.close(),
  };
}

async function openFirefox() {
  const executablePath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return ofPuppeteer(browser, await browser.newPage());
}

async function openOldChromium() {
  // Later versions of puppeteer do not start this Chromium.
  const browser = await oldPuppeteer.launch({
    executablePath: await chromium.executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  return ofPuppeteer(browser, await browser.newPage());
}

/** Needs a display: `xvfb-run` gives one. */
async function openWebKit() {
  const capabilities = new Capabilities().setBrowserName('MiniBrowser').set('webkitgtk:browserOptions', {
    binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    args: ['--automation'],
  });
  const driver = await new Builder().usingServer(process.env.WEBKIT_DRIVER).withCapabilities(capabilities).build();
  await driver.manage().setTimeouts({ script: 20_000 });
  return {
    goto: (url) => driver.get(url),
    run: (code, ...values) => driver.executeScript(`return (${code}).apply(null, arguments)`, ...values),
    press: async (key) => {
      const [modifier, letter] = key.split('+');
      const actions = driver.actions();
      if (letter === undefined) return actions.sendKeys(Key[key.toUpperCase()] ?? key).perform();
      const held = Key[modifier.toUpperCase()];
      return actions.keyDown(held).sendKeys(letter).keyUp(held).perform();
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    quit: () => driver.quit(),
  };
}

export const ENGINES = { 'Firefox ESR': openFirefox, WebKitGTK: openWebKit, 'Chromium 108': openOldChromium };
