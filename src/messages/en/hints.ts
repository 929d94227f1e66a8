/** The hints of the first empty board. A key stands before `allKeys` and before `find`. */
export const HINT_WORDS = {
  title: 'First steps',
  pin: 'Pin',
  pinHow: 'Choose environments, or paste a link from Qovery’s console.',
  share: 'Share',
  shareHow: 'The address of this page holds the board. Copy it, and a colleague sees the same one.',
  keys: 'Keys',
  allKeys: 'lists all keys,',
  find: 'finds everything.',
  dismiss: 'Got it',
} as const;
