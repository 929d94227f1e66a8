/** Texts of the command palette and of the list of keys. The `…Also` texts are further search words. */
export const WORDS = {
  title: 'Command palette',
  field: 'Find an environment, a board or an action',
  list: 'Environments, boards and actions',
  nothing: 'Nothing matches',
  board: 'Board',
  chosen: 'chosen',
  page: 'Page',
  view: 'View',
  group: 'Group',
  sort: 'Sort',
  show: 'Show',
  snooze: 'Snooze until it changes',
  endSnooze: 'End the snooze',
  rename: 'Rename this board',
  renameAlso: 'name',
  labels: 'Labels…',
  label: 'Label',
  exportBoards: 'Export my boards',
  theme: 'Theme',
  pin: 'Pin environments',
  pinAlso: 'add search paste',
  share: 'Share this board',
  shareAlso: 'copy link QR Markdown',
  refresh: 'Refresh now',
  refreshAlso: 'check poll reload',
  pause: 'Pause checking',
  resume: 'Resume checking',
  pauseAlso: 'poll stop start live',
  clear: 'Clear filters',
  settings: 'Settings',
  settingsAlso: 'preferences notifications sound interval names of people',
  keys: 'Keyboard',
  keysAlso: 'help shortcuts keys',
  themeAlso: 'colour appearance mode',
  keysTitle: 'Keyboard',
  keysHint: 'Single-letter keys do nothing while you type or while a dialog or a menu is open.',
  close: 'Close',
} as const;

export const moreText = (count: number): string => `${count} more. Type to narrow the list.`;
export const foundText = (count: number): string => `${count} found`;

/** A command with its value or its environment: `Page: Versions`. */
export const commandText = (word: string, value: string): string => `${word}: ${value}`;
