import type { ConfigIssue } from '#domain/config.ts';

export const BROKEN_CONFIG = 'config.json cannot be used';

const ISSUES = {
  unloaded: 'it could not be loaded',
  notJson: 'it is not JSON',
  shape: 'it holds no object',
  api: '“api” must be a text',
  apiAddress: '“api” must be an https address, or a path that starts with “/”',
  auth: '“auth” must be "token", "gateway" or "demo"',
} as const satisfies Record<ConfigIssue, string>;

export const CONFIG_FILE = 'config.json';

/** What is wrong and what to do, around the name of the file. */
export const READS = 'Envboard reads';
export const besideText = (issue: ConfigIssue): string =>
  `beside its page, and ${ISSUES[issue]}. Mend the file, then reload this page.`;
