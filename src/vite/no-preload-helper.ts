import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';
/** A call of the helper, with the import in its first argument. Vite fills in the list of files afterwards. */
const CALL = /__vitePreload\(((?:(?!__vitePreload\()[\s\S])*?),\s*__VITE_PRELOAD__,\s*import\.meta\.url\)/g;

/** Returns the code of a chunk with plain dynamic imports in place of calls of Vite's preload helper. */
const withPlainImports = (code: string): string => code.replace(CALL, '($1)()');

/**
 * Replaces the calls of Vite's preload helper by plain dynamic imports. The helper has no effect here, because all styles
 * are in one file and `build.modulePreload` is off. Delete this plugin when Vite omits the helper by itself:
 * https://github.com/vitejs/vite/issues/18551
 */
export function noPreloadHelper(): Plugin {
  return {
    name: 'envboard:no-preload-helper',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
    renderChunk: (code) => (code.includes('__VITE_PRELOAD__') ? withPlainImports(code) : undefined),
  };
}
