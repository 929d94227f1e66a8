/** The hints of the first empty board. The page shows a key before each of the texts `allKeys` and `find`. */
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
