import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { TOKEN, watchForLeaks } from '#test/support/leaks.ts';
import { PACE } from '#test/support/pace.ts';

/** Chromium's own console lines about failed requests. Tests cause these failures on purpose. */
const OWN_DOING = /Failed to load resource|elsewhere\.example/;

type Journey = {
  /** True when every page finds a token in its tab, as if a user had pasted it. */
  readonly hasToken: boolean;
  /** True when the user stores the token on the device. */
  readonly remembers: boolean;
  /** Console lines that a test causes on purpose. */
  readonly ownDoing: RegExp;
};

/**
 * Every test begins with a token in the tab. Its pages may write no error to the console, content security violations
 * included, and the token may appear only where it must be.
 */
export const test = base.extend<Journey>({
  hasToken: [true, { option: true }],
  remembers: [false, { option: true }],
  ownDoing: [/^$/, { option: true }],
  context: async ({ context, hasToken, remembers, ownDoing, baseURL }, use) => {
    const watch = await watchForLeaks(context, { hasToken, remembers, origin: baseURL ?? '' });
    await use(context);
    expect(watch.complaints.filter((text) => !OWN_DOING.test(text) && !ownDoing.test(text))).toEqual([]);
    expect(await watch.leaks(), 'where the token must not be').toEqual([]);
  },
});

/** Makes every status request fail with this fault, until the returned function is called. */
export async function breakStatuses(page: Page, fault: string): Promise<() => Promise<void>> {
  const pattern = /\/api\/.*\/(status|overview)$/;
  await page.route(pattern, (route) => route.continue({ url: `${route.request().url()}?demo=${fault}` }));
  return () => page.unroute(pattern);
}

/** Opens the menu of a button and chooses an item. */
export async function choose(page: Page, button: string | RegExp, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

export const refresh = (page: Page): Promise<void> => choose(page, PACE, 'Refresh now');

/** The rules that depend on colours. All others find the same in both themes. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const MODAL = 'dialog:modal';

export async function expectAccessible(page: Page, rules: readonly string[] = []): Promise<void> {
  // The page has no frames, which axe would analyse in a page of its own. The passed rules are not used.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    // The rules that read fetched style sheets and media find nothing to read in this page.
    preload: false,
    ...(rules.length > 0 && { runOnly: { type: 'rule', values: [...rules] } }),
  });
  // The page behind a modal dialog is inert, and a test of its own analyses it.
  if ((await page.locator(MODAL).count()) > 0) axe.include(MODAL);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Expects that the page passes all rules in the light theme, and the rules of colours in the dark theme too. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [
    ['dark', COLOUR_RULES],
    ['light', []],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    // A colour that changes slowly has no contrast to measure yet.
    await page.waitForFunction(() => !document.getAnimations().some((animation) => animation instanceof CSSTransition));
    await expectAccessible(page, rules);
  }
}

export { expect, TOKEN };
