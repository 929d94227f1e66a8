import * as v from 'valibot';
import { type AppConfig, CONFIG_ISSUES, type ConfigIssue, DEFAULT_CONFIG } from '#domain/config.ts';

export type ConfigReading =
  | { readonly kind: 'config'; readonly config: AppConfig }
  | { readonly kind: 'broken'; readonly issue: ConfigIssue };

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
 * Reads `config.json`'s text. Absent, or a host that answers its index page for everything, means the default; anything
 * else that is not a configuration is broken, and the issue says what to mend.
 */
export function readConfig(text: string | undefined): ConfigReading {
  if (text === undefined || text.trimStart().startsWith('<')) return { kind: 'config', config: DEFAULT_CONFIG };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'broken', issue: 'notJson' };
  }
  const result = v.safeParse(schema, json);
  if (result.success) return { kind: 'config', config: result.output };
  const [{ message }] = result.issues;
  return { kind: 'broken', issue: CONFIG_ISSUES.find((issue) => issue === message) ?? 'shape' };
}
