/** Descriptions in the list of keys. */
export const BOARD = {
  title: 'This board',
  filter: 'Filter',
  pin: 'Pin environments',
  share: 'Share',
  refresh: 'Refresh now',
  pages: 'Board, versions, activity, delivery',
  view: 'Next view: cards, compact, table, wall',
  group: 'Next grouping',
} as const;

export const ENVIRONMENTS = {
  title: 'Environments',
  sideways: 'Go to the previous or next one',
  upAndDown: 'Go to the one above or below',
  ends: 'Go to the first or last one',
  details: 'Open its details',
  menu: 'Open its menu',
} as const;

export const EVERYWHERE = {
  title: 'Everywhere',
  find: 'Find an environment, a board or an action',
  sound: 'Turn the sound on or off',
  help: 'Show this list',
  close: 'Close what is open',
} as const;

export const WALL = {
  title: 'On the wall',
  full: 'Full screen',
  leave: 'Back to the board',
} as const;

/** Names on the keys of a keyboard. */
export const CAPS = { control: 'Ctrl', home: 'Home', end: 'End', enter: 'Enter', escape: 'Esc' } as const;
