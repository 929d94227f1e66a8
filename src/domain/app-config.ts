/** The content of `config.json`: the API's address, the kind of authentication, and the kind of data. */
export type AppConfig = {
  /** An https address, or a path on the same origin. Without a trailing slash. */
  readonly api: string;
  readonly auth: 'token' | 'gateway' | 'demo';
  /** `demo` where the API, such as a gateway's, answers with a simulated account. */
  readonly data?: 'demo' | undefined;
};

/** True when the page shows a simulated account. Every view then reports it. */
export const hasDemoData = ({ auth, data }: AppConfig): boolean => auth === 'demo' || data === 'demo';

/** Why `config.json` could not be loaded, although the server may have one. */
export const LOAD_ISSUES = [
  'unloaded',
  'signOn',
  'unauthorized',
  'forbidden',
  'busy',
  'serverError',
  'refused',
] as const;
export type LoadIssue = (typeof LOAD_ISSUES)[number];

/** Why a loaded `config.json` is invalid. */
export const CONTENT_ISSUES = ['notJson', 'shape', 'api', 'apiAddress', 'auth', 'data'] as const;
export type ContentIssue = (typeof CONTENT_ISSUES)[number];

export type ConfigIssue = LoadIssue | ContentIssue;

/** True for an issue of loading the file, false for an issue of its content. */
export const isLoadIssue = (issue: ConfigIssue): issue is LoadIssue =>
  LOAD_ISSUES.some((loadIssue) => loadIssue === issue);

/** Returns the issue for a response with this HTTP status. */
export function issueOfStatus(status: number): LoadIssue {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'busy';
  return status >= 500 ? 'serverError' : 'refused';
}

export const DEFAULT_CONFIG: AppConfig = { api: 'https://api.qovery.com', auth: 'token' };
