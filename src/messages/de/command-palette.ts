/** Texts of the command palette and of the list of keys. The `…Also` texts are further search words. */
export const WORDS = {
  title: 'Befehlspalette',
  field: 'Umgebung, Board oder Aktion suchen',
  list: 'Umgebungen, Boards und Aktionen',
  nothing: 'Kein Treffer',
  board: 'Board',
  chosen: 'gewählt',
  page: 'Seite',
  view: 'Ansicht',
  group: 'Gruppieren',
  sort: 'Sortieren',
  show: 'Zeigen',
  snooze: 'Stumm bis zur Änderung',
  endSnooze: 'Nicht mehr stumm',
  rename: 'Dieses Board umbenennen',
  renameAlso: 'Name',
  labels: 'Bezeichnungen…',
  label: 'Bezeichnung',
  exportBoards: 'Meine Boards exportieren',
  theme: 'Design',
  pin: 'Umgebungen anheften',
  pinAlso: 'hinzufügen suchen einfügen pin add',
  share: 'Dieses Board teilen',
  shareAlso: 'kopieren Link QR Markdown share link',
  refresh: 'Jetzt aktualisieren',
  refreshAlso: 'prüfen abfragen neu laden refresh',
  pause: 'Prüfungen anhalten',
  resume: 'Prüfungen fortsetzen',
  pauseAlso: 'Pause stoppen starten live stop start',
  clear: 'Filter löschen',
  settings: 'Einstellungen',
  settingsAlso: 'Optionen Benachrichtigungen Ton Intervall Sprache Personennamen settings language',
  keys: 'Tastatur',
  keysAlso: 'Hilfe Tastenkürzel Tasten help shortcuts',
  themeAlso: 'Farbe Aussehen Modus theme',
  keysTitle: 'Tastatur',
  keysHint: 'Einzelne Buchstabentasten wirken nicht, während Sie tippen oder ein Dialog oder Menü offen ist.',
  close: 'Schließen',
} as const;

export const moreText = (count: number): string => `${count} weitere. Tippen Sie, um die Liste einzugrenzen.`;
export const foundText = (count: number): string => `${count} gefunden`;

/** A command with its value or its environment: `Page: Versionen`. */
export const commandText = (word: string, value: string): string => `${word}: ${value}`;
