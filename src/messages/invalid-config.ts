import { type ConfigIssue, type ContentIssue, isLoadIssue, type LoadIssue } from '#domain/app-config.ts';

const BROKEN_CONFIG = 'config.json cannot be used';
const NOT_LOADED = 'The settings could not be loaded';

export const configTitleText = (issue: ConfigIssue): string => (isLoadIssue(issue) ? NOT_LOADED : BROKEN_CONFIG);

export const CONFIG_FILE = 'config.json';

/** The words before and after the name of the file. */
type AroundFile = { readonly before: string; readonly after: string };

const CONTENT = {
  notJson: 'it is not JSON',
  shape: 'it holds no object',
  api: '“api” must be a text',
  apiAddress: '“api” must be an https address, or a path that starts with “/”',
  auth: '“auth” must be "token", "gateway" or "demo"',
} as const satisfies Record<ContentIssue, string>;

const RELOAD_TO_SIGN_IN = 'You may have to sign in: reload this page.';
const NOTHING_TO_DO = 'You need to do nothing.';

const LOAD = {
  unloaded:
    'did not come: the network, or a program between this browser and the server, blocked it. Check the connection.',
  signOn: `came as a redirect or a web page, probably of a sign-on. ${RELOAD_TO_SIGN_IN}`,
  unauthorized: `was refused. ${RELOAD_TO_SIGN_IN}`,
  forbidden: 'was refused. Reload this page to sign in again, or ask the person who runs this server for access.',
  busy: `was refused, for the server receives too many requests. ${NOTHING_TO_DO}`,
  serverError: `did not come, for the server has a fault or restarts. ${NOTHING_TO_DO}`,
  refused: 'was refused. Ask the person who runs this server.',
} as const satisfies Record<LoadIssue, string>;

/** What is wrong with the file and what to do. `status` is the HTTP status of the response, where it says more. */
export function issueText(issue: ConfigIssue, status?: number): AroundFile {
  if (!isLoadIssue(issue))
    return { before: 'Envboard reads', after: `beside its page, and ${CONTENT[issue]}. Mend the file.` };
  return { before: 'Envboard’s', after: `${status === undefined ? '' : `(status ${status}) `}${LOAD[issue]}` };
}

export const TRYING_NOW = 'Trying now…';
/** What happens by itself. */
export const nextConfigTryText = (seconds: number): string =>
  `Envboard tries again in ${seconds} s, and shows the board as soon as it can.`;
