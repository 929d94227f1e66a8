import { isApple } from '#browser/use-shortcuts.ts';
import { CAPS } from '#messages/key-list.ts';

/** The keys that open the command palette when they are pressed together. */
export const PALETTE_KEYS: readonly string[] = [isApple ? '⌘' : CAPS.control, 'K'];

/** Renders a key's legend as a key cap. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd
      translate="no"
      className="inline-block min-w-6 rounded-md border border-line border-b-2 bg-bg px-1.5 text-center font-sans text-[12.5px] text-ink leading-5"
    >
      {children}
    </kbd>
  );
}
