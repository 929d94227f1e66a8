import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { TOKEN, watchForLeaks } from '#test/support/leaks.ts';

/** Chromium itself writes a line for each failed request; those are the test's doing, not the page's. */
const OWN_DOING = /Failed to load resource|elsewhere\.example/;

type Journey = {
  /** Whether every page finds a token in its tab, as if the reader had pasted it. */
  readonly hasToken: boolean;
  /** Whether the reader asked to have the token kept on the device. */
  readonly remembers: boolean;
  /** What the console may say, where a journey breaks something on purpose. */
  readonly ownDoing: RegExp;
};

/**
 * Every journey begins with a token in the tab, and on all of its pages nothing may be said on the console, no content
 * security violation included, and the token may be nowhere but where it must be.
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

/** Makes the simulated Qovery answer every status question with this fault, until told otherwise. */
export async function breakStatuses(page: Page, fault: string): Promise<() => Promise<void>> {
  const pattern = /\/api\/.*\/(status|overview)$/;
  await page.route(pattern, (route) => route.continue({ url: `${route.request().url()}?demo=${fault}` }));
  return () => page.unroute(pattern);
}

/** Opens the menu behind a button and chooses from it. */
export async function choose(page: Page, button: string | RegExp, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The button that says how often the board is checked, whatever it says. */
export const PACE = /^(Live|Paused|Offline|Not reached|Token refused|Waiting|Nothing to check)/;

export const refresh = (page: Page): Promise<void> => choose(page, PACE, 'Refresh now');

export async function expectAccessible(page: Page): Promise<void> {
  // There are no frames, which it would gather in a page of its own, and nobody reads what has passed.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

export { expect, TOKEN };
