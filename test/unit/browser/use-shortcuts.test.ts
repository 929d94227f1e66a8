import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isComposing, shortcutOf } from '#browser/use-shortcuts.ts';

const NO_MODIFIERS = {
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};
type Press = Parameters<typeof shortcutOf>[0];
const press = (key: string, code: string, part: Partial<Press> = {}): Press => ({
  ...NO_MODIFIERS,
  key,
  code,
  ...part,
});

/** The characters of the keys P and K, of the key with the slash, and of the key with the full stop. */
const LAYOUTS = [
  ['Latin', 'p', 'k', '/', '.'],
  ['Greek', 'π', 'κ', '/', '.'],
  ['Cyrillic', 'з', 'л', '/', '.'],
  ['Hebrew', 'פ', 'ל', '/', '.'],
  ['Arabic', 'ح', 'ن', 'ظ', 'ز'],
] as const;

it.each(LAYOUTS)('the keys of the shortcuts have their positions on a %s keyboard', (_, p, k, slash, stop) => {
  expect(shortcutOf(press(p, 'KeyP'))).toBe('p');
  expect(shortcutOf(press(k, 'KeyK', { ctrlKey: true }))).toBe('Mod+k');
  expect(shortcutOf(press(slash, 'Slash'))).toBe('/');
  expect(shortcutOf(press(stop, 'Period'))).toBe('.');
});

it.each([
  ['Dvorak', 'p', 'KeyR', false, 'p'],
  ['Dvorak', 'k', 'KeyV', false, 'k'],
  ['AZERTY', 'a', 'KeyQ', false, 'a'],
  ['AZERTY', '1', 'Digit1', true, '1'],
  ['AZERTY', '&', 'Digit1', false, '&'],
  ['AZERTY', '.', 'Comma', true, '.'],
  ['German', '/', 'Digit7', true, '/'],
  ['German', '?', 'Minus', true, '?'],
  ['Arabic', '؟', 'Slash', true, '?'],
  ['Arabic', '١', 'Digit1', false, '1'],
] as const)('on a %s keyboard the key %s at %s counts by its character', (_, key, code, shiftKey, name) => {
  expect(shortcutOf(press(key, code, { shiftKey }))).toBe(name);
});

test('a letter with Caps Lock is a shortcut, and a letter with another modifier is not', () => {
  expect(shortcutOf(press('P', 'KeyP'))).toBe('p');
  expect(shortcutOf(press('P', 'KeyP', { shiftKey: true }))).toBeUndefined();
  expect(shortcutOf(press('p', 'KeyP', { altKey: true }))).toBeUndefined();
  expect(shortcutOf(press('p', 'KeyP', { metaKey: true }))).toBeUndefined();
  expect(shortcutOf(press('ArrowLeft', 'ArrowLeft'))).toBe('ArrowLeft');
  expect(shortcutOf(press('ArrowLeft', 'ArrowLeft', { shiftKey: true }))).toBeUndefined();
});

test('no key is a shortcut while an input method composes a character', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Enter', 'Escape', 'p', 'π', 'Process'),
      fc.constantFrom({ isComposing: true }, { keyCode: 229 }),
      (key, part) => {
        const composed = press(key, 'KeyP', part);
        expect(isComposing(composed)).toBe(true);
        expect(shortcutOf(composed)).toBeUndefined();
        expect(shortcutOf(press(key, 'KeyP'))).not.toBeUndefined();
      },
    ),
  );
});
