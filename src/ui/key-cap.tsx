import { CAPS } from '#messages/keyboard.ts';

/** Apple's keyboards have a command key where the others have Ctrl. */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that open the command palette, pressed together. */
export const PALETTE_KEYS: readonly string[] = [isApple ? '⌘' : CAPS.control, 'K'];

/** A key as it is engraved. */
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
