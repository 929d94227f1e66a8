import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Replaces Vite's preload helper of dynamic imports by a plain import. Its 0.7 kB (gzip) have no effect here, because all
 * styles are in one file and `build.modulePreload` is off. Delete this plugin when Vite omits the helper by itself:
 * https://github.com/vitejs/vite/issues/18551
 */
export function noPreloadHelper(): Plugin {
  return {
    name: 'envboard:no-preload-helper',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
