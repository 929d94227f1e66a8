/** What the list of keys says of each. */
export const BOARD = {
  title: 'This board',
  filter: 'Filter',
  pin: 'Pin environments',
  share: 'Share',
  refresh: 'Refresh now',
  view: 'Next view: cards, compact, table, wall',
  group: 'Next grouping',
} as const;

export const ENVIRONMENTS = {
  title: 'Environments',
  sideways: 'The one before, the one after',
  upAndDown: 'The one above, the one below',
  ends: 'The first, the last',
  details: 'Its details',
  menu: 'Its menu',
} as const;

export const EVERYWHERE = {
  title: 'Everywhere',
  find: 'Find an environment, a board or an action',
  sound: 'Sound on or off',
  help: 'This list',
  close: 'Close what is open',
} as const;

export const WALL = {
  title: 'On the wall',
  full: 'Full screen',
  leave: 'Back to the board',
} as const;

/** What is engraved on keys that have a name. */
export const CAPS = { control: 'Ctrl', home: 'Home', end: 'End', enter: 'Enter', escape: 'Esc' } as const;

/** What a key did, for those who do not see it. */
export const viewText = (view: string): string => `View: ${view}`;
export const groupText = (group: string): string => `Group: ${group}`;
export const CHECKING_NOW = 'Checking now';
