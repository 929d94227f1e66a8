import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PRODUCTION = fileURLToPath(new URL('../../node_modules/react-router/dist/production/index.mjs', import.meta.url));
const ROUTER = /[\\/]react-router[\\/]dist[\\/]production[\\/][^\\/]+\.mjs$/;

/**
 * Returns the router's source with pure component constructors, without `displayName` and without the context of its error
 * boundary, which only routes use.
 */
export const withPureComponents = (code: string): string =>
  code
    .replace(/^\w+\.(?:displayName = "[^"]*"|contextType = \w+);$/gm, '')
    .replace(/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1');

/**
 * Builds the page with the production build of react-router, and without its unused parts: links, forms and routes.
 *
 * The package names its development build for every condition: https://github.com/remix-run/react-router/issues/14102. The
 * bundler retains a component whose constructor may have a side effect, or to which the source assigns a property:
 * https://github.com/remix-run/react-router/issues/10354. Together they cost 9 kB (gzip); see `docs/decisions/0009`.
 */
export function pureReactRouter(): Plugin {
  return {
    name: 'envboard:pure-react-router',
    apply: 'build',
    config: () => ({ resolve: { alias: [{ find: /^react-router$/, replacement: PRODUCTION }] } }),
    transform: (code, id) => (ROUTER.test(id) ? withPureComponents(code) : undefined),
  };
}
