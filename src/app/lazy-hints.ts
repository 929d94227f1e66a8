import { lazyComponent } from '#browser/lazy-component.tsx';

/** Fetched when a board is empty and this browser has not stored that the hints were seen. */
export const FirstRunHints = lazyComponent(() => import('./first-run-hints.tsx').then((part) => part.FirstRunHints));
