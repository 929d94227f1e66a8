import type { Rolldown } from 'vite';
import { LANGUAGES } from '#domain/language.ts';
import { languageOf, pageOf } from './languages.ts';

/** The chunk of the modules without messages that every board needs. */
export const CORE_CHUNK = 'core';
/** The chunks that every board needs in its language; the language follows each name: `page-fr`. */
export const EARLY_CHUNKS = ['page', 'preloaded'] as const;

/** Modules of the chunk `preloaded`: those that `preloadedComponent` fetches. */
const PRELOADED =
  /[\\/](?:board-notifications|slowdown-notice|keyboard-shortcuts|board-notices|board-overlays|empty-states|crash-page|deployment-bars|failure-message|running-times)\.tsx?(?:\?lang=\w+)?$/;

/** Modules without messages that only the first notices of a board need. */
const OF_NOTICES = /[\\/](?:deletion-undo|saved-board-actions|unkept-token|unread-boards)\.ts$/;

/** Modules that the packages' lists of exports name, and that only the dialog for pins uses. */
const OF_PICKER = /[\\/]@tanstack[\\/][\w-]+[\\/]build[\\/]modern[\\/](?:useQueries|queriesObserver)\.js$/;

/** Returns the modules that every board needs: those of the page and of the preloaded components, in all languages. */
function earlyModules(graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set(LANGUAGES.map(pageOf));
  for (const id of found) {
    const info = graph.getModuleInfo(id);
    for (const imported of info?.importedIds ?? []) if (!OF_PICKER.test(imported)) found.add(imported);
    for (const imported of info?.dynamicallyImportedIds ?? []) if (PRELOADED.test(imported)) found.add(imported);
  }
  return found;
}

/** Names a lazy component's chunk after the component and, where it contains messages, their language. */
export function chunkFileName({ name, moduleIds }: Rolldown.PreRenderedChunk): string {
  const language = moduleIds.map(languageOf).find((found) => found !== undefined);
  const isNamed = language === undefined || name.endsWith(`-${language}`);
  return `assets/[name]${isNamed ? '' : `-${language}`}-[hash].js`;
}

/**
 * Returns the chunks that every board loads: `index` sends the first request, `core` has the modules without messages,
 * and each language has a `page` and a `preloaded` chunk. Forty small chunks compress worse, and each costs a request.
 */
export function pageChunks(): Rolldown.CodeSplittingGroup[] {
  let early: ReadonlySet<string> | undefined;
  const isCore = (id: string, graph: Rolldown.ChunkingContext): boolean => {
    early ??= earlyModules(graph);
    return early.has(id) && languageOf(id) === undefined;
  };
  const inLanguage = (name: (typeof EARLY_CHUNKS)[number], id: string) => `${name}-${languageOf(id)}`;
  return [
    { name: 'index', tags: ['$initial'], priority: 3 },
    {
      name: (id: string, graph: Rolldown.ChunkingContext) => (isCore(id, graph) ? CORE_CHUNK : null),
      debugName: CORE_CHUNK,
      priority: 2,
    },
    {
      name: (id: string) => inLanguage('page', id),
      debugName: 'page',
      test: /[\\/]app[\\/]render-app\.tsx\?lang=\w+$/,
      priority: 1,
    },
    { name: (id: string) => inLanguage('preloaded', id), debugName: 'preloaded', test: PRELOADED },
    { name: 'notices', test: OF_NOTICES },
    // The banner of a shared board needs both, and each file costs a request.
    {
      name: (id: string) => `notice-${languageOf(id)}`,
      debugName: 'notice',
      test: /[\\/](?:ui[\\/]notice|undo-delete-notice)\.tsx/,
    },
    // Otherwise a package's chunk is called after one of its files.
    { name: 'base-ui', test: /[\\/]@base-ui[\\/]/ },
    { name: 'uqr', test: /[\\/]uqr[\\/]/ },
  ];
}
