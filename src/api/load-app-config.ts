import * as v from 'valibot';
import { type AppConfig, CONTENT_ISSUES, type ConfigIssue, DEFAULT_CONFIG, issueOfStatus } from '#domain/app-config.ts';

export type BrokenConfig = {
  readonly kind: 'broken';
  readonly issue: ConfigIssue;
  /** Of the response, where it is the issue. */
  readonly status?: number;
};
export type ConfigReading =
  /** `isMissing`: there is no file, so these are the settings as shipped. */
  { readonly kind: 'config'; readonly config: AppConfig; readonly isMissing?: boolean } | BrokenConfig;

const AS_SHIPPED: ConfigReading = { kind: 'config', config: DEFAULT_CONFIG, isMissing: true };

const withoutSlash = (text: string): string => text.replace(/\/+$/, '');
/** URL parsing strips tabs and line breaks: `/<tab>/evil.example` would be a path here and another host there. */
const PLAIN = /^[^\p{Cc}\s\\?#]*$/u;
const isAddress = (text: string): boolean =>
  PLAIN.test(text) && (/^\/(?!\/)/.test(text) || (/^https:\/\/[^/@]+(\/.*)?$/.test(text) && URL.canParse(text)));

/** The messages are issues. */
const schema = v.object({
  api: v.optional(
    v.pipe(v.string('api'), v.check(isAddress, 'apiAddress'), v.transform(withoutSlash)),
    DEFAULT_CONFIG.api,
  ),
  auth: v.optional(v.picklist(['token', 'gateway', 'demo'], 'auth'), DEFAULT_CONFIG.auth),
});

/**
 * Fetches and reads `config.json` at this address. Only 404 means the settings as shipped: after any other failure the page
 * would ask a user for a token that a gateway holds, or send it to an API that this host does not use. Never rejects.
 */
export async function loadAppConfig(address: string, send: typeof fetch = fetch): Promise<ConfigReading> {
  try {
    const response = await send(address, { cache: 'no-store', redirect: 'manual' });
    const { status, type } = response;
    if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return { kind: 'broken', issue: 'signOn' };
    if (status === 404) return AS_SHIPPED;
    if (!response.ok) return { kind: 'broken', issue: issueOfStatus(status), status };
    return parseAppConfig(await response.text());
  } catch {
    return { kind: 'broken', issue: 'unloaded' };
  }
}

/** Reads `config.json`'s text. A web page in its place is a sign-on; the issue of anything else says what to mend. */
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
