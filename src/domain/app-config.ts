/** What `config.json` says: where the API is, and how to authenticate there. */
export type AppConfig = {
  /** An https address, or a path on the same origin. No slash at the end. */
  readonly api: string;
  readonly auth: 'token' | 'gateway' | 'demo';
};

/** Why the server gave no `config.json`, though it may have one. */
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

/** Why the `config.json` that came cannot be used. */
export const CONTENT_ISSUES = ['notJson', 'shape', 'api', 'apiAddress', 'auth'] as const;
export type ContentIssue = (typeof CONTENT_ISSUES)[number];

export type ConfigIssue = LoadIssue | ContentIssue;

export const isLoadIssue = (issue: ConfigIssue): issue is LoadIssue => LOAD_ISSUES.some((one) => one === issue);

/** Why a response with this status is no `config.json`. */
export function issueOfStatus(status: number): LoadIssue {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'busy';
  return status >= 500 ? 'serverError' : 'refused';
}

export const DEFAULT_CONFIG: AppConfig = { api: 'https://api.qovery.com', auth: 'token' };
