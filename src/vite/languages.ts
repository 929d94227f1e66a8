import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '#domain/language.ts';

const SOURCES = fileURLToPath(new URL('../', import.meta.url));

/** The layers whose modules import messages. */
const HAS_MESSAGES = /[\\/]src[\\/](?:app|features|ui)[\\/]/;
const MESSAGES = '#messages/';
/** The imports that may lead to such a module, or to a message. */
const SPECIFIER = /^(?:\.\/|#(?:app|features|messages|ui)\/)/;
const QUERY = /\?lang=(\w+)$/;
const CATALOGUE = /[\\/]src[\\/]messages[\\/](\w+)[\\/]/;

/** Returns the language of a module that exists once for each language; undefined for every other module. */
export const languageOf = (id: string): string | undefined => (QUERY.exec(id) ?? CATALOGUE.exec(id))?.[1];

/** Returns the id of the module that renders the page in one language. */
export const pageOf = (language: Language): string => `${join(SOURCES, 'app/render-app.tsx')}?lang=${language}`;

const PAGES = 'virtual:pages';

/**
 * Vite plugin that builds the page once for each language, in one module graph.
 *
 * The module `virtual:pages` imports `app/render-app.tsx` with `?lang=fr` and so on. This query is passed on to the modules of
 * the layers that import messages, so each of them exists once for each language, and `#messages/cards.ts` is the file of
 * its importer's language. Messages are thus constants that the bundler inlines. All other modules exist once. Without the
 * query, as in tests, package.json resolves `#messages/` to English.
 */
export function languages(): Plugin {
  return {
    name: 'envboard:languages',
    enforce: 'pre',
    resolveId: {
      filter: { id: [SPECIFIER, /^virtual:pages$/] },
      handler(source, importer = '') {
        if (source === PAGES) return `\0${PAGES}`;
        const language = QUERY.exec(importer)?.[1];
        if (language === undefined) return undefined;
        if (source.startsWith(MESSAGES)) return join(SOURCES, 'messages', language, source.slice(MESSAGES.length));
        const path = source.startsWith('#') ? join(SOURCES, source.slice(1)) : join(dirname(importer), source);
        return HAS_MESSAGES.test(path) ? `${path}?lang=${language}` : undefined;
      },
    },
    load: {
      filter: { id: /virtual:pages$/ },
      handler: () => {
        const pages = LANGUAGES.map((language) => `${language}: () => import('${pageOf(language)}')`);
        return `export const PAGES = { ${pages.join(', ')} };`;
      },
    },
  };
}
