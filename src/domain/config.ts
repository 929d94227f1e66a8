/** What `config.json` says: where the API is, and how to authenticate there. */
export type AppConfig = {
  /** An https address, or a path on the same origin. No slash at the end. */
  readonly api: string;
  readonly auth: 'token' | 'gateway' | 'demo';
};

/** Why `config.json` cannot be used. */
export const CONFIG_ISSUES = ['unloaded', 'notJson', 'shape', 'api', 'apiAddress', 'auth'] as const;
export type ConfigIssue = (typeof CONFIG_ISSUES)[number];

export const DEFAULT_CONFIG: AppConfig = { api: 'https://api.qovery.com', auth: 'token' };
