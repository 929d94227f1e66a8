import { type BoardKeysOptions, useBoardKeys, useMenuKey } from './use-board-shortcuts.ts';

/** The keys of the page. Says what the last one did to those who do not see it. */
export function BoardKeys(options: BoardKeysOptions) {
  return (
    <p aria-live="polite" className="sr-only">
      {useBoardKeys(options)}
    </p>
  );
}

/** The key that opens an environment's menu, where environments have one. */
export function MenuKey({ onMenu }: { readonly onMenu: (id: string, anchor: HTMLElement) => void }) {
  useMenuKey(onMenu);
  return null;
}
