import { useEffect, useEffectEvent } from 'react';

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** Apple keyboards have a command key instead of Ctrl. */
export const isApple: boolean = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform);
/** Letters, digits and marks of Latin layouts, with their accents. */
const LATIN = /^[ -\u024f]$/;
/** The keyCode of a key that an input method handles. Safari sends it for the Enter that ends a composition. */
const HANDLED_BY_INPUT_METHOD = 229;

/** Returns whether an input method uses this key to compose a character, so that the key means nothing to the page. */
export const isComposing = ({ isComposing, keyCode }: Pick<Press, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === HANDLED_BY_INPUT_METHOD;

/** Returns the character at a key's position on an English keyboard. */
function characterAt(code: string, isShifted: boolean): string {
  if (code === 'Slash') return isShifted ? '?' : '/';
  return code === 'Period' ? '.' : code.replace(/^(?:Key|Digit)/, '').toLowerCase();
}

/**
 * Returns a pressed key by the name that shortcuts use: `r`, `?`, `Home`, or `Mod+k` with Ctrl or the command key; undefined
 * for a key that is no shortcut.
 *
 * A character of another script, as on a Greek, Cyrillic, Hebrew or Arabic keyboard, counts as the character at the same
 * position of an English keyboard. Shift counts only for letters and named keys, because some keyboards need it for a digit
 * or a mark.
 */
export function shortcutOf(press: Press): string | undefined {
  const { key, code, altKey, shiftKey } = press;
  const [mod, other] = isApple ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (isComposing(press) || altKey || other) return undefined;
  const isNamed = key.length > 1;
  const name = isNamed ? key : LATIN.test(key) ? key.toLowerCase() : characterAt(code, shiftKey);
  if (shiftKey && (isNamed || /[a-z]/.test(name))) return undefined;
  return mod ? `Mod+${name}` : name;
}

/** Calls the function under the name of each pressed key, unless an element has handled the key. */
export function useShortcuts(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented) keys[shortcutOf(event) ?? '']?.(event);
  });
  useEffect(() => {
    // A browser's autofill sends a `keydown` that is no keyboard event.
    const listen = (event: Event) => event instanceof KeyboardEvent && press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
