import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { breakStatuses, choose, expect, test } from '#test/support/browser.ts';
import { wordsOf } from '#test/support/catalogue-texts.ts';
import { PACE } from '#test/support/pace.ts';
import { textsWith, unreadableTexts } from '#test/support/page-texts.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', fr: 'fr-FR', de: 'de-DE', es: 'es-ES' };

/** Words of the simulated account and of the dev server, which are the same in each language. */
const DATA =
  'acme api bot board ci cli cluster console demo envboard example git grace kay locale name qovery staging ' +
  'production preview release skill search catalog checkout com core data default eu last link links local map markdown media ' +
  'notifications payments pay qa test train worker web development image resizer index gateway ingress triage agent metrics ' +
  'buckets migrations nightly report database feature flags';

/** Words that only the English catalogue has. */
function englishOnly(language: Language): ReadonlySet<string> {
  const [own, data] = [wordsOf(language), new Set(DATA.split(' '))];
  return new Set([...wordsOf('en')].filter((word) => word.length > 2 && !own.has(word) && !data.has(word)));
}

const texts = async (language: Language, file: string): Promise<Readonly<Record<string, string>>> =>
  import(`../../src/messages/${language}/${file}.ts`);

const fresh = (page: Page, count = 12) =>
  expect(page.locator('[data-freshness="fresh"]')).toHaveCount(count, { timeout: 30_000 });

for (const language of LANGUAGES.filter((one) => one !== 'en')) {
  test.describe(() => {
    test.use({ locale: LOCALES[language], hasToken: false });

    test(`every screen is readable in ${language}, and has no English words`, async ({ page }) => {
      test.setTimeout(180_000);
      const words = englishOnly(language);
      const found: string[] = [];
      const check = async (screen: string) => {
        const { width } = page.viewportSize() ?? {};
        let problems: readonly string[] = [];
        // A chart takes the new size of its box some frames after the window has changed.
        const count = async () => {
          problems = [...(await unreadableTexts(page)), ...(await textsWith(page, words))];
          return problems.length;
        };
        await expect
          .poll(count, { timeout: 3_000 })
          .toBe(0)
          .catch(() => {});
        found.push(...problems.map((text) => `${screen}, ${width} px: ${text}`));
      };
      const { MORE, MY_BOARDS } = await texts(language, 'header');
      const { MANAGE } = await texts(language, 'saved-boards');
      const { SETTINGS } = await texts(language, 'settings');
      const close = async () => {
        await page.keyboard.press('Escape');
        await expect(page.locator('dialog[open], [role=menu]')).toHaveCount(0);
      };
      const open = async (button: string, item: string) => {
        await page.getByRole('button', { name: button }).first().click();
        await page.getByRole('menuitem', { name: item }).click();
        await expect(page.locator('dialog[open]')).toBeVisible();
      };

      await page.setViewportSize({ width: 1440, height: 900 });
      // Every deployment in progress takes longer than usual: its card has the most to say.
      await page.route('**/deploymentHistoryV2*', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll(/"total_duration":"[^"]*"/g, '"total_duration":"PT9S"');
        await route.fulfill({ response, body });
      });
      await page.goto('/');
      await fresh(page);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      // Each search finds what is there.
      expect(words.size).toBeGreaterThan(300);
      expect(await textsWith(page, wordsOf(language))).not.toEqual([]);
      await page.evaluate(() => {
        const cut = document.createElement('p');
        cut.textContent = 'PLANTED '.repeat(9);
        cut.style.cssText = 'width:40px;overflow:hidden;white-space:nowrap';
        document.querySelector('main')?.prepend(cut);
      });
      expect(await unreadableTexts(page)).toContainEqual(expect.stringContaining('cut off: PLANTED'));
      const link = page.url();
      const inBothWidths = async (screen: string) => {
        for (const width of [1440, 360]) {
          await page.setViewportSize({ width, height: 900 });
          await check(screen);
        }
      };
      // At first, while the hour has requests left for histories.
      for (const [name, loaded] of [
        ['versions', '[data-version]'],
        ['activity', '[data-result]'],
        ['delivery', 'main section svg'],
      ] as const) {
        await page.goto(link.replace('&v=1', `&page=${name}&v=1`));
        await expect(page.locator(loaded).nth(3)).toBeAttached({ timeout: 30_000 });
        await inBothWidths(name);
      }

      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(link);
      await fresh(page);
      await check('cards');
      const times = await page
        .locator('article time')
        .evaluateAll((all) =>
          all.map(({ textContent, parentElement: line }) => [textContent, line && line.scrollWidth > line.clientWidth]),
        );
      expect(times.length).toBeGreaterThan(3);
      expect(times.filter(([, isCut]) => isCut)).toEqual([]);
      for (const view of ['compact', 'table']) {
        await page.keyboard.press('v');
        await expect(page).toHaveURL(new RegExp(`view=${view}`));
        await fresh(page);
        await inBothWidths(view);
        await page.setViewportSize({ width: 1440, height: 900 });
      }
      for (const [width, height] of [
        [1920, 1080],
        [360, 900],
      ] as const) {
        await page.setViewportSize({ width, height });
        if (width === 1920) await page.keyboard.press('v');
        await expect(page).toHaveURL(/view=wall/);
        await fresh(page);
        await check('wall');
      }

      await page.keyboard.press('Escape');
      await fresh(page);
      await check('cards');
      // German words are the longest, and a wide screen has room for the dialogs of the other languages.
      for (const width of language === 'de' ? [360, 1440] : [360]) {
        await page.setViewportSize({ width, height: 900 });
        await page.locator('article h3 button').first().click();
        await expect(page.locator('dialog[open] li').nth(20)).toBeVisible();
        await check('details');
        await close();
        for (const [key, screen] of [
          ['p', 'picker'],
          ['s', 'share'],
          ['?', 'keys'],
          ['Control+k', 'palette'],
        ] as const) {
          // A key that is pressed while the dialog before it closes has no effect.
          await expect(async () => {
            if ((await page.locator('dialog[open]').count()) === 0) await page.keyboard.press(key);
            await expect(page.locator('dialog[open]')).toBeVisible({ timeout: 5_000 });
          }).toPass();
          if (screen === 'picker') await expect(page.getByRole('option').nth(5)).toBeVisible();
          await check(screen);
          await close();
        }
        await page.locator('article [aria-haspopup="menu"]').first().click();
        await expect(page.getByRole('menu')).toBeVisible();
        await check('menu of a card');
        await close();
        await open(MORE ?? '', SETTINGS ?? '');
        await check('settings');
        await close();
        await page.getByRole('button', { name: MY_BOARDS ?? '' }).click();
        await check('menu of boards');
        await page.getByRole('menuitem', { name: MANAGE ?? '' }).click();
        await expect(page.locator('dialog[open]')).toBeVisible();
        await check('my boards');
        await close();
      }
      const mend = await breakStatuses(page, '503');
      await page.goto(link);
      await expect(page.getByRole('alert').first()).toBeVisible();
      await check('error');
      await mend();

      await page.goto('/?q=');
      await check('nothing pinned');
      await page.route('**/config.json', (route) => route.fulfill({ json: { api: '/api', auth: 'token' } }));
      await page.goto(link);
      await expect(page.getByRole('textbox')).toBeVisible();
      await check('token form');
      expect(found).toEqual([]);
    });
  });
}

