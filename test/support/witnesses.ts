import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';

const { resolve } = createRequire(import.meta.url);
const scriptOf = (path: string): string => readFileSync(resolve(path), 'utf8');
const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** Returns the faults that html-validate finds in the markup of a page: elements where HTML does not allow them. */
export async function markupFaults(page: Page): Promise<readonly string[]> {
  const { results } = await validator.validateString(await page.content());
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  );
}

/** Returns the errors that HTML_CodeSniffer finds against WCAG 2 AA. */
export async function snifferFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(scriptOf('html_codesniffer/build/HTMLCS.js'));
  return page.evaluate(`new Promise((resolve) => HTMLCS.process('WCAG2AA', document, () => resolve(
    HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
      .map(({ code, msg, element }) => code + ': ' + msg + ' ' + element.outerHTML.slice(0, 200)))))`);
}

/** Returns the violations that IBM's Equal Access Checker finds against WCAG 2.1. Its engine needs no network. */
export async function checkerFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(scriptOf('accessibility-checker-engine/ace.js'));
  return page.evaluate(`new ace.Checker().check(document, ['WCAG_2_1']).then(({ results }) => results
    .filter(({ value: [policy, outcome] }) => policy === 'VIOLATION' && outcome === 'FAIL')
    .map(({ ruleId, message, snippet }) => ruleId + ': ' + message + ' ' + snippet.slice(0, 200)))`);
}
