import { breakStatuses, expect, refresh, test } from '#test/support/browser.ts';

/**
 * Translates as browsers do: replaces text nodes by elements, now and after mutations, except under `translate="no"`.
 */
function translateInPage(): void {
  const translate = (node: Node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = node instanceof Text ? [node] : [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      const { parentElement } = text;
      const isLeft = parentElement?.closest('[translate="no"], font, script, style, option') !== null;
      if (!parentElement || isLeft || text.data.trim() === '') continue;
      const font = document.createElement('font');
      font.textContent = `«${text.data}»`;
      text.replaceWith(font);
    }
  };
  translate(document.body);
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') translate(target);
      else for (const node of addedNodes) translate(node);
    }
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
}

for (const view of ['cards', 'wall']) {
  test(`a translated page keeps working when Qovery fails and recovers: ${view}`, async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
    await page.evaluate(translateInPage);
    await expect(page.getByRole('button', { name: '«Share»' })).toBeVisible();
    const mend = await breakStatuses(page, '503');
    await refresh(page);
    await expect(page.locator('article[data-freshness="unreachable"]')).toHaveCount(12);
    if (view === 'wall') await page.getByRole('radio', { name: '«Wall»' }).click({ force: true });
    const alert = page.getByRole('alert').first();
    await expect(alert).toContainText('503');
    const age = page.getByText(/not reached for/).first();
    const before = await age.textContent();
    await expect(age).not.toHaveText(before ?? '');
    await mend();
    await page.keyboard.press('r');
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
    for (const environment of await page.locator('article').all()) {
      await expect(environment.locator('strong')).not.toHaveText(/«/);
    }
    await expect(page.getByText(/stopped working/)).toHaveCount(0);
  });
}