test('a link opens in its language, and the choice in the settings replaces it without a reload', async ({ page }) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await page.goto('/');
  await fresh(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const link = page.url();
  await page.goto(link.replace('&v=1', '&LANG=FR&v=1'));
  await fresh(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.getByRole('button', { name: 'Partager' }).click();
  const french = page.getByRole('checkbox', { name: 'Ouvrir en français' });
  await expect(french).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Lien' })).toHaveValue(/&lang=fr&v=1$/);
  await french.uncheck();
  await expect(page.getByRole('textbox', { name: 'Lien' })).not.toHaveValue(/lang=/);
  await page.keyboard.press('Escape');

  await page.evaluate(() => {
    document.documentElement.dataset.first = 'yes';
  });
  files.length = 0;
  await choose(page, 'Plus', 'Réglages');
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('Deutsch');
  await expect(page.getByRole('button', { name: 'Teilen' })).toBeVisible();
  await fresh(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('html')).toHaveAttribute('data-first', 'yes');
  expect(page.url()).toBe(link);
  expect(files.filter((path) => /-de-[\w-]+\.js$/.test(path)).length).toBeGreaterThan(1);
  expect(files.filter((path) => /-(?:en|es)-[\w-]+\.js$|\/(?:index|core)-/.test(path))).toEqual([]);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Teilen' })).toBeVisible();
});

test('an address of a language alone opens the page in it, and says nothing of a cut link', async ({ page }) => {
  await page.goto('/?lang=es');
  await expect(page.getByRole('heading', { name: 'Aún no hay nada fijado' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByText('marca de final')).toHaveCount(0);
});

test('a choice by keyboard keeps open settings, focus, scroll position, filter and pause', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 500 });
  await page.goto('/');
  await fresh(page);
  await choose(page, PACE, /^Pause/);
  await expect(page.getByRole('button', { name: 'Paused' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('production');
  await expect(page).toHaveURL(/q=production/);
  await page.mouse.wheel(0, 150);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(150);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('settings');
  await page.getByRole('option', { name: 'Settings', exact: true }).click();
  await page.getByRole('combobox', { name: 'Language' }).focus();
  for (const [key, language, name] of [
    ['ArrowDown', 'en', 'Language'],
    ['ArrowDown', 'fr', 'Langue'],
    ['ArrowDown', 'de', 'Sprache'],
    ['ArrowUp', 'fr', 'Langue'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('combobox', { name })).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Plus', exact: true })).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('article').first()).toBeVisible();
  expect(await page.evaluate(() => [scrollY, document.body.style.minHeight])).toEqual([150, '']);
  await expect(page.getByRole('searchbox')).toHaveValue('production');
  await expect(page.getByRole('button', { name: 'Suspendu' })).toBeVisible();
});
