import { LazyFile } from '#browser/lazy-component.tsx';

/** The code that polling needs once the first screen stands. Requested by the first `load()`, not before. */
export const soonFile = new LazyFile(() => import('./soon.ts'));
