import * as v from 'valibot';
import { type AppConfig, DEFAULT_CONFIG } from '#domain/config.ts';

export type ConfigReading =
  | { readonly kind: 'config'; readonly config: AppConfig }
  | { readonly kind: 'broken'; readonly issue: string };

const withoutSlash = (text: string): string => text.replace(/\/+$/, '');
const isAddress = (text: string): boolean =>
  /^\/(?![/\\])/.test(text) || (/^https:\/\/[^/@]+(\/.*)?$/.test(text) && URL.canParse(text));

const schema = v.object({
  api: v.optional(
    v.pipe(
      v.string('“api” must be a text'),
      v.check(isAddress, '“api” must be an https address, or a path that starts with “/”'),
      v.transform(withoutSlash),
    ),
    DEFAULT_CONFIG.api,
  ),
  auth: v.optional(
    v.picklist(['token', 'gateway', 'demo'], '“auth” must be "token", "gateway" or "demo"'),
    DEFAULT_CONFIG.auth,
  ),
});

/**
 * Reads `config.json`'s text. Absent, or a host that answers its index page for everything, means the default; anything
 * else that is not a configuration is broken, and the issue says in one clause what to mend.
 */
export function readConfig(text: string | undefined): ConfigReading {
  if (text === undefined || text.trimStart().startsWith('<')) return { kind: 'config', config: DEFAULT_CONFIG };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'broken', issue: 'it is not JSON' };
  }
  const result = v.safeParse(schema, json);
  return result.success
    ? { kind: 'config', config: result.output }
    : { kind: 'broken', issue: result.issues[0].message };
}
