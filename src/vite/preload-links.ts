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
    name: 'envboard:preload-links',
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
