import { CAPS } from '#messages/key-list.ts';

/** Apple keyboards have a command key instead of Ctrl. */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

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
