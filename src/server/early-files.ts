import type { Plugin } from 'vite';

const THEME = '<script src="./theme.js"></script>';
const STYLES = /<link rel="stylesheet"[^>]*>/;

/**
 * Has the built page ask at once for what every board needs: its settings, and the file of what comes right after the
 * first screen. The theme's script holds the reading of the page up, so it comes behind the names of all other files.
 */
export function earlyFiles(): Plugin {
  return {
    name: 'envboard:early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        if (!html.includes(THEME)) return html;
        // The others of this name only hand on what is in it.
        const soon = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.name === 'soon' && !file.isDynamicEntry,
        )?.fileName;
        const early = [
          { rel: 'preload', as: 'fetch', crossorigin: '', href: './config.json' },
          ...(soon === undefined ? [] : [{ rel: 'modulepreload', crossorigin: '', href: `./${soon}` }]),
        ];
        const links = early.map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const }));
        return { html: html.replace(THEME, '').replace(STYLES, (styles) => `${styles}\n    ${THEME}`), tags: links };
      },
    },
  };
}

const HELPER = '\0vite/preload-helper.js';

/** Without the helper that looks for files to fetch ahead of each import: there are none, and all styles are one file. */
export function plainImports(): Plugin {
  return {
    name: 'envboard:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
