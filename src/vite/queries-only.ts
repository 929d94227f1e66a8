import type { Plugin } from 'vite';

/** The parts of TanStack Query that every query client imports and that no query here uses, with what replaces them. */
export const REPLACEMENTS = {
  infiniteQueryBehavior: `
    export function infiniteQueryBehavior() {}
    export function hasNextPage() {}
    export function hasPreviousPage() {}`,
  // The client calls these two, when it is cleared and when the page is back online.
  mutationCache: `
    export class MutationCache {
      clear() {}
      resumePausedMutations() { return Promise.resolve(); }
    }`,
} as const;
const UNUSED = /[\\/]@tanstack[\\/]query-core[\\/]build[\\/]modern[\\/](infiniteQueryBehavior|mutationCache)\.js$/;

/**
 * Leaves infinite queries and mutations out of the built page: 1.7 kB (gzip). The query client imports both, so the
 * bundler cannot remove them: https://github.com/TanStack/query/pull/1181. `test/unit/architecture.test.ts` finds uses.
 */
export function queriesOnly(): Plugin {
  return {
    name: 'envboard:queries-only',
    apply: 'build',
    load: {
      filter: { id: UNUSED },
      handler(id) {
        return REPLACEMENTS[UNUSED.exec(id)?.[1] === 'mutationCache' ? 'mutationCache' : 'infiniteQueryBehavior'];
      },
    },
  };
}
