import type { Plugin } from 'vite';

const THEME = '<script src="./theme.js"></script>';
const THEME_PRELOAD = '<link rel="preload" as="script" href="./theme.js" />';

/** Names of the chunks that every board needs: the page, and the components that `preloadedComponent` fetches at start. */
const PRELOADED_CHUNKS = ['page', 'preloaded'];

/** The modules of the chunk `preloaded`. */
export const PRELOADED_MODULES =
  /[\\/](board-notifications|sound-notice|slowdown-notice|keyboard-shortcuts|board-notices|board-overlays|empty-states|crash-page|deployment-bars|failure-message|running-deployment|virtual-card-board|history-fetcher)\.tsx?$/;

/**
 * Has the built page ask at once for what every board needs: its settings, and its other files. The theme's script holds
 * the reading of the page up, so it comes behind the names of all other files.
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

/** Without the helper that looks for files to fetch ahead of each import: there are none, and all styles are one file. */
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
 * Tells the bundler that making a component does nothing by itself, and leaves the names out that are for React's tools:
 * otherwise the router's links, forms and routes stay in, which the board does not use.
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
