import { type ConfigIssue, type ContentIssue, isLoadIssue, type LoadIssue } from '#domain/app-config.ts';

const BROKEN_CONFIG = 'config.json cannot be used';
const NOT_LOADED = 'The settings could not be loaded';

export const configTitleText = (issue: ConfigIssue): string => (isLoadIssue(issue) ? NOT_LOADED : BROKEN_CONFIG);

export const CONFIG_FILE = 'config.json';

/** Text before and after the name of the file, which is set as code. */
type AroundFile = { readonly before: string; readonly after: string };

const CONTENT = {
  notJson: 'it is not valid JSON',
  shape: 'it holds no JSON object',
  api: '“api” is not a text',
  apiAddress: '“api” is neither an https address nor a path that starts with “/”',
  auth: '“auth” is not "token", "gateway" or "demo"',
  data: '“data” is not "demo"',
} as const satisfies Record<ContentIssue, string>;

const RELOAD_TO_SIGN_IN = 'You may have to sign in: reload this page.';
const NOTHING_TO_DO = 'You do not need to do anything.';

const LOAD = {
  unloaded:
    'because the network, or a program between this browser and the server, blocked the request. Check the connection.',
  signOn: `because the server answered with a redirect or a web page, probably to sign you in. ${RELOAD_TO_SIGN_IN}`,
  unauthorized: `because the server refused the request. ${RELOAD_TO_SIGN_IN}`,
  forbidden:
    'because the server refused the request. Reload this page to sign in again, or ask the person who runs this server for access.',
  busy: `because the server receives too many requests. ${NOTHING_TO_DO}`,
  serverError: `because the server has a fault or is restarting. ${NOTHING_TO_DO}`,
  refused: 'because the server refused the request. Ask the person who runs this server.',
} as const satisfies Record<LoadIssue, string>;

/** The problem with the file, and what the user can do. `status` is the HTTP status of the response. */
export function issueText(issue: ConfigIssue, status?: number): AroundFile {
  if (!isLoadIssue(issue)) return { before: 'Envboard cannot use', after: `because ${CONTENT[issue]}. Fix the file.` };
  return {
    before: 'Envboard could not load',
    after: `${status === undefined ? '' : `(status ${status}) `}${LOAD[issue]}`,
  };
}

export const TRYING_NOW = 'Trying now…';
/** Shown while the page waits to load the file again by itself. */
export const nextConfigTryText = (seconds: number): string =>
  `Envboard tries again in ${seconds} s. The board opens when the file can be used.`;
