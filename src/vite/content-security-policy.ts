import type { Plugin } from 'vite';

/**
 * The policy of the built page, for hosts that send no headers. It may connect to any https address only until
 * `config.json` is read: `main.tsx` then adds a second policy that leaves the API's address alone.
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

/** Writes the policy into the built `index.html`, first in `<head>`. The dev server needs inline scripts, so not there. */
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
