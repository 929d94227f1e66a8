import type { Plugin } from 'vite';

const THEME = '<script src="./theme.js"></script>';
const THEME_PRELOAD = '<link rel="preload" as="script" href="./theme.js" />';

/** Names of the chunks that every board needs: the page, and the components that `preloadedComponent` fetches. */
const PRELOADED_CHUNKS = ['page', 'preloaded'];

/** The modules of the chunk `preloaded`. */
export const PRELOADED_MODULES =
  /[\\/](board-notifications|sound-notice|slowdown-notice|keyboard-shortcuts|board-notices|board-overlays|empty-states|crash-page|deployment-bars|failure-message|running-times|history-fetcher)\.tsx?$/;

/**
 * Adds preload links to the built page for `config.json` and for the chunks that every board needs.
 *
 * The script of the theme blocks the parser, so it follows the links.
 */
export function preloadLinks(): Plugin {
  return {
    name: 'envboard:early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        if (!html.includes(THEME)) return html;
        const files = Object.values(bundle).filter(
          (file) => file.type === 'chunk' && PRELOADED_CHUNKS.includes(file.name),
        );
        const links = [
          { rel: 'preload', as: 'fetch', crossorigin: '', href: './config.json' },
          ...files.map(({ fileName }) => ({ rel: 'modulepreload', crossorigin: '', href: `./${fileName}` })),
        ].map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const }));
        const theme = { tag: 'script', attrs: { src: './theme.js' }, injectTo: 'head' as const };
        return { html: html.replace(THEME, THEME_PRELOAD), tags: [...links, theme] };
      },
    },
  };
}

const HELPER = '\0vite/preload-helper.js';

/** Removes Vite's preload helper from dynamic imports. It has no effect here, because all styles are in one file. */
export function plainImports(): Plugin {
  return {
    name: 'envboard:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

const ROUTER = /[\\/]react-router[\\/]dist[\\/]production[\\/][^\\/]+\.mjs$/;

/**
 * Marks the component constructors of react-router as pure, and removes `displayName` assignments. Otherwise the bundle
 * keeps the router's links, forms and routes, which the board does not use.
 */
export function pureReactRouter(): Plugin {
  return {
    name: 'envboard:light-router',
    apply: 'build',
    transform(code, id) {
      if (!ROUTER.test(id)) return undefined;
      return code
        .replace(/^\w+\.displayName = "[^"]*";$/gm, '')
        .replace(/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1');
    },
  };
}
