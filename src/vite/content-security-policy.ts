import type { Plugin } from 'vite';

/**
 * The policy of the built page, for hosts that send no headers. It allows connections to any https address until
 * `config.json` is loaded. `main.tsx` then adds a second policy that allows only the API's address.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Adds the policy to the built `index.html`, first in `<head>`. Not in the dev server, which needs inline scripts. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'envboard:content-security',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
