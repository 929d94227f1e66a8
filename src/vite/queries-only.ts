import type { Plugin } from 'vite';

/** The parts of TanStack Query that every query client imports and that no query here uses, with their exports. */
export const UNUSED_PARTS = {
  infiniteQueryBehavior: ['infiniteQueryBehavior', 'hasNextPage', 'hasPreviousPage'],
  mutation: ['Mutation', 'getDefaultState'],
} as const;
const UNUSED = /[\\/]@tanstack[\\/]query-core[\\/]build[\\/]modern[\\/](infiniteQueryBehavior|mutation)\.js$/;

/**
 * Leaves infinite queries and mutations out of the built page: 1.2 kB (gzip). The query client imports both, so the
 * bundler cannot remove them: https://github.com/TanStack/query/pull/1181. `test/unit/architecture.test.ts` finds uses.
 */
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
