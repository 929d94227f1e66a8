import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** Chromium itself writes a line for each failed request; those are the test's doing, not the page's. */
const OWN_DOING = /Failed to load resource|elsewhere\.example/;

/** Every page of a test must stay free of console errors and of content security violations. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      if (isComplaint && !OWN_DOING.test(message.text())) complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
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
export const PACE = /^(Live|Paused|Offline|Not reached|Stopped|Nothing to check)/;

export const refresh = (page: Page): Promise<void> => choose(page, PACE, 'Refresh now');

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

export { expect };
