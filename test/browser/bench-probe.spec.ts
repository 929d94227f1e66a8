import { installProbe } from '#bench/probe.ts';
import { expect, test } from '#test/support/browser.ts';

test('the bench probe records when the page shows its first card and all states', async ({ page }) => {
  // Each of the demo board's twelve environments is in a state with a tone.
  await page.addInitScript(installProbe, { environments: 12, unknown: 0 });
  await page.goto('/');
  await expect.poll(() => page.evaluate(() => window.benchTimeline.firstCard ?? 0)).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(() => window.benchTimeline.allCards ?? 0)).toBeGreaterThan(0);
});
