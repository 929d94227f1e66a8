import { lazyComponent } from '#browser/lazy-component.tsx';

/** Fetched when a board is empty. */
export const FirstRunHints = lazyComponent(() => import('./first-run-hints.tsx').then((part) => part.FirstRunHints));
