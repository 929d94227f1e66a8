/** Descriptions in the list of keys. */
export const BOARD = {
  title: 'Dieses Board',
  filter: 'Filtern',
  pin: 'Umgebungen anheften',
  share: 'Teilen',
  refresh: 'Jetzt aktualisieren',
  pages: 'Board, Versionen, Aktivität, Lieferung',
  view: 'Nächste Ansicht: Karten, Kompakt, Tabelle, Wand',
  group: 'Nächste Gruppierung',
} as const;

export const ENVIRONMENTS = {
  title: 'Umgebungen',
  sideways: 'Zur vorigen oder nächsten',
  upAndDown: 'Zur oberen oder unteren',
  ends: 'Zur ersten oder letzten',
  details: 'Details öffnen',
  menu: 'Menü öffnen',
} as const;

export const EVERYWHERE = {
  title: 'Überall',
  find: 'Umgebung, Board oder Aktion suchen',
  sound: 'Ton ein- oder ausschalten',
  help: 'Diese Liste zeigen',
  close: 'Schließen, was offen ist',
} as const;

export const WALL = {
  title: 'An der Wand',
  full: 'Vollbild',
  leave: 'Zurück zum Board',
} as const;

/** Names on the keys of a keyboard. */
export const CAPS = { control: 'Strg', home: 'Pos1', end: 'Ende', enter: 'Eingabe', escape: 'Esc' } as const;
