/** The hints of the first empty board. The page shows a key before each of the texts `allKeys` and `find`. */
export const HINT_WORDS = {
  title: 'Erste Schritte',
  pin: 'Anheften',
  pinHow: 'Wählen Sie Umgebungen, oder fügen Sie einen Link aus der Qovery-Konsole ein.',
  share: 'Teilen',
  shareHow: 'Die Adresse dieser Seite enthält das Board. Kopieren Sie sie, und andere sehen dasselbe.',
  keys: 'Tasten',
  allKeys: 'zeigt alle Tasten,',
  find: 'findet alles.',
  dismiss: 'Verstanden',
} as const;
