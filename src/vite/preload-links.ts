import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { NEEDS_NEWER_BROWSER } from '#languages/last-words.ts';
import { CORE_CHUNK, EARLY_CHUNKS } from './page-chunks.ts';

const THEME = '<script src="./theme.js"></script>';
const THEME_PRELOAD = '<link rel="preload" as="script" href="./theme.js" />';

/** The names of the chunks that every board needs in its language. */
const IN_LANGUAGE: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap((language) => EARLY_CHUNKS.map((name) => [`${name}-${language}`, language] as const)),
);

/**
 * Adds preload links to the built page for `config.json` and for the chunks that every board needs.
 *
 * The links to the chunks of a language have no `rel`, so they load nothing until the script of the theme has chosen the
 * language and gives them one. That script blocks the parser, so it follows the links. A link also holds the sentence that
 * this script shows in place of the page, and logs as an error, in a browser without cascade layers, where the page would
 * have no styles. The main script ends where `#root` is gone.
 */
export function preloadLinks(): Plugin {
  return {
    name: 'envboard:early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        if (!html.includes(THEME)) return html;
        const links: Record<string, string>[] = [
          { rel: 'preload', as: 'fetch', crossorigin: '', href: './config.json' },
        ];
        for (const file of Object.values(bundle)) {
          const { name = '' } = file;
          const language = IN_LANGUAGE.get(name);
          const address = { crossorigin: '', href: `./${file.fileName}` };
          if (name === CORE_CHUNK) links.push({ rel: 'modulepreload', ...address });
          else if (language !== undefined) {
            links.push({ 'data-language': language, 'data-too-old': NEEDS_NEWER_BROWSER[language], ...address });
          }
        }
        const theme = { tag: 'script', attrs: { src: './theme.js' }, injectTo: 'head' as const };
        const tags = links.map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const }));
        return { html: html.replace(THEME, THEME_PRELOAD), tags: [...tags, theme] };
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

/** The parts of TanStack Query that every query client imports and that no query here uses, with their exports. */
const UNUSED_PARTS = {
  infiniteQueryBehavior: ['infiniteQueryBehavior', 'hasNextPage', 'hasPreviousPage'],
  mutation: ['Mutation', 'getDefaultState'],
} as const;
const UNUSED = /[\\/]@tanstack[\\/]query-core[\\/]build[\\/]modern[\\/](infiniteQueryBehavior|mutation)\.js$/;

/** Leaves infinite queries and mutations out of the built page. `test/unit/architecture.test.ts` finds uses of them. */
export function queriesOnly(): Plugin {
  return {
    name: 'envboard:queries-only',
    apply: 'build',
    load: {
      filter: { id: UNUSED },
      handler(id) {
        const part = UNUSED.exec(id)?.[1] === 'mutation' ? 'mutation' : 'infiniteQueryBehavior';
        return UNUSED_PARTS[part].map((name) => `export function ${name}() {}`).join('\n');
      },
    },
  };
}
