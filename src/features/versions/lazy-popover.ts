import { lazyComponent } from '#browser/lazy-component.tsx';

/** Fetched when the user opens the first cell. */
export const CellPopover = lazyComponent(() => import('./cell-popover.tsx').then((part) => part.CellPopover));
