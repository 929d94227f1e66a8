import { type BoardShortcutsOptions, useBoardShortcuts, useMenuShortcut } from './use-board-shortcuts.ts';

/** Handles the shortcuts of the page and announces the last action to screen readers. */
export function KeyboardShortcuts(options: BoardShortcutsOptions) {
  return (
    <p aria-live="polite" className="sr-only">
      {useBoardShortcuts(options)}
    </p>
  );
}

/** Handles the shortcut that opens an environment's menu, in views that have menus. */
export function MenuShortcut({ onMenu }: { readonly onMenu: (id: string, anchor: HTMLElement) => void }) {
  useMenuShortcut(onMenu);
  return null;
}
