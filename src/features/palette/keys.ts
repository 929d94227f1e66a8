/** Apple's keyboards have a command key where the others have Ctrl. */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

export const PALETTE_KEYS: readonly string[] = [isApple ? '⌘' : 'Ctrl', 'K'];

export type KeyLine = {
  /** Any of these; where `isTogether`, all of them at once. */
  readonly keys: readonly string[];
  readonly isTogether?: boolean;
  readonly does: string;
};

/** Every key there is. */
export const KEY_GROUPS: readonly { readonly title: string; readonly lines: readonly KeyLine[] }[] = [
  {
    title: 'This board',
    lines: [
      { keys: ['/'], does: 'Filter' },
      { keys: ['p'], does: 'Pin environments' },
      { keys: ['s'], does: 'Share' },
      { keys: ['r'], does: 'Refresh now' },
      { keys: ['v'], does: 'Next view: cards, compact, table, wall' },
      { keys: ['g'], does: 'Next grouping' },
    ],
  },
  {
    title: 'Environments',
    lines: [
      { keys: ['←', '→'], does: 'The one before, the one after' },
      { keys: ['↑', '↓'], does: 'The one above, the one below' },
      { keys: ['Home', 'End'], does: 'The first, the last' },
      { keys: ['Enter'], does: 'Its details' },
      { keys: ['.'], does: 'Its menu' },
    ],
  },
  {
    title: 'Everywhere',
    lines: [
      { keys: PALETTE_KEYS, isTogether: true, does: 'Find an environment, a board or an action' },
      { keys: ['m'], does: 'Sound on or off' },
      { keys: ['?'], does: 'This list' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
  },
  {
    title: 'On the wall',
    lines: [
      { keys: ['f'], does: 'Full screen' },
      { keys: ['Esc'], does: 'Back to the board' },
    ],
  },
];
