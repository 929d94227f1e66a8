import * as v from 'valibot';
import { type AppConfig, CONTENT_ISSUES, type ConfigIssue, DEFAULT_CONFIG, issueOfStatus } from '#domain/app-config.ts';
import { jsonObject } from './json-object.ts';

export type BrokenConfig = {
  readonly kind: 'broken';
  readonly issue: ConfigIssue;
  /** HTTP status of the response, when the status is the issue. */
  readonly status?: number;
};
export type ConfigReading =
  /** `isMissing`: the server has no file, so these are the default settings. */
  { readonly kind: 'config'; readonly config: AppConfig; readonly isMissing?: boolean } | BrokenConfig;

const DEFAULT_READING: ConfigReading = { kind: 'config', config: DEFAULT_CONFIG, isMissing: true };

const withoutSlash = (text: string): string => text.replace(/\/+$/, '');
/** `URL.canParse` is missing in Chromium before version 120. */
function isUrl(text: string): boolean {
  try {
    return new URL(text) !== undefined;
  } catch {
    return false;
  }
}
/** No control characters: URL parsing removes tabs, so `/<tab>/evil.example` would look like a path and name a host. */
const PLAIN = /^[^\p{Cc}\s\\?#]*$/u;
const isAddress = (text: string): boolean =>
  PLAIN.test(text) && (/^\/(?!\/)/.test(text) || (/^https:\/\/[^/@]+(\/.*)?$/.test(text) && isUrl(text)));

/** The messages of this schema are values of `ContentIssue`. */
const schema = jsonObject({
  api: v.optional(
    v.pipe(v.string('api'), v.check(isAddress, 'apiAddress'), v.transform(withoutSlash)),
    DEFAULT_CONFIG.api,
  ),
  auth: v.optional(v.picklist(['token', 'gateway', 'demo'], 'auth'), DEFAULT_CONFIG.auth),
  data: v.optional(v.picklist(['demo'], 'data')),
});

/**
 * Fetches and parses `config.json` at this address. Never rejects.
 *
 * Only a 404 leads to the default settings. With them after any other failure, the page could ask for a token that a
 * gateway holds, or send a token to an API that this host does not use.
 */
export async function loadAppConfig(address: string, send: typeof fetch = fetch): Promise<ConfigReading> {
  const request = () => send(address, { cache: 'no-store', redirect: 'manual' });
  try {
    // The page preloads this file, and a preload follows redirects. A request that shares the preload's failure is sent
    // once more, and then shows the redirect to a sign-on.
    const response = await request().catch(request);
    const { status, type } = response;
    if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return { kind: 'broken', issue: 'signOn' };
    if (status === 404) return DEFAULT_READING;
    if (!response.ok) return { kind: 'broken', issue: issueOfStatus(status), status };
    return parseAppConfig(await response.text());
  } catch {
    return { kind: 'broken', issue: 'unloaded' };
  }
}

/** Parses the text of `config.json`. A web page counts as a sign-on page; otherwise the issue names the faulty value. */
export function parseAppConfig(text: string): ConfigReading {
  if (text.trimStart().startsWith('<')) return { kind: 'broken', issue: 'signOn' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'broken', issue: 'notJson' };
  }
  const result = v.safeParse(schema, json);
  if (result.success) return { kind: 'config', config: result.output };
  const [{ message }] = result.issues;
  return { kind: 'broken', issue: CONTENT_ISSUES.find((issue) => issue === message) ?? 'shape' };
}
