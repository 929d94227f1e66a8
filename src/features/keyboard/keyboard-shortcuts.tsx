import { type BoardShortcutsOptions, useBoardShortcuts, useMenuShortcut } from './use-board-shortcuts.ts';

/** The keys of the page. Says what the last one did to those who do not see it. */
export function KeyboardShortcuts(options: BoardShortcutsOptions) {
  return (
    <p aria-live="polite" className="sr-only">
      {useBoardShortcuts(options)}
    </p>
  );
}

/** The key that opens an environment's menu, where environments have one. */
export function MenuShortcut({ onMenu }: { readonly onMenu: (id: string, anchor: HTMLElement) => void }) {
  useMenuShortcut(onMenu);
  return null;
}
